import * as vscode from "vscode";
import { visibleManifest } from "../projects/findManifests";
import { findProjects, type Project } from "../projects/findProjects";
import { pickProject, projectItem, type ProjectItem } from "../projects/pickProject";
import type { Server } from "../server";
import { createProject } from "./createProject";

const OPEN_FOLDER = "Open Folder";

/**
 * Return a dependency file of the project to ask about: that of the editor, or the only one, or one
 * that the user picks. For a folder without any, create one; `undefined` if the user cancels.
 */
export async function chooseProject(server: Server): Promise<vscode.Uri | undefined> {
  const visible = visibleManifest();
  if (visible) return visible;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return askForFolder();
  const projects = await findProjects();
  return pickProject([...projects.map(projectItem), ...emptyFolders(projects, folders)], server);
}

/** Return the folders without a project, in which one can be created. */
function emptyFolders(projects: readonly Project[], folders: readonly vscode.WorkspaceFolder[]): ProjectItem[] {
  const used = new Set(projects.map(({ file }) => vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath));
  return folders.filter(({ uri }) => !used.has(uri.fsPath)).map(({ uri, name }) => ({
    label: `$(new-folder) ${name}`,
    description: "no dependency file yet",
    choose: () => createProject(uri),
  }));
}

async function askForFolder(): Promise<undefined> {
  const message = "Open the folder of your project first; it may be empty.";
  const choice = await vscode.window.showInformationMessage(message, OPEN_FOLDER);
  if (choice === OPEN_FOLDER) await vscode.commands.executeCommand("vscode.openFolder");
  return undefined;
}
