import * as path from "node:path";
import * as vscode from "vscode";
import { newPyproject } from "./pyproject";

const FILE = "pyproject.toml";

/**
 * Ask what the project in a folder is to be, and create its pyproject.toml with that description.
 * Return the file; `undefined` if the user cancels.
 */
export async function createProject(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = path.posix.basename(folder.path);
  const description = await vscode.window.showInputBox({
    title: "What do you want to build?",
    prompt: `Framesage then creates ${FILE} with this description in '${name}'.`,
    placeHolder: "For example: An online shop with customer accounts and payments",
    ignoreFocusOut: true,
  });
  if (description === undefined) return undefined;
  const file = vscode.Uri.joinPath(folder, FILE);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true, contents: Buffer.from(newPyproject(name, description)) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(`${FILE} could not be created in '${name}'.`);
    return undefined;
  }
  await vscode.window.showTextDocument(file); // lets the server read it before it is asked
  return file;
}
