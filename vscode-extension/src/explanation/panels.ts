import * as vscode from "vscode";
import { showNoAnswer } from "../failureNotifier";
import { visibleManifest } from "../projects/findManifests";
import { findProjects } from "../projects/findProjects";
import { pickProject, projectItem } from "../projects/pickProject";
import { REPORT_REQUEST, type ReportResult } from "../protocol";
import type { Server } from "../server";
import { waitForServer } from "../waitForServer";
import { documentInState, pageTitle } from "./messages";
import { showMissingReport } from "./missingReport";
import { PageMemory } from "./pageMemory";
import { ExplanationPanel } from "./panel";

const VIEW_TYPE = "framesage.explanation";
const OPTIONS: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** The pages that explain projects: one for each project, beside the editor. */
export class ExplanationPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #server: Server;
  readonly #icons: vscode.Uri;
  readonly #memory: PageMemory;
  readonly #panels = new Set<ExplanationPanel>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: Server, { extensionUri, workspaceState }: vscode.ExtensionContext) {
    this.#server = server;
    this.#icons = vscode.Uri.joinPath(extensionUri, "images");
    this.#memory = new PageMemory(workspaceState);
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      server.onDidChangeReport((root) => { this.#refresh((panel) => panel.root === root); }),
      server.onDidPullDiagnostics(() => { this.#refresh((panel) => panel.root === undefined); }),
      server.onDidChangeState(() => { this.#refresh(() => true); }),
    ];
  }

  /**
   * Explain the project that the document with this URI belongs to, or else that of the editor, or one
   * that the user picks. With the id of a rule, move to what that reports.
   */
  async show(uri?: unknown, rule?: unknown): Promise<void> {
    const manifest = typeof uri === "string" ? vscode.Uri.parse(uri) : visibleManifest() ?? (await this.#pick());
    if (!manifest) return;
    await waitForServer(this.#server);
    const report = await this.#server.request<ReportResult>(REPORT_REQUEST, manifest);
    if (report === undefined) void showNoAnswer(this.#server.state);
    else if (!report) void showMissingReport(manifest);
    else this.#open(manifest, report, typeof rule === "string" && rule ? rule : undefined);
  }

  async #pick(): Promise<vscode.Uri | undefined> {
    const projects = await findProjects();
    if (projects.length === 0) void showMissingReport(undefined);
    return pickProject(projects.map(projectItem), this.#server);
  }

  /** Restore a page after a reload of the window; called by VS Code. */
  async deserializeWebviewPanel(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = documentInState(state) ?? this.#memory.fileOf(webviewPanel.title);
    if (uri === undefined) webviewPanel.dispose();
    else await this.#add(webviewPanel, vscode.Uri.parse(uri)).refresh();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#panels).dispose();
  }

  #refresh(isMeant: (panel: ExplanationPanel) => boolean): void {
    for (const panel of this.#panels) {
      if (isMeant(panel)) panel.requestRefresh();
    }
  }

  #open(manifest: vscode.Uri, report: ReportResult, rule: string | undefined): void {
    const panel = this.#panelOn(report.root) ?? this.#create(manifest);
    panel.show(report);
    panel.reveal(rule);
    void this.#memory.remember(pageTitle(report), manifest.toString());
  }

  #panelOn(root: string): ExplanationPanel | undefined {
    return [...this.#panels].find((panel) => panel.root === root);
  }

  #create(manifest: vscode.Uri): ExplanationPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { ...OPTIONS, enableFindWidget: true };
    return this.#add(vscode.window.createWebviewPanel(VIEW_TYPE, "Framesage", column, options), manifest);
  }

  #add(webviewPanel: vscode.WebviewPanel, manifest: vscode.Uri): ExplanationPanel {
    webviewPanel.webview.options = OPTIONS;
    webviewPanel.iconPath = {
      light: vscode.Uri.joinPath(this.#icons, "page-light.svg"),
      dark: vscode.Uri.joinPath(this.#icons, "page-dark.svg"),
    };
    const panel = new ExplanationPanel(webviewPanel, manifest, this.#server);
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => { this.#panels.delete(panel); });
    return panel;
  }
}
