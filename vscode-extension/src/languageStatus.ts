import * as vscode from "vscode";
import { MANIFEST_SELECTOR } from "./documentSelector";
import type { ServerState } from "./serverState";
import { EXPLAIN_COMMAND, STATUS_REQUEST, type StatusResult } from "./protocol";
import type { Server } from "./server";
import { SECTION } from "./settings";

const SETTLE_MS = 200;
const EXPLAIN = { title: "Explain", command: EXPLAIN_COMMAND };
const REMEDIES = {
  settings: { title: "Open Settings", command: "framesage.openSettings" },
  output: { title: "Show Output", command: "framesage.showOutput" },
} as const;
const NOTHING = "Framesage has nothing to say here";

/** The entry in the language status menu: the verdict on the project at hand, or the server's state. */
export class LanguageStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem("framesage.status", [...MANIFEST_SELECTOR]);
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
      server.onLook(() => { this.#soon(); }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #activity({ is, trouble }: ServerState): void {
    if (is === "running") {
      this.#show("Framesage is running", "", false); // until a dependency file is at hand
      this.#item.command = EXPLAIN;
      this.#soon();
    } else if (is === "starting") {
      this.#show("Framesage is starting", "", true);
    } else if (trouble === undefined) {
      this.#show("Framesage has stopped", "", false);
      this.#item.command = { title: "Restart", command: "framesage.restart" };
    } else {
      this.#show("Framesage cannot run", trouble.message, false);
      this.#item.severity = vscode.LanguageStatusSeverity.Error;
      this.#item.command = REMEDIES[trouble.lookIn];
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { void this.#refresh(); }, SETTLE_MS);
  }

  async #refresh(): Promise<void> {
    const document = manifestAtHand();
    const answer = document && (await this.#server.ask<StatusResult>(STATUS_REQUEST, document.uri));
    if (answer === undefined || !this.#server.isRunning || document !== manifestAtHand()) return;
    this.#show(answer?.text ?? NOTHING, "", false);
    this.#item.command = EXPLAIN;
  }

  #show(text: string, detail: string, busy: boolean): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
  }
}

/** The dependency file in the active editor, if there is one. */
function manifestAtHand(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && vscode.languages.match([...MANIFEST_SELECTOR], document) > 0 ? document : undefined;
}

export function openSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.openSettings", `@ext:framesage.${SECTION}`);
}
