import * as vscode from "vscode";
import { findPython, pythonNames, type PythonSources } from "./findPython";
import { selectedInterpreter } from "./pythonExtension";
import { createProbe, formatVersion } from "./pythonProbe";
import { serverCommand, type ServerCommandResult } from "./serverCommand";
import { interpreterSetting, isEnabledAnywhere } from "../settings";

/** Find a Python interpreter, unless Framesage is off, and return the command that starts the server with it. */
export async function resolveServerCommand(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<ServerCommandResult> {
  if (!isEnabledAnywhere()) return { command: undefined, state: { status: "off" } };
  const result = await findPython(pythonSources(), createProbe(context.extensionPath));
  if (!result.python) {
    log.error(result.error);
    const remedy = interpreterSetting() ? "settings" : "python";
    return { command: undefined, state: { status: "stopped", failure: { message: result.error, remedy } } };
  }
  const { executable } = result.python;
  log.info(`Using Python ${formatVersion(result.python)} from ${result.source}: ${executable}`);
  return { command: serverCommand(executable, context.extensionPath, context.globalStorageUri.fsPath) };
}

function pythonSources(): PythonSources {
  return {
    setting: interpreterSetting(),
    selected: trustedSelectedInterpreter,
    names: pythonNames(process.platform),
  };
}

/** Return the selected interpreter. It often lies in the workspace, so it is run only if that is trusted. */
async function trustedSelectedInterpreter(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  return selectedInterpreter(vscode.workspace.workspaceFolders?.[0]?.uri);
}
