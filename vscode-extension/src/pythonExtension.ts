import type { PythonExtension } from "@vscode/python-extension";
import * as vscode from "vscode";
import { withTimeout } from "./timeout";

const ID = "ms-python.python";

/** Return the API of the Python extension, or `undefined` where it is absent, switched off or broken. */
async function environments(): Promise<PythonExtension["environments"] | undefined> {
  const extension = vscode.extensions.getExtension<Partial<PythonExtension>>(ID);
  try {
    return (extension?.isActive ? extension.exports : await extension?.activate())?.environments;
  } catch {
    return undefined;
  }
}

/** Return the program of the environment that is selected in the Python extension, if it says so in time. */
export async function selectedInterpreter(folder: vscode.Uri | undefined): Promise<string | undefined> {
  return withTimeout(async () => {
    const known = await environments();
    const found = await known?.resolveEnvironment(known.getActiveEnvironmentPath(folder));
    return found?.executable.uri?.fsPath;
  });
}

/** Call `listener` whenever another environment is selected, also in a Python extension that comes later. */
export function onSelectedInterpreterChange(listener: () => void): vscode.Disposable {
  const heard: vscode.Disposable[] = [];
  let ended = false;
  const listen = async (found?: () => void): Promise<void> => {
    const known = heard.length > 0 ? undefined : await environments();
    if (!known || heard.length > 0 || ended) return;
    heard.push(known.onDidChangeActiveEnvironmentPath(listener));
    found?.();
  };
  const installed = vscode.extensions.onDidChange(() => listen(listener));
  void listen();
  return new vscode.Disposable(() => {
    ended = true;
    vscode.Disposable.from(installed, ...heard).dispose();
  });
}

export function hasPythonExtension(): boolean {
  return vscode.extensions.getExtension(ID) !== undefined;
}
