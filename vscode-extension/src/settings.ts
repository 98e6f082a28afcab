import * as os from "node:os";
import * as vscode from "vscode";
import { expandPath } from "./expandPath";
import { pickExplicit, type ExplicitSettings } from "./explicitSettings";

export const SECTION = "framesage";

/** The keys that concern the editor alone; the others mirror `[tool.framesage]`. */
const EDITOR_ONLY: readonly string[] = ["interpreter", "trace"];
const RULES = "rule-paths";

/**
 * Return what the user has set for a folder: no defaults, so that they cannot hide pyproject.toml, but
 * for the paths of rules while the workspace is not trusted: its own files may name none either.
 */
export function explicitSettings(scope: vscode.Uri | undefined): ExplicitSettings {
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const keys = Object.keys(settings).filter((key) => settings.inspect(key) && !EDITOR_ONLY.includes(key));
  const stated = pickExplicit(keys, (key) => settings.inspect(key), (key) => settings.get(key));
  return vscode.workspace.isTrusted ? stated : { ...stated, [RULES]: settings.get(RULES, []) };
}

/** Return the interpreter that is set, expanded, or "". */
export function interpreterSetting(): string {
  const written = vscode.workspace.getConfiguration(SECTION).get<string>("interpreter", "").trim();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return written && expandPath(written, { home: os.homedir(), folder });
}
