import * as os from "node:os";
import * as vscode from "vscode";
import { NOTHING, pickExplicit, type ExplicitSettings } from "./explicitSettings";
import { expandPath } from "./python/expandPath";

export const SECTION = "framesage";

/** Settings that concern only the editor; all others mirror keys of `[tool.framesage]`. */
const EDITOR_ONLY: readonly string[] = ["enable", "codeLens", "interpreter", "trace"];

/**
 * Return the settings that the user has set for a folder, without defaults, which would override
 * pyproject.toml. In an untrusted workspace, the server leaves out the rules that the workspace's own
 * files name.
 */
export function explicitSettings(scope: vscode.Uri | undefined): ExplicitSettings {
  if (scope && !isEnabled(scope)) return NOTHING; // without a folder that is on, no server runs
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const names = Object.keys(settings).filter((name) => settings.inspect(name) && !EDITOR_ONLY.includes(name));
  const explicit = pickExplicit(names, (name) => settings.inspect(name), (name) => settings.get(name));
  return vscode.workspace.isTrusted ? explicit : { ...explicit, restricted: true };
}

/** Return whether `framesage.enable` is set for a folder, or for a window without folders. */
export function isEnabled(scope: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration(SECTION, scope ?? null).get("enable", true);
}

/** Return whether `framesage.enable` is set for any folder of the window. */
export function isEnabledAnywhere(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 0 ? folders.some(({ uri }) => isEnabled(uri)) : isEnabled(undefined);
}

/** Return whether the verdict is to be shown above a document's dependency list. */
export function showsCodeLens(document: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(SECTION, document).get("codeLens", true);
}

/** Return the expanded value of `framesage.interpreter`, or "" if it is not set. */
export function interpreterSetting(): string {
  const value = vscode.workspace.getConfiguration(SECTION).get<string>("interpreter", "").trim();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return value && expandPath(value, { home: os.homedir(), folder });
}

/** Open the settings editor, filtered to this extension. */
export function openSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.openSettings", `@ext:framesage.${SECTION}`);
}
