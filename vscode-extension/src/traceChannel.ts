import * as vscode from "vscode";
import { SECTION } from "./settings";

const SETTING = `${SECTION}.trace.server`;

/**
 * Return the log as the client is to trace its conversation with the server to.
 *
 * The client traces only while the log's level is *Trace*, which is set in another place than the
 * setting that says how much. Here the setting is enough: what it asks for is shown at the level that
 * the log has by default.
 */
export function createTraceChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = (): vscode.LogLevel => (isAsked() ? vscode.LogLevel.Trace : log.logLevel);
  return {
    ...log,
    get logLevel() { return level(); },
    onDidChangeLogLevel: (listener) =>
      vscode.Disposable.from(
        log.onDidChangeLogLevel(() => { listener(level()); }),
        vscode.workspace.onDidChangeConfiguration((change) => {
          if (change.affectsConfiguration(SETTING)) listener(level());
        }),
      ),
    trace: (message) => {
      if (isAsked()) log.info(message);
      else log.trace(message);
    },
  };
}

function isAsked(): boolean {
  return vscode.workspace.getConfiguration().get<string>(SETTING, "off") !== "off";
}
