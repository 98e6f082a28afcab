import * as vscode from "vscode";
import { findPython, pythonNames, type PythonSources } from "./findPython";
import { serverCommand, type ServerCommandResult } from "./serverCommand";
import { createProbe, formatVersion } from "./pythonProbe";
import { selectedInterpreter } from "./pythonExtension";
import { interpreterSetting } from "./settings";

/** Find a Python and return how to start the server with it, or what to tell where there is none. */
export async function resolveServerCommand(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<ServerCommandResult> {
  const found = await findPython(sources(), createProbe(context.extensionPath));
  if (!found.python) {
    log.error(found.trouble);
    return { launch: undefined, trouble: found.trouble };
  }
  log.info(`Python ${formatVersion(found.python)} from ${found.from}: ${found.python.executable}`);
  const storage = context.globalStorageUri.fsPath;
  return { launch: serverCommand(found.python.executable, context.extensionPath, storage) };
}

function sources(): PythonSources {
  return {
    setting: interpreterSetting(),
    selected: () => selected(),
    names: pythonNames(process.platform),
  };
}

/** A selected environment is often the workspace's own: only one that is trusted may run a program of it. */
async function selected(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  return selectedInterpreter(vscode.workspace.workspaceFolders?.[0]?.uri);
}
