import * as vscode from "vscode";
import { MANIFEST_GLOBS, MANIFEST_SELECTOR } from "./documentSelector";
import { isOpenLocationMessage, openLocation } from "./openLocation";
import { REPORT_REQUEST, type ReportResult } from "./protocol";
import type { Server } from "./server";

/**
 * Shows the report on a project in a webview beside the editor.
 *
 * The server renders the whole page. Its content security policy allows only its own inline style
 * and script, so the page cannot load files or reach the network.
 */
export class ExplanationPanel implements vscode.Disposable {
  readonly #server: Server;
  #panel: vscode.WebviewPanel | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Explain the project that the document with this URI belongs to, or else the current project. */
  async show(uri: unknown): Promise<void> {
    const manifest = typeof uri === "string" ? vscode.Uri.parse(uri) : await findManifest();
    const report = manifest && (await this.#server.request<ReportResult>(REPORT_REQUEST, manifest));
    if (!report) {
      void vscode.window.showInformationMessage(missingReportMessage(manifest, report));
      return;
    }
    const panel = (this.#panel ??= this.#createPanel());
    panel.title = report.title;
    panel.webview.html = report.html;
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #createPanel(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      "framesage.explanation",
      "Framesage",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    );
    panel.onDidDispose(() => { this.#panel = undefined; });
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      if (isOpenLocationMessage(message)) await openLocation(message);
    });
    return panel;
  }
}

function missingReportMessage(manifest: vscode.Uri | undefined, report: null | undefined): string {
  if (!manifest) return "This workspace has no dependency files.";
  if (report === undefined) return "Framesage is not running. See its output for details.";
  return "This project does not look like a web application. "
    + "If it is one, set web-application = true in [tool.framesage.traits].";
}

/** Return the dependency file in the active or a visible editor, or else the first one in the workspace. */
async function findManifest(): Promise<vscode.Uri | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const documents = [activeTextEditor, ...visibleTextEditors].map((editor) => editor?.document);
  const manifest = documents.find(
    (document) => document && vscode.languages.match([...MANIFEST_SELECTOR], document) > 0,
  );
  if (manifest) return manifest.uri;
  for (const glob of MANIFEST_GLOBS) {
    const [file] = await vscode.workspace.findFiles(glob, "**/{node_modules,.venv,venv}/**", 1);
    if (file) return file;
  }
  return undefined;
}
