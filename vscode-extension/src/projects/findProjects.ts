import * as vscode from "vscode";
import { findManifests } from "./findManifests";
import { isEnabled } from "../settings";
import { projectFolders } from "./projectFolders";

/** A project in the workspace: the dependency file that stands for it, and how to show it. */
export interface Project {
  readonly file: vscode.Uri;
  readonly name: string;
  /** The path of the file, relative to the workspace. */
  readonly path: string;
}

/** Return the projects in the workspace for which Framesage is enabled, outer folders first. */
export async function findProjects(): Promise<Project[]> {
  const enabled = (await findManifests()).filter((file) => isEnabled(file));
  const files = new Map(enabled.map((file) => [file.fsPath, file]));
  return projectFolders([...files.keys()]).flatMap(({ folder, file }) => {
    const uri = files.get(file);
    return uri ? [{ file: uri, name: folderName(folder), path: vscode.workspace.asRelativePath(uri) }] : [];
  });
}

/** Return the name of a workspace folder, or the path of a folder in it. */
function folderName(folder: string): string {
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.fsPath === folder);
  return workspace?.name ?? vscode.workspace.asRelativePath(folder);
}
