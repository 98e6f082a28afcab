import * as vscode from "vscode";
import { registerAdviceTool } from "./assistant/registerAdviceTool";
import { resolvePath } from "./assistant/resolvePath";
import type { MaybeToolApi } from "./assistant/toolApi";
import { AskMe } from "./consultation/askMe";
import { ASK_COMMAND } from "./consultation/protocol";
import { ExplanationPanels } from "./explanation/panels";
import { RulePanel } from "./explanation/rulePanel";
import { FailureNotifier } from "./failureNotifier";
import { ignoreRule } from "./ignore/ignoreRule";
import { IGNORE_COMMAND } from "./ignore/protocol";
import { LanguageStatus } from "./languageStatus";
import { EXPLAIN_COMMAND, SHOW_RULE_COMMAND } from "./protocol";
import { chooseInterpreter } from "./python/chooseInterpreter";
import { Interpreter } from "./python/interpreter";
import { onSelectedInterpreterChange } from "./python/pythonExtension";
import { Server } from "./server";
import { openSettings, SECTION } from "./settings";

let activeServer: Server | undefined;

/** Register everything and return immediately; the server starts in the background. */
export function activate(context: vscode.ExtensionContext): void {
  const start = performance.now();
  const log = vscode.window.createOutputChannel("Framesage", { log: true });
  const interpreter = new Interpreter(context, log);
  const server = new Server(log, interpreter);
  const explanationPanels = new ExplanationPanels(server, context);
  const rulePanel = new RulePanel(server);
  const askMe = new AskMe(server);
  const failureNotifier = new FailureNotifier(server, context.globalState);
  const restart = (): Promise<void> => {
    failureNotifier.reset(); // After an explicit restart, show the same failure again.
    return server.restart();
  };
  activeServer = server;
  context.subscriptions.push(
    log, server, explanationPanels, rulePanel, failureNotifier,
    new LanguageStatus(server),
    registerAdviceTool(vscode as unknown as MaybeToolApi, server, resolvePath),
    vscode.commands.registerCommand("framesage.restart", restart),
    vscode.commands.registerCommand("framesage.showOutput", () => { log.show(); }),
    vscode.commands.registerCommand("framesage.chooseInterpreter", chooseInterpreter),
    vscode.commands.registerCommand(EXPLAIN_COMMAND, (uri?: unknown, rule?: unknown) =>
      explanationPanels.show(uriArgument(uri), rule)),
    vscode.commands.registerCommand(SHOW_RULE_COMMAND, (uri?: unknown, rule?: unknown) => rulePanel.show(uri, rule)),
    vscode.commands.registerCommand("framesage.explainFile", () => explanationPanels.show()),
    vscode.commands.registerCommand(ASK_COMMAND, (uri?: unknown) => askMe.ask(uriArgument(uri))),
    vscode.commands.registerCommand(IGNORE_COMMAND, (request: unknown) => ignoreRule(server, request)),
    vscode.commands.registerCommand("framesage.chooseFramework", () => askMe.ask()),
    vscode.commands.registerCommand("framesage.openSettings", openSettings),
    vscode.workspace.onDidChangeConfiguration((event) => { onConfigurationChange(event, server); }),
    vscode.window.onDidChangeWindowState(({ focused }) => { if (focused) void server.sendFocus(); }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => { void server.start(); }), // may be off in other folders
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  void server.start();
  void afterFirstFindings(context, server, interpreter);
  logStartTimes(start, server, log);
}

/**
 * Do what can wait until the first findings are shown. The Python extension is activated only now,
 * because that can take seconds in the same process; it may have selected another environment meanwhile.
 */
async function afterFirstFindings(
  context: vscode.ExtensionContext,
  server: Server,
  interpreter: Interpreter,
): Promise<void> {
  await server.firstFindings();
  context.subscriptions.push(onSelectedInterpreterChange(() => { void server.start(); }));
  await server.verifyInterpreter();
  await interpreter.removeOldFiles();
}

/** Log how long the activation took, and from its start, the first findings: see benchmarks/vscode_start.py. */
function logStartTimes(start: number, server: Server, log: vscode.LogOutputChannel): void {
  const elapsed = (): string => `${Math.round(performance.now() - start)} ms`;
  log.info(`activated in ${elapsed()}`);
  const subscription = server.onDidPullDiagnostics(() => {
    log.info(`first findings after ${elapsed()}`);
    subscription.dispose();
  });
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
