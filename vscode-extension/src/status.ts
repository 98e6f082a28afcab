import * as vscode from "vscode";
import { SELECTOR } from "./documents";
import type { Activity } from "./activity";
import { EXPLAIN_COMMAND, STATUS, type AboutDocument, type StatusAnswer } from "./protocol";
import type { Server } from "./server";
import { SECTION } from "./settings";

const SETTLE_MS = 200;
const NOTHING: StatusAnswer = { text: "Framesage has nothing to say here" };

/** The entry in the language status menu: the verdict on the project at hand, or the server's state. */
export class Status implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem("framesage.status", [...SELECTOR]);
  readonly #server: Server;
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#item.name = "Framesage";
    this.#show("Framesage is starting", "", true);
    this.#subscriptions = [
      this.#item,
      server.onActivity((activity) => { this.#activity(activity); }),
      vscode.window.onDidChangeActiveTextEditor(() => { this.#soon(); }),
      vscode.languages.onDidChangeDiagnostics(() => { this.#soon(); }),
    ];
  }

  /** Say that the server cannot run. */
  trouble(message: string): void {
    this.#show("Framesage cannot run", message, false);
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.command = { title: "Open Settings", command: "framesage.openSettings" };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #activity(activity: Activity): void {
    if (activity === "running") {
      this.#soon();
    } else {
      this.#show(`Framesage ${activity === "starting" ? "is starting" : "has stopped"}`, "", activity === "starting");
      if (activity === "stopped") this.#item.command = { title: "Restart", command: "framesage.restart" };
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { void this.#refresh(); }, SETTLE_MS);
  }

  async #refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match([...SELECTOR], document) === 0) return;
    const { text, detail } = (await this.#ask(document.uri)) ?? NOTHING;
    if (!this.#server.client) return;
    this.#show(text, detail ?? "", false);
    this.#item.command = { title: "Explain This Project", command: EXPLAIN_COMMAND };
  }

  async #ask(uri: vscode.Uri): Promise<StatusAnswer | null | undefined> {
    try {
      const about: AboutDocument = { textDocument: { uri: uri.toString() } };
      return await this.#server.client?.sendRequest<StatusAnswer | null>(STATUS, about);
    } catch {
      return undefined; // The server was stopped in between; its state says so.
    }
  }

  #show(text: string, detail: string, busy: boolean): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
  }
}

export function openSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.openSettings", `@ext:framesage.${SECTION}`);
}
