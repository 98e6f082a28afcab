import * as vscode from "vscode";
import { findPython, pathNames, type Sources } from "./interpreter";
import { serverLaunch, type Located } from "./launch";
import { probeIn, versionOf } from "./python";
import { selectedInterpreter } from "./pythonExtension";
import { interpreterSetting } from "./settings";

/** Find a Python and return how to start the server with it, or what to tell where there is none. */
export async function locateServer(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<Located> {
  const found = await findPython(sources(), probeIn(context.extensionPath));
  if (!found.python) {
    log.error(found.trouble);
    return { launch: undefined, trouble: found.trouble };
  }
  log.info(`Python ${versionOf(found.python)} from ${found.from}: ${found.python.executable}`);
  const storage = context.globalStorageUri.fsPath;
  return { launch: serverLaunch(found.python.executable, context.extensionPath, storage) };
}

function sources(): Sources {
  return {
    setting: interpreterSetting(),
    selected: () => selected(),
    names: pathNames(process.platform),
  };
}

/** A selected environment is often the workspace's own: only one that is trusted may run a program of it. */
async function selected(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  return selectedInterpreter(vscode.workspace.workspaceFolders?.[0]?.uri);
}
