import * as vscode from "vscode";
import { findPython, pathNames, type Sources } from "./interpreter";
import { serverLaunch, type Launch } from "./launch";
import { probeIn, versionOf } from "./python";
import { selectedInterpreter } from "./pythonExtension";
import { interpreterSetting } from "./settings";
import type { Status } from "./status";
import type { Trouble } from "./trouble";

/** Where the outcome of a search is told. */
export interface Listeners {
  readonly log: vscode.LogOutputChannel;
  readonly status: Status;
  readonly trouble: Trouble;
}

/** Find a Python and return how to start the server with it; where there is none, say so. */
export async function locateServer(
  context: vscode.ExtensionContext,
  { log, status, trouble }: Listeners,
): Promise<Launch | undefined> {
  const found = await findPython(sources(), probeIn(context.extensionPath));
  if (!found.python) {
    log.error(found.trouble);
    status.trouble(found.trouble);
    trouble.tell(found.trouble);
    return undefined;
  }
  trouble.clear();
  log.info(`Python ${versionOf(found.python)} from ${found.from}: ${found.python.executable}`);
  return serverLaunch(found.python.executable, context.extensionPath, context.globalStorageUri.fsPath);
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
