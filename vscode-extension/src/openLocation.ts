import * as vscode from "vscode";

/** What the page posts when a line is clicked: where it is, from 0, characters in UTF-16 units. */
export interface OpenLocationMessage {
  readonly command: "open";
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export function isOpenLocationMessage(message: unknown): message is OpenLocationMessage {
  if (typeof message !== "object" || message === null) return false;
  const { command, uri, line, character } = message as Record<keyof OpenLocationMessage, unknown>;
  return command === "open" && typeof uri === "string" && isCount(line) && isCount(character);
}

/** Put the cursor there, in the editor that shows the file already if there is one. */
export async function openLocation({ uri, line, character }: OpenLocationMessage): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  if (file.scheme !== "file") return;
  const cursor = new vscode.Position(line, character);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === file.fsPath);
  await vscode.window.showTextDocument(file, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(cursor, cursor),
  });
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
