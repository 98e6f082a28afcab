import * as vscode from "vscode";
import { ExplanationPanel } from "./explanationPanel";
import { resolveServerCommand } from "./resolveServerCommand";
import { EXPLAIN_COMMAND } from "./protocol";
import { onSelectedInterpreterChange } from "./pythonExtension";
import { Server } from "./server";
import { SECTION } from "./settings";
import { openSettings, LanguageStatus } from "./languageStatus";
import { FailureNotifier } from "./failureNotifier";

let server: Server | undefined;

/** Set everything up and return at once; the server starts in its own time. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Framesage", { log: true });
  const running = new Server(log, () => resolveServerCommand(context, log));
  const explanation = new ExplanationPanel(running);
  const trouble = new FailureNotifier(running);
  const restart = (): Promise<void> => {
    trouble.forget(); // Who asks for a restart wants to hear why it fails.
    return running.restart();
  };
  server = running;
  context.subscriptions.push(
    log, running, explanation, trouble,
    new LanguageStatus(running),
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
  if (change.affectsConfiguration(SECTION)) void running.sendSettings();
}
