import * as vscode from "vscode";
import type { FixRequest } from "./messages";
import { fileOf, showFile } from "./openLocation";

/** The kind of all quick fixes: a light bulb shows only some of them. */
const ALL_FIXES = vscode.CodeActionKind.QuickFix.append("framesage.all").value;

/**
 * Apply a fix that the light bulb offers at a finding, and show its file; return whether it was still
 * offered. The page names it by its title, because the text may have changed since.
 */
export async function applyFix(request: FixRequest): Promise<boolean> {
  const file = fileOf(request);
  if (!file) return false;
  const action = await offeredAction(file, request);
  if (!action?.edit) return false;
  const isApplied = await vscode.workspace.applyEdit(action.edit);
  if (isApplied) await showFile(action.edit.entries()[0]?.[0] ?? file);
  return isApplied;
}

async function offeredAction(file: vscode.Uri, request: FixRequest): Promise<vscode.CodeAction | undefined> {
  const position = new vscode.Position(request.line, request.character);
  await vscode.workspace.openTextDocument(file);
  const actions = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    "vscode.executeCodeActionProvider",
    file,
    new vscode.Range(position, position),
    ALL_FIXES,
  );
  return actions.find((action): action is vscode.CodeAction => "edit" in action && action.title === request.title);
}
