import * as vscode from "vscode";
import { ASK_COMMAND } from "./consultation/protocol";
import { MANIFEST_SELECTOR } from "./documentSelector";
import { isManifest } from "./findManifests";
import { EXPLAIN_COMMAND, STATUS_REQUEST, type StatusResult } from "./protocol";
import type { Server } from "./server";
import type { ServerState } from "./serverState";

const DEBOUNCE_MS = 200;
const EXPLAIN = { title: "Explain", command: EXPLAIN_COMMAND };
const ASK = { title: "Flask or Django? Ask Me", command: ASK_COMMAND };
const REMEDY_COMMANDS = {
  settings: { title: "Open Settings", command: "framesage.openSettings" },
  output: { title: "Show Output", command: "framesage.showOutput" },
} as const;
const NO_VERDICT = "Framesage: nothing to report";

/** The language status item: the verdict on the active file's project, or the state of the server. */
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
      server.onDidChangeState((state) => { this.#showState(state); }),
      vscode.window.onDidChangeActiveTextEditor(() => { this.#scheduleUpdate(); }),
      server.onDidPullDiagnostics(() => { this.#scheduleUpdate(); }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #showState({ status, failure }: ServerState): void {
    if (status === "running") {
      this.#show("Framesage is running", "", false); // until the active editor has a verdict
      this.#item.command = EXPLAIN;
      this.#scheduleUpdate();
    } else if (status === "starting") {
      this.#show("Framesage is starting", "", true);
    } else if (failure === undefined) {
      this.#show("Framesage is stopped", "", false);
      this.#item.command = { title: "Restart", command: "framesage.restart" };
    } else {
      this.#show("Framesage is not running", failure.message, false);
      this.#item.severity = vscode.LanguageStatusSeverity.Error;
      this.#item.command = REMEDY_COMMANDS[failure.remedy];
    }
  }

  #scheduleUpdate(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { void this.#update(); }, DEBOUNCE_MS);
  }

  async #update(): Promise<void> {
    const document = activeManifest();
    const result = document && (await this.#server.request<StatusResult>(STATUS_REQUEST, document.uri));
    if (result === undefined || !this.#server.isRunning || document !== activeManifest()) return;
    this.#showVerdict(result);
  }

  #showVerdict(status: StatusResult | null): void {
    this.#show(status?.text ?? NO_VERDICT, "", false);
    this.#item.command = status && !status.open ? EXPLAIN : ASK;
  }

  #show(text: string, detail: string, busy: boolean): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
  }
}

/** Return the dependency file in the active editor, if any. */
function activeManifest(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isManifest(document) ? document : undefined;
}
