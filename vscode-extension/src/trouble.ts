import * as vscode from "vscode";
import { hasPythonExtension } from "./pythonExtension";
import { interpreterSetting, SECTION } from "./settings";

const CHOOSE = "Choose Interpreter";
const SETTINGS = "Open Settings";

/** Tells once what keeps the server from running; the same trouble again is only logged. */
export class Trouble {
  #told = "";

  tell(message: string): void {
    if (message === this.#told) return;
    this.#told = message;
    void this.#ask(message);
  }

  /** All is well again: whatever comes next is news. */
  clear(): void {
    this.#told = "";
  }

  async #ask(message: string): Promise<void> {
    const answer = await vscode.window.showErrorMessage(message, CHOOSE, SETTINGS);
    if (answer === CHOOSE) await chooseInterpreter();
    if (answer === SETTINGS) await vscode.commands.executeCommand("framesage.openSettings");
  }
}

/** Let the Python extension choose where it would be asked; else let the user point to a program. */
async function chooseInterpreter(): Promise<void> {
  if (hasPythonExtension() && !interpreterSetting()) {
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
