import * as vscode from "vscode";
import { visibleManifest } from "./projects/findManifests";
import type { Server } from "./server";
import type { Remedy, ServerFailure, ServerState } from "./serverState";
import { interpreterSetting } from "./settings";

const GET_PYTHON = "Get Python";
const CHOOSE_INTERPRETER = "Choose Interpreter";
const OPEN_SETTINGS = "Open Settings";
const SHOW_OUTPUT = "Show Output";
const RESTART = "Restart Server";
const NEVER_AGAIN = "Don't Show Again";
const DOWNLOADS = vscode.Uri.parse("https://www.python.org/downloads/");
const OFF = "Framesage is off in this window.";
const NOT_RUNNING = "Framesage is not running. See its output for details.";
const NO_ANSWER = "Framesage could not do this. See its output for details.";
const BUTTONS: Record<Remedy, readonly string[]> = {
  python: [GET_PYTHON, CHOOSE_INTERPRETER],
  settings: [CHOOSE_INTERPRETER, OPEN_SETTINGS],
  output: [SHOW_OUTPUT, CHOOSE_INTERPRETER],
  restart: [RESTART, SHOW_OUTPUT],
};
const ACTIONS: Record<string, () => Thenable<unknown>> = {
  [GET_PYTHON]: () => vscode.env.openExternal(DOWNLOADS),
  [CHOOSE_INTERPRETER]: () => vscode.commands.executeCommand("framesage.chooseInterpreter"),
  [OPEN_SETTINGS]: () => vscode.commands.executeCommand("framesage.openSettings"),
  [SHOW_OUTPUT]: () => vscode.commands.executeCommand("framesage.showOutput"),
  [RESTART]: () => vscode.commands.executeCommand("framesage.restart"),
};
const MUTED = "framesage.noPythonMessageMuted";

/**
 * Shows a notification when the server cannot run, once for each failure. It waits until a dependency
 * file is open: a project that only contains one need not concern the user.
 */
export class FailureNotifier implements vscode.Disposable {
  readonly #server: Server;
  readonly #memory: vscode.Memento;
  readonly #subscription: vscode.Disposable;
  #lastMessage: string | undefined;

  /** `memory` keeps across windows that the user does not want to see the message again. */
  constructor(server: Server, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#subscription = vscode.Disposable.from(
      server.onDidChangeState(() => { this.#update(); }),
      vscode.window.onDidChangeVisibleTextEditors(() => { this.#update(); }),
    );
  }

  /** Show the next failure even if it is the same as the last one. */
  reset(): void {
    this.#lastMessage = undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(): void {
    const { status, failure } = this.#server.state;
    if (status === "running") this.reset();
    if (!failure || failure.message === this.#lastMessage || !this.#concernsUser(failure)) return;
    this.#lastMessage = failure.message;
    void this.#notify(failure);
  }

  #concernsUser({ remedy }: ServerFailure): boolean {
    if (remedy === "python" && this.#memory.get(MUTED)) return false;
    return visibleManifest() !== undefined || interpreterSetting() !== "";
  }

  async #notify(failure: ServerFailure): Promise<void> {
    const never = failure.remedy === "python" ? [NEVER_AGAIN] : [];
    const choice = await showFailure(failure, never);
    if (choice === NEVER_AGAIN) await this.#memory.update(MUTED, true);
  }
}

/**
 * Tell a user who has run a command why the server does not answer. VS Code replaces a notification
 * with the same message.
 */
export async function showNoAnswer({ failure, status }: ServerState): Promise<void> {
  const message = status === "running" ? NO_ANSWER : NOT_RUNNING;
  if (status === "off") await show(OFF, [OPEN_SETTINGS]);
  else await showFailure(failure ?? { message, remedy: "restart" });
}

function showFailure({ message, remedy }: ServerFailure, others: readonly string[] = []): Promise<string | undefined> {
  return show(message, [...BUTTONS[remedy], ...others]);
}

/** Show an error; do what the chosen button says, and return its label. */
async function show(message: string, buttons: readonly string[]): Promise<string | undefined> {
  const choice = await vscode.window.showErrorMessage(message, ...buttons);
  await ACTIONS[choice ?? ""]?.();
  return choice;
}
