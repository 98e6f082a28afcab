import * as vscode from "vscode";
import { MANIFEST_GLOBS, MANIFEST_SELECTOR } from "./documentSelector";
import { isOpenLocationMessage, openLocation } from "./openLocation";
import { REPORT_REQUEST, type ReportResult } from "./protocol";
import type { Server } from "./server";

/**
 * Shows why Framesage says what it says about a project, as a page beside the editor.
 *
 * The page comes from the server as it is, with a policy of its own that admits nothing but its own
 * style and script: it loads no file and reaches no network.
 */
export class ExplanationPanel implements vscode.Disposable {
  readonly #server: Server;
  #panel: vscode.WebviewPanel | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Explain the project of a document, by its URI, or of the one at hand. */
  async show(uri: unknown): Promise<void> {
    const manifest = typeof uri === "string" ? vscode.Uri.parse(uri) : await manifestAtHand();
    const answer = manifest && (await this.#server.ask<ReportResult>(REPORT_REQUEST, manifest));
    if (!answer) {
      void vscode.window.showInformationMessage(reasonForNothing(manifest, answer));
      return;
    }
    const panel = (this.#panel ??= this.#open());
    panel.title = answer.title;
    panel.webview.html = answer.html;
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): vscode.WebviewPanel {
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

function reasonForNothing(manifest: vscode.Uri | undefined, answer: null | undefined): string {
  if (!manifest) return "There is no dependency file in this workspace.";
  if (answer === undefined) return "Framesage is not running; its output says why.";
  return "This project is no web application as far as its dependency files tell. "
    + "If it is one, say so: web-application = true in [tool.framesage.traits].";
}

/** The dependency file in the active editor or in one that is seen, else the first one in the workspace. */
async function manifestAtHand(): Promise<vscode.Uri | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const seen = [activeTextEditor, ...visibleTextEditors].map((editor) => editor?.document);
  const manifest = seen.find((document) => document && vscode.languages.match([...MANIFEST_SELECTOR], document) > 0);
  if (manifest) return manifest.uri;
  for (const pattern of MANIFEST_GLOBS) {
    const [found] = await vscode.workspace.findFiles(pattern, "**/{node_modules,.venv,venv}/**", 1);
    if (found) return found;
  }
  return undefined;
}
