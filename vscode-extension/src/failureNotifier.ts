import * as vscode from "vscode";
import { hasPythonExtension } from "./python/pythonExtension";
import type { Server } from "./server";
import type { ServerFailure, ServerState } from "./serverState";
import { interpreterSetting, SECTION } from "./settings";

const CHOOSE_INTERPRETER = "Choose Interpreter";
const OPEN_SETTINGS = "Open Settings";
const SHOW_OUTPUT = "Show Output";
const NOT_RUNNING = "Framesage is not running. See its output for details.";
const NO_ANSWER = "Framesage could not do this. See its output for details.";
const BUTTONS = {
  settings: [CHOOSE_INTERPRETER, OPEN_SETTINGS],
  output: [SHOW_OUTPUT, CHOOSE_INTERPRETER],
} as const;

/** Shows a notification when the server cannot run. A repeated failure is only logged. */
export class FailureNotifier implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #lastMessage: string | undefined;

  constructor(server: Server) {
    this.#subscription = server.onDidChangeState(({ status, failure }) => {
      if (failure !== undefined) this.#notify(failure);
      if (status === "running") this.reset();
    });
  }

  /** Show the next failure even if it is the same as the last one. */
  reset(): void {
    this.#lastMessage = undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #notify({ message, remedy }: ServerFailure): void {
    if (message === this.#lastMessage) return;
    this.#lastMessage = message;
    void showFailure(message, BUTTONS[remedy]);
  }
}

/**
 * Tell a user who has run a command why the server does not answer. VS Code replaces a notification
 * with the same message.
 */
export function showNoAnswer({ failure, status }: ServerState): Promise<void> {
  if (failure !== undefined) return showFailure(failure.message, BUTTONS[failure.remedy]);
  return showFailure(status === "running" ? NO_ANSWER : NOT_RUNNING, BUTTONS.output);
}

async function showFailure(message: string, buttons: readonly string[]): Promise<void> {
  const choice = await vscode.window.showErrorMessage(message, ...buttons);
  if (choice === CHOOSE_INTERPRETER) await chooseInterpreter();
  if (choice === OPEN_SETTINGS) await vscode.commands.executeCommand("framesage.openSettings");
  if (choice === SHOW_OUTPUT) await vscode.commands.executeCommand("framesage.showOutput");
}

/** Let the user select an environment in the Python extension if that takes effect, or else a file. */
async function chooseInterpreter(): Promise<void> {
  if (hasPythonExtension() && vscode.workspace.isTrusted && !interpreterSetting()) {
    await vscode.commands.executeCommand("python.setInterpreter");
    return;
  }
  const files = await vscode.window.showOpenDialog({
    title: "Choose a Python Interpreter (3.10 or Newer)",
    openLabel: "Use This Interpreter",
  });
  const program = files?.[0]?.fsPath;
  if (!program) return;
  const settings = vscode.workspace.getConfiguration(SECTION);
  const inWorkspace = settings.inspect("interpreter")?.workspaceValue !== undefined;
  await settings.update("interpreter", program, !inWorkspace);
}
