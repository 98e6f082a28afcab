import type { PythonExtension } from "@vscode/python-extension";
import * as vscode from "vscode";
import { withTimeout } from "./timeout";

const PYTHON_EXTENSION_ID = "ms-python.python";

/** Return the environments API of the Python extension, or `undefined` if it is absent, disabled or broken. */
async function environmentsApi(): Promise<PythonExtension["environments"] | undefined> {
  const extension = vscode.extensions.getExtension<Partial<PythonExtension>>(PYTHON_EXTENSION_ID);
  try {
    return (extension?.isActive ? extension.exports : await extension?.activate())?.environments;
  } catch {
    return undefined;
  }
}

/** Return the interpreter of the environment selected in the Python extension, if it responds in time. */
export async function selectedInterpreter(folder: vscode.Uri | undefined): Promise<string | undefined> {
  return withTimeout(async () => {
    const api = await environmentsApi();
    const environment = await api?.resolveEnvironment(api.getActiveEnvironmentPath(folder));
    return environment?.executable.uri?.fsPath;
  });
}

/** Call `listener` when another environment is selected, even if the Python extension is installed later. */
export function onSelectedInterpreterChange(listener: () => void): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let disposed = false;
  const subscribe = async (onSubscribed?: () => void): Promise<void> => {
    const api = subscriptions.length > 0 ? undefined : await environmentsApi();
    if (!api || subscriptions.length > 0 || disposed) return;
    subscriptions.push(api.onDidChangeActiveEnvironmentPath(listener));
    onSubscribed?.();
  };
  const extensionsChange = vscode.extensions.onDidChange(() => subscribe(listener));
  void subscribe();
  return new vscode.Disposable(() => {
    disposed = true;
    vscode.Disposable.from(extensionsChange, ...subscriptions).dispose();
  });
}

export function hasPythonExtension(): boolean {
  return vscode.extensions.getExtension(PYTHON_EXTENSION_ID) !== undefined;
}
