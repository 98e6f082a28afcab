import * as vscode from "vscode";
import { MANIFESTS, SELECTOR } from "./documents";
import { EXPLAIN, type AboutDocument, type ExplainAnswer } from "./protocol";
import type { Server } from "./server";

const SCHEME = "framesage-explanation";

/** Shows why Framesage says what it says about a project, as a rendered page beside the editor. */
export class Explanation implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly #server: Server;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  async show(): Promise<void> {
    const manifest = await manifestAtHand();
    const answer = manifest && (await this.#ask(manifest));
    if (!answer) {
      void vscode.window.showInformationMessage(reasonForNothing(manifest, this.#server));
      return;
    }
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${answer.title}.md` });
    this.#texts.set(page.toString(), answer.markdown);
    this.#changed.fire(page);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  }

  async #ask(manifest: vscode.Uri): Promise<ExplainAnswer | null | undefined> {
    const about: AboutDocument = { textDocument: { uri: manifest.toString() } };
    return this.#server.client?.sendRequest<ExplainAnswer | null>(EXPLAIN, about);
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#registration).dispose();
  }
}

function reasonForNothing(manifest: vscode.Uri | undefined, server: Server): string {
  if (!manifest) return "There is no dependency file in this workspace.";
  if (!server.client) return "Framesage is not running.";
  return "This project is no web application as far as its dependency files tell.";
}

/** The dependency file in the active editor, else the first one in the workspace. */
async function manifestAtHand(): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && vscode.languages.match([...SELECTOR], document) > 0) return document.uri;
  const patterns = `{${MANIFESTS.join(",")}}`;
  return (await vscode.workspace.findFiles(patterns, "**/{node_modules,.venv,venv}/**", 1))[0];
}
