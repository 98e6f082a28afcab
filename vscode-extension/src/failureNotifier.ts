import * as vscode from "vscode";
import type { ServerFailure } from "./serverState";
import { hasPythonExtension } from "./pythonExtension";
import type { Server } from "./server";
import { interpreterSetting, SECTION } from "./settings";

const CHOOSE = "Choose Interpreter";
const SETTINGS = "Open Settings";
const OUTPUT = "Show Output";
const BUTTONS = { settings: [CHOOSE, SETTINGS], output: [OUTPUT, CHOOSE] } as const;

/** Tells once what keeps the server from running; the same trouble again is only logged. */
export class FailureNotifier implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #told: string | undefined;

  constructor(server: Server) {
    this.#subscription = server.onActivity(({ is, trouble }) => {
      if (trouble !== undefined) this.#tell(trouble);
      if (is === "running") this.forget();
    });
  }

  /** Whatever comes next is news. */
  forget(): void {
    this.#told = undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #tell({ message, lookIn }: ServerFailure): void {
    if (message === this.#told) return;
    this.#told = message;
    void ask(message, BUTTONS[lookIn]);
  }
}

async function ask(message: string, buttons: readonly string[]): Promise<void> {
  const answer = await vscode.window.showErrorMessage(message, ...buttons);
  if (answer === CHOOSE) await chooseInterpreter();
  if (answer === SETTINGS) await vscode.commands.executeCommand("framesage.openSettings");
  if (answer === OUTPUT) await vscode.commands.executeCommand("framesage.showOutput");
}

/** Let the Python extension choose where its choice is taken; else let the user point to a program. */
async function chooseInterpreter(): Promise<void> {
  if (hasPythonExtension() && vscode.workspace.isTrusted && !interpreterSetting()) {
    await vscode.commands.executeCommand("python.setInterpreter");
    return;
  }
  const chosen = await vscode.window.showOpenDialog({ title: "Python 3.10 or newer", openLabel: "Use This Python" });
  const program = chosen?.[0]?.fsPath;
  if (!program) return;
  const settings = vscode.workspace.getConfiguration(SECTION);
  const inWorkspace = settings.inspect("interpreter")?.workspaceValue !== undefined;
  await settings.update("interpreter", program, !inWorkspace);
}
