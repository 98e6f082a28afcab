import * as vscode from "vscode";

/** Posted by the report page when a location is clicked. Lines and UTF-16 columns are 0-based. */
export interface OpenLocationMessage {
  readonly command: "open";
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export function isOpenLocationMessage(message: unknown): message is OpenLocationMessage {
  if (typeof message !== "object" || message === null) return false;
  const { command, uri, line, character } = message as Record<keyof OpenLocationMessage, unknown>;
  return command === "open" && typeof uri === "string" && isIndex(line) && isIndex(character);
}

/** Move the cursor to a location, in the editor that already shows the file if there is one. */
export async function openLocation({ uri, line, character }: OpenLocationMessage): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  if (file.scheme !== "file") return;
  const position = new vscode.Position(line, character);
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === file.fsPath);
  await vscode.window.showTextDocument(file, {
    viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
