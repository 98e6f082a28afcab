import * as vscode from "vscode";
import { Explanation } from "./explain";
import { locateServer } from "./locate";
import { EXPLAIN_COMMAND } from "./protocol";
import { onSelectedInterpreterChange } from "./pythonExtension";
import { Server } from "./server";
import { SECTION } from "./settings";
import { openSettings, Status } from "./status";
import { Trouble } from "./trouble";

let server: Server | undefined;

/** Set everything up and return at once; the server starts in its own time. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Framesage", { log: true });
  const running = new Server(log);
  const status = new Status(running);
  const explanation = new Explanation(running);
  const trouble = new Trouble();
  const restart = (): Promise<void> => running.restart(() => locateServer(context, { log, status, trouble }));
  const restartAnew = (): Promise<void> => {
    trouble.clear(); // Who asks for a restart wants to hear why it fails.
    return restart();
  };
  server = running;
  context.subscriptions.push(
    log, running, status, explanation,
    vscode.commands.registerCommand("framesage.restart", restartAnew),
    vscode.commands.registerCommand("framesage.showOutput", () => { log.show(); }),
    vscode.commands.registerCommand(EXPLAIN_COMMAND, (uri?: unknown) => explanation.show(uri)),
    vscode.commands.registerCommand("framesage.openSettings", openSettings),
    vscode.workspace.onDidChangeConfiguration((change) => { onSettings(change, running, restart); }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  void restart();
  void onSelectedInterpreterChange(() => { void restart(); }, context.subscriptions);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function onSettings(
  change: vscode.ConfigurationChangeEvent,
  running: Server,
  restart: () => Promise<void>,
): void {
  if (change.affectsConfiguration(`${SECTION}.interpreter`)) {
    void restart();
  } else if (change.affectsConfiguration(SECTION)) {
    void running.tellSettings();
  }
}
