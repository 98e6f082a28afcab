import * as vscode from "vscode";
import { hasPythonExtension } from "./pythonExtension";
import { interpreterSetting, SECTION } from "../settings";

/** Let the user select an environment in the Python extension if that takes effect, or else a file. */
export async function chooseInterpreter(): Promise<void> {
  if (hasPythonExtension() && vscode.workspace.isTrusted && !interpreterSetting()) {
    await vscode.commands.executeCommand("python.setInterpreter");
    return;
  }
  const files = await vscode.window.showOpenDialog({
    title: "Choose a Python Interpreter (3.10 or Newer)",
    openLabel: "Use This Interpreter",
  });
  const program = files?.[0]?.fsPath;
  if (program) await write(program);
}

/** Write the setting where it has a value, or else for the user. */
async function write(program: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const inWorkspace = settings.inspect("interpreter")?.workspaceValue !== undefined;
  try {
    await settings.update("interpreter", program, !inWorkspace);
  } catch (error) { // a read-only file, for example
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`Set framesage.interpreter to "${program}" yourself: ${reason}`);
  }
}
