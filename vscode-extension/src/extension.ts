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
  const running = new Server(log, () => locateServer(context, log));
  const explanation = new Explanation(running);
  const trouble = new Trouble(running);
  const restart = (): Promise<void> => {
    trouble.forget(); // Who asks for a restart wants to hear why it fails.
    return running.restart();
  };
  server = running;
  context.subscriptions.push(
    log, running, explanation, trouble,
    new Status(running),
    vscode.commands.registerCommand("framesage.restart", restart),
    vscode.commands.registerCommand("framesage.showOutput", () => { log.show(); }),
    vscode.commands.registerCommand(EXPLAIN_COMMAND, (uri?: unknown) => explanation.show(uri)),
    vscode.commands.registerCommand("framesage.openSettings", openSettings),
    vscode.workspace.onDidChangeConfiguration((change) => { onSettings(change, running); }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    onSelectedInterpreterChange(() => { void running.start(); }),
  );
  void running.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function onSettings(change: vscode.ConfigurationChangeEvent, running: Server): void {
  if (change.affectsConfiguration(`${SECTION}.interpreter`)) void running.start();
  if (change.affectsConfiguration(SECTION)) void running.tellSettings();
}
