import * as vscode from "vscode";
import { ASK_COMMAND } from "./consultation/protocol";
import { MANIFEST_SELECTOR } from "./documentSelector";
import { isManifest } from "./projects/findManifests";
import { EXPLAIN_COMMAND, NO_VERDICT, STATUS_REQUEST, type StatusResult } from "./protocol";
import type { Server } from "./server";
import type { Remedy, ServerState } from "./serverState";
import { isEnabled } from "./settings";

const DEBOUNCE_MS = 200;
const EXPLAIN = { title: "Explain", command: EXPLAIN_COMMAND };
const ASK = { title: "Flask or Django? Ask Me", command: ASK_COMMAND };
const OPEN_SETTINGS = { title: "Open Settings", command: "framesage.openSettings" };
const RESTART = { title: "Restart", command: "framesage.restart" };
const REMEDY_COMMANDS: Record<Remedy, vscode.Command> = {
  python: { title: "Choose Interpreter", command: "framesage.chooseInterpreter" },
  settings: OPEN_SETTINGS,
  output: { title: "Show Output", command: "framesage.showOutput" },
  restart: RESTART,
};
/** Says which button the title bar of a dependency file has: to explain a `verdict`, or to ask. */
const CONTEXT_KEY = "framesage.status";

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
    } else if (status === "off") {
      this.#showOff();
    } else if (failure === undefined) {
      this.#show("Framesage is stopped", "", false);
      this.#item.command = RESTART;
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
    if (isEnabled(document?.uri)) this.#showVerdict(result);
    else this.#showOff();
  }

  #showVerdict(status: StatusResult | null): void {
    this.#show(status?.text ?? NO_VERDICT, "", false);
    this.#item.command = commandFor(status);
    if (status?.differs) this.#item.severity = vscode.LanguageStatusSeverity.Warning; // a dot beside the braces
    setContext(status);
  }

  #showOff(): void {
    this.#show("Framesage is off", "", false);
    this.#item.command = OPEN_SETTINGS;
    setContext(null);
  }

  #show(text: string, detail: string, busy: boolean): void {
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = busy;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
  }
}

function commandFor(status: StatusResult | null): vscode.Command {
  if (!status) return ASK;
  return status.open ? { ...ASK, title: `${status.question} Ask Me` } : EXPLAIN;
}

function setContext(status: StatusResult | null): void {
  const value = status && (status.open ? "open" : "verdict");
  void vscode.commands.executeCommand("setContext", CONTEXT_KEY, value);
}

/** Return the dependency file in the active editor, if any. */
function activeManifest(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isManifest(document) ? document : undefined;
}
