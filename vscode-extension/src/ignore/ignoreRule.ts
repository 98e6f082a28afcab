import * as vscode from "vscode";
import { showUnwritten } from "../consultation/applyAnswers";
import { showNoAnswer } from "../failureNotifier";
import type { Server } from "../server";
import { CHECK_REASON, isIgnoreRequest, WRITE_IGNORE, type Ignore, type IgnoreRequest, type IgnoreResult, type Scope } from "./protocol";

const LABELS: Readonly<Record<string, string>> = { line: "On this line", project: "In this project" };
const PROMPT = "Why does it not matter here? End with until=YYYY-MM-DD if it will some day.";

/**
 * Ask where and why to ignore a finding, let the server write that, and show what it wrote. Nothing
 * changes if the user cancels. The edit is not saved, so that one undo takes it back.
 */
export async function ignoreRule(server: Server, argument: unknown): Promise<void> {
  if (!isIgnoreRequest(argument)) return;
  const answer = await ask(server, argument);
  if (!answer) return;
  const result = await server.execute<IgnoreResult>(WRITE_IGNORE, answer);
  if (!result) await showNoAnswer(server.state);
  else if (result.applied) await showWritten(result);
  else await showUnwritten(result);
}

/** Return the argument of the command that writes the ignore; `undefined` if the user cancels. */
async function ask(server: Server, { uri, ignores }: IgnoreRequest): Promise<object | undefined> {
  const ignore = await chooseIgnore(ignores);
  const scope = ignore && (await chooseScope(ignore));
  const reason = scope && (await askReason(server, uri, ignore.rule, scope));
  if (!reason) return undefined;
  return { uri, rule: ignore.rule, position: ignore.position, scope: scope.scope, reason };
}

async function chooseIgnore(ignores: readonly Ignore[]): Promise<Ignore | undefined> {
  if (ignores.length === 1) return ignores[0];
  const items = ignores.map((ignore) => ({ label: ignore.rule, ignore }));
  const item = await vscode.window.showQuickPick(items, { title: "Ignore a Rule", placeHolder: "Which one?" });
  return item?.ignore;
}

async function chooseScope({ rule, scopes }: Ignore): Promise<Scope | undefined> {
  if (scopes.length === 1) return scopes[0];
  const items = scopes.map((scope) => ({
    label: LABELS[scope.scope] ?? scope.scope,
    description: scope.file,
    scope,
  }));
  const item = await vscode.window.showQuickPick(items, { title: `Ignore ${rule}`, placeHolder: "Where?" });
  return item?.scope;
}

async function askReason(server: Server, uri: string, rule: string, { scope, file }: Scope): Promise<string | undefined> {
  const check = (reason: string): Promise<string> => checkReason(server, uri, scope, reason);
  const reason = await vscode.window.showInputBox({
    title: `Ignore ${rule} (${file})`,
    prompt: PROMPT,
    placeHolder: "The reason, for those who read it later",
    ignoreFocusOut: true, // the reason may have to be looked up
    validateInput: check,
  });
  return reason?.trim();
}

/** Return what is wrong with a reason; "" if nothing is, or if the server does not answer. */
async function checkReason(server: Server, uri: string, scope: string, reason: string): Promise<string> {
  return (await server.execute<string>(CHECK_REASON, { uri, scope, reason })) ?? "";
}

/** Show the reason that was written, with the cursor behind it. */
async function showWritten({ uri, range }: IgnoreResult): Promise<void> {
  if (!uri || !range) return;
  const file = vscode.Uri.parse(uri, true);
  const end = new vscode.Position(range.end.line, range.end.character);
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  await vscode.window.showTextDocument(file, {
    preview: false,
    selection: new vscode.Range(end, end),
    ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
  });
}
