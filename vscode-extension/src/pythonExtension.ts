import type { PythonExtension } from "@vscode/python-extension";
import * as vscode from "vscode";

const ID = "ms-python.python";

/** Return the API of the Python extension, or `undefined` where it is absent, switched off or broken. */
async function pythonApi(): Promise<PythonExtension | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>(ID);
  try {
    return extension && (extension.isActive ? extension.exports : await extension.activate());
  } catch {
    return undefined;
  }
}

/** Return the program of the environment that is selected in the Python extension. */
export async function selectedInterpreter(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const environments = (await pythonApi())?.environments;
  if (!environments) return undefined;
  const found = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(folder));
  return found?.executable.uri?.fsPath;
}

/** Call `listener` whenever another environment is selected. Ends with `subscriptions`. */
export async function onSelectedInterpreterChange(
  listener: () => void,
  subscriptions: vscode.Disposable[],
): Promise<void> {
  const api = await pythonApi();
  if (api) subscriptions.push(api.environments.onDidChangeActiveEnvironmentPath(listener));
}

export function hasPythonExtension(): boolean {
  return vscode.extensions.getExtension(ID) !== undefined;
}
