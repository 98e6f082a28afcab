import * as vscode from "vscode";
import { LIST_SELECTOR, MANIFEST_GLOBS, MANIFEST_SELECTOR } from "../documentSelector";

const IGNORED_FOLDERS = "**/{node_modules,.venv,venv}/**";
const MAX_FILES = 200;

export function isManifest(document: vscode.TextDocument): boolean {
  return vscode.languages.match([...MANIFEST_SELECTOR, LIST_SELECTOR], document) > 0;
}

/** Return the dependency file in the active editor, or else in a visible one. */
export function visibleManifest(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const documents = [activeTextEditor, ...visibleTextEditors].map((editor) => editor?.document);
  return documents.find((document) => document && isManifest(document))?.uri;
}

/** Return the dependency files in the workspace, by the order of the globs. */
export async function findManifests(): Promise<vscode.Uri[]> {
  const files = await Promise.all(
    MANIFEST_GLOBS.map((glob) => vscode.workspace.findFiles(glob, IGNORED_FOLDERS, MAX_FILES)),
  );
  return files.flat();
}
