import * as vscode from "vscode";
import { NO_VERDICT, STATUS_REQUEST, type StatusResult } from "../protocol";
import type { Server } from "../server";
import type { Project } from "./findProjects";

/** An entry of the list: a project, or something else with an action of its own. */
export interface ProjectItem extends vscode.QuickPickItem {
  readonly choose: () => Promise<vscode.Uri | undefined>;
  /** The file of a project that exists. */
  readonly file?: vscode.Uri;
}

export function projectItem({ file, name, path }: Project): ProjectItem {
  return { label: `$(folder) ${name}`, description: path, file, choose: () => Promise.resolve(file) };
}

/**
 * Return the dependency file of the only project, or of one that the user picks from a list with the
 * verdict on each; `undefined` if the user cancels.
 */
export async function pickProject(items: readonly ProjectItem[], server: Server): Promise<vscode.Uri | undefined> {
  const item = items.length > 1 ? await pick(items, server) : items[0];
  return item?.choose();
}

/** Show the list at once; the verdicts follow when the server has reached them all. */
async function pick(items: readonly ProjectItem[], server: Server): Promise<ProjectItem | undefined> {
  const list = vscode.window.createQuickPick<ProjectItem>();
  Object.assign(list, { title: "Flask or Django?", placeholder: "Which project is it about?", items, busy: true });
  Object.assign(list, { matchOnDescription: true, matchOnDetail: true });
  void withVerdicts(items, server).then((found) => {
    const active = list.activeItems.map(({ label, description }) => label + (description ?? ""));
    list.items = found;
    list.activeItems = found.filter(({ label, description }) => active.includes(label + (description ?? "")));
    list.busy = false;
  });
  try {
    return await new Promise((resolve) => {
      list.onDidAccept(() => { resolve(list.activeItems[0]); });
      list.onDidHide(() => { resolve(undefined); });
      list.show();
    });
  } finally {
    list.dispose();
  }
}

function withVerdicts(items: readonly ProjectItem[], server: Server): Promise<ProjectItem[]> {
  return Promise.all(items.map(async (item) => {
    const status = item.file && (await server.request<StatusResult>(STATUS_REQUEST, item.file));
    const text = status === null ? NO_VERDICT : status?.text;
    return { ...item, detail: text?.replace(/^Framesage: /, "") ?? "" };
  }));
}
