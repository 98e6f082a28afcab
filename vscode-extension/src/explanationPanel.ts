import * as vscode from "vscode";
import { ASK_COMMAND } from "./consultation/protocol";
import { showNoAnswer } from "./failureNotifier";
import { firstManifest, visibleManifest } from "./findManifests";
import { isOpenLocationMessage, openLocation } from "./openLocation";
import { REPORT_REQUEST, type ReportResult } from "./protocol";
import type { Server } from "./server";

const ASK_ME = "Flask or Django? Ask Me";

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
    const manifest = typeof uri === "string" ? vscode.Uri.parse(uri) : visibleManifest() ?? (await firstManifest());
    const report = manifest && (await this.#server.request<ReportResult>(REPORT_REQUEST, manifest));
    if (!report) {
      void (manifest && report === undefined ? showNoAnswer(this.#server.state) : showMissingReport(manifest));
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

/** Tell why there is no report, and offer to ask, which needs neither a report nor a file. */
async function showMissingReport(manifest: vscode.Uri | undefined): Promise<void> {
  const message = manifest
    ? "This project does not look like a web application. If it is to be one, answer a few questions."
    : "This workspace has no dependency files. To start a project, answer a few questions.";
  const choice = await vscode.window.showInformationMessage(message, ASK_ME);
  if (choice === ASK_ME) await vscode.commands.executeCommand(ASK_COMMAND, manifest?.toString());
}
