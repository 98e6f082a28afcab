import * as vscode from "vscode";
import { SECTION } from "./settings";

const SETTING = `${SECTION}.trace.server`;

/**
 * Return a view of the log to which the client traces its messages to and from the server.
 *
 * The client traces only if the log level is *Trace*, which the user would have to set in addition to
 * `framesage.trace.server`. With this channel the setting is enough: traces are logged as *Info*.
 */
export function createTraceChannel(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = (): vscode.LogLevel => (isTracing() ? vscode.LogLevel.Trace : log.logLevel);
  return {
    ...log,
    get logLevel() { return level(); },
    onDidChangeLogLevel: (listener) =>
      vscode.Disposable.from(
        log.onDidChangeLogLevel(() => { listener(level()); }),
        vscode.workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration(SETTING)) listener(level());
        }),
      ),
    trace: (message) => {
      if (isTracing()) log.info(message);
      else log.trace(message);
    },
  };
}

function isTracing(): boolean {
  return vscode.workspace.getConfiguration().get<string>(SETTING, "off") !== "off";
}
