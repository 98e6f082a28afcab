import * as vscode from "vscode";
import { EXPLAIN_COMMAND } from "../protocol";
import type { Server } from "../server";
import { APPLY, answersByTrait, type Action, type Answer, type ApplyResult } from "./protocol";

const EXPLAIN = "Explain";
const SHOW_TEXT = "Show Text";

/**
 * Let the server write the answers, and what to start with, as one edit; show the edited file and
 * what was written. Return the result; nothing if the server cannot tell.
 */
export async function applyAnswers(
  server: Server,
  file: vscode.Uri,
  answers: readonly Answer[],
  { start, kit, explain }: Action,
): Promise<ApplyResult | null | undefined> {
  const argument = { uri: file.toString(), answers: answersByTrait(answers), start, kit };
  const [result, edited] = await collectEdited(() => server.execute<ApplyResult>(APPLY, argument));
  if (!result) return result;
  const isFile = (uri: vscode.Uri): boolean => uri.toString() === file.toString();
  await vscode.window.showTextDocument(edited.find(isFile) ?? edited[0] ?? file, { preview: false });
  if (explain) await vscode.commands.executeCommand(EXPLAIN_COMMAND, file.toString());
  void (result.applied && !result.text ? showWritten(result, file) : showUnwritten(result));
  return result;
}

/** Run an operation; return its result and the files that were edited meanwhile. */
async function collectEdited<T>(operation: () => Promise<T>): Promise<[T, vscode.Uri[]]> {
  const edited: vscode.Uri[] = [];
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.scheme === "file" && contentChanges.length > 0) edited.push(document.uri);
  });
  try {
    return [await operation(), edited];
  } finally {
    subscription.dispose();
  }
}

async function showWritten({ message }: ApplyResult, file: vscode.Uri): Promise<void> {
  const choice = await vscode.window.showInformationMessage(message, EXPLAIN);
  if (choice === EXPLAIN) await vscode.commands.executeCommand(EXPLAIN_COMMAND, file.toString());
}

/** Show what was not written, and why; nothing is lost, because the text to paste can be opened. */
export async function showUnwritten({ message, text }: Pick<ApplyResult, "message" | "text">): Promise<void> {
  const choice = await vscode.window.showWarningMessage(message, ...(text ? [SHOW_TEXT] : []));
  if (choice !== SHOW_TEXT) return;
  const document = await vscode.workspace.openTextDocument({ content: text });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
