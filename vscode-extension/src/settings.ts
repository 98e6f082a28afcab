import * as os from "node:os";
import * as vscode from "vscode";
import { expandPath } from "./python/expandPath";
import { pickExplicit, type ExplicitSettings } from "./explicitSettings";

export const SECTION = "framesage";

/** Settings that concern only the editor; all others mirror keys of `[tool.framesage]`. */
const EDITOR_ONLY: readonly string[] = ["interpreter", "trace"];
const RULE_PATHS = "rule-paths";

/**
 * Return the settings that the user has set for a folder, without defaults, which would override
 * pyproject.toml. In an untrusted workspace, `rule-paths` is always included, even if it is the
 * default: it keeps the server from using the paths in the workspace's own files.
 */
export function explicitSettings(scope: vscode.Uri | undefined): ExplicitSettings {
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const keys = Object.keys(settings).filter((key) => settings.inspect(key) && !EDITOR_ONLY.includes(key));
  const explicit = pickExplicit(keys, (key) => settings.inspect(key), (key) => settings.get(key));
  return vscode.workspace.isTrusted ? explicit : { ...explicit, [RULE_PATHS]: settings.get(RULE_PATHS, []) };
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
