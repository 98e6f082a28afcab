import * as vscode from "vscode";
import type { PageLocation } from "./messages";

/** Return the file of a location, unless it is none. */
export function fileOf({ uri }: PageLocation): vscode.Uri | undefined {
  const file = vscode.Uri.parse(uri, true);
  return file.scheme === "file" ? file : undefined;
}

/** Move the cursor to a location, in the editor that already shows the file if there is one. */
export async function openLocation(location: PageLocation): Promise<void> {
  const file = fileOf(location);
  if (!file) return;
  const position = new vscode.Position(location.line, location.character);
  await vscode.window.showTextDocument(file, {
    viewColumn: columnOf(file),
    selection: new vscode.Range(position, position),
  });
}

/** Show a file without taking the focus. */
export async function showFile(file: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(file, { viewColumn: columnOf(file), preserveFocus: true });
}

function columnOf(file: vscode.Uri): vscode.ViewColumn {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === file.fsPath);
  return editor?.viewColumn ?? vscode.ViewColumn.One;
}
