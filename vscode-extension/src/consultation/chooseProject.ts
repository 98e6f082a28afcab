import * as vscode from "vscode";
import { findManifests, visibleManifest } from "../findManifests";
import { projectFolders } from "../projectFolders";
import { createProject } from "./createProject";

const TITLE = "Flask or Django?";
const OPEN_FOLDER = "Open Folder";

interface ProjectItem extends vscode.QuickPickItem {
  readonly choose: () => Promise<vscode.Uri | undefined>;
}

/**
 * Return a dependency file of the project to ask about: that of the editor, or the only one, or one
 * that the user picks. For a folder without any, create one; `undefined` if the user cancels.
 */
export async function chooseProject(): Promise<vscode.Uri | undefined> {
  const visible = visibleManifest();
  if (visible) return visible;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return askForFolder();
  const items = projectItems(await findManifests(), folders);
  const [first] = items;
  if (items.length === 1) return first?.choose();
  const placeHolder = "Which project is it about?";
  const item = await vscode.window.showQuickPick(items, { title: TITLE, placeHolder, matchOnDescription: true });
  return item?.choose();
}

/** Return the projects in the workspace, and its folders without one, in which one can be created. */
function projectItems(files: readonly vscode.Uri[], folders: readonly vscode.WorkspaceFolder[]): ProjectItem[] {
  const uris = new Map(files.map((file) => [file.fsPath, file]));
  const used = new Set(files.map((file) => vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath));
  const existing = projectFolders([...uris.keys()]).map(({ folder, file }) => ({
    label: `$(folder) ${folderName(folder)}`,
    description: vscode.workspace.asRelativePath(file),
    choose: () => Promise.resolve(uris.get(file)),
  }));
  const empty = folders.filter(({ uri }) => !used.has(uri.fsPath)).map(({ uri, name }) => ({
    label: `$(new-folder) ${name}`,
    description: "no dependency file yet",
    choose: () => createProject(uri),
  }));
  return [...existing, ...empty];
}

/** Return the name of a workspace folder, or the path of a folder in it. */
function folderName(folder: string): string {
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.fsPath === folder);
  return workspace?.name ?? vscode.workspace.asRelativePath(folder);
}

async function askForFolder(): Promise<undefined> {
  const message = "Open the folder of your project first; it may be empty.";
  const choice = await vscode.window.showInformationMessage(message, OPEN_FOLDER);
  if (choice === OPEN_FOLDER) await vscode.commands.executeCommand("vscode.openFolder");
  return undefined;
}
