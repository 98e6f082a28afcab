import * as vscode from "vscode";
import { AskMe } from "./consultation/askMe";
import { ASK_COMMAND } from "./consultation/protocol";
import { ExplanationPanels } from "./explanation/panels";
import { FailureNotifier } from "./failureNotifier";
import { LanguageStatus } from "./languageStatus";
import { EXPLAIN_COMMAND } from "./protocol";
import { chooseInterpreter } from "./python/chooseInterpreter";
import { onSelectedInterpreterChange } from "./python/pythonExtension";
import { resolveServerCommand } from "./python/resolveServerCommand";
import { Server } from "./server";
import { openSettings, SECTION } from "./settings";

let activeServer: Server | undefined;

/** Register everything and return immediately; the server starts in the background. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Framesage", { log: true });
  const server = new Server(log, () => resolveServerCommand(context, log));
  const explanationPanels = new ExplanationPanels(server, context.extensionUri);
  const askMe = new AskMe(server);
  const failureNotifier = new FailureNotifier(server, context.globalState);
  const restart = (): Promise<void> => {
    failureNotifier.reset(); // After an explicit restart, show the same failure again.
    return server.restart();
  };
  activeServer = server;
  context.subscriptions.push(
    log, server, explanationPanels, failureNotifier,
    new LanguageStatus(server),
    vscode.commands.registerCommand("framesage.restart", restart),
    vscode.commands.registerCommand("framesage.showOutput", () => { log.show(); }),
    vscode.commands.registerCommand("framesage.chooseInterpreter", chooseInterpreter),
    vscode.commands.registerCommand(EXPLAIN_COMMAND, (uri?: unknown, rule?: unknown) =>
      explanationPanels.show(uriArgument(uri), rule)),
    vscode.commands.registerCommand("framesage.explainFile", () => explanationPanels.show()),
    vscode.commands.registerCommand(ASK_COMMAND, (uri?: unknown) => askMe.ask(uriArgument(uri))),
    vscode.commands.registerCommand("framesage.chooseFramework", () => askMe.ask()),
    vscode.commands.registerCommand("framesage.openSettings", openSettings),
    vscode.workspace.onDidChangeConfiguration((event) => { onConfigurationChange(event, server); }),
    vscode.window.onDidChangeWindowState(({ focused }) => { if (focused) void server.sendFocus(); }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => { void server.start(); }), // may be off in other folders
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    onSelectedInterpreterChange(() => { void server.start(); }),
  );
  void server.start();
}

export async function deactivate(): Promise<void> {
  await activeServer?.stop();
}

/** Return the argument of a command: a string from the server, or a `Uri` from a menu. */
function uriArgument(argument: unknown): unknown {
  return argument instanceof vscode.Uri ? argument.toString() : argument;
}

function onConfigurationChange(event: vscode.ConfigurationChangeEvent, server: Server): void {
  const restarts = ["interpreter", "enable"].some((name) => event.affectsConfiguration(`${SECTION}.${name}`));
  if (restarts) void server.start();
  if (event.affectsConfiguration(SECTION)) void server.sendSettings();
}
