import * as path from "node:path";
import * as vscode from "vscode";
import { findManifests, visibleManifest } from "../projects/findManifests";
import { projectFolders } from "../projects/projectFolders";

/**
 * Return the URI of a path, which may be relative to a workspace folder. Without a path, return that of
 * a visible dependency file, of the only project, or else of the first workspace folder. Paths of other
 * computers are an error, and so are several projects of which none is visible.
 */
export async function resolvePath(name: string | undefined): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = name ? named(name, folder) : visibleManifest() ?? await onlyProject() ?? folder;
  return uri?.toString();
}

function named(name: string, folder: vscode.Uri | undefined): vscode.Uri {
  const uri = path.isAbsolute(name) || !folder ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
  if (uri.scheme !== "file" || uri.authority !== "") throw new Error(`${name}: pass the path of a local file or folder.`);
  return uri;
}

async function onlyProject(): Promise<vscode.Uri | undefined> {
  const [first, ...others] = projectFolders((await findManifests()).map(({ fsPath }) => fsPath));
  if (first && others.length > 0) {
    const names = [first, ...others].map(({ folder }) => vscode.workspace.asRelativePath(folder));
    throw new Error(`There are several projects; pass the path of one of them: ${names.join(", ")}.`);
  }
  return first && vscode.Uri.file(first.file);
}
