import * as vscode from "vscode";
import { showNoAnswer } from "../failureNotifier";
import { RULE_REQUEST, type RuleResult } from "../protocol";
import type { Server } from "../server";

/** The page about a rule beside the editor; the next rule takes its place. */
export class RulePanel implements vscode.Disposable {
  readonly #server: Server;
  #panel: vscode.WebviewPanel | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Show the page about a rule of the project that the document with this URI belongs to. */
  async show(uri: unknown, rule: unknown): Promise<void> {
    if (typeof uri !== "string" || typeof rule !== "string") return;
    const page = await this.#server.request<RuleResult>(RULE_REQUEST, vscode.Uri.parse(uri), { rule });
    if (page) this.#show(page);
    else if (page === undefined) void showNoAnswer(this.#server.state);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #show(page: RuleResult): void {
    const panel = (this.#panel ??= this.#create());
    panel.title = page.title;
    panel.webview.html = page.html;
    panel.reveal(undefined, true);
  }

  #create(): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: false, localResourceRoots: [], enableFindWidget: true };
    const panel = vscode.window.createWebviewPanel("framesage.rule", "Framesage", column, options);
    panel.onDidDispose(() => { this.#panel = undefined; });
    return panel;
  }
}
