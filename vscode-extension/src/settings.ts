import * as os from "node:os";
import * as vscode from "vscode";
import { expandPath } from "./paths";
import { keepStated, type Stated } from "./stated";

export const SECTION = "framesage";

/** The keys that concern the editor alone; the others mirror `[tool.framesage]`. */
export const EDITOR_ONLY: readonly string[] = ["interpreter", "trace"];

/** Return what the user has set for a folder: no defaults, so that they cannot hide pyproject.toml. */
export function statedSettings(scope: vscode.Uri | undefined): Stated {
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const keys = Object.keys(settings).filter((key) => settings.inspect(key) && !EDITOR_ONLY.includes(key));
  return keepStated(keys, (key) => settings.inspect(key), (key) => settings.get(key));
}

/** Return the interpreter that is set, expanded, or "". */
export function interpreterSetting(): string {
  const written = vscode.workspace.getConfiguration(SECTION).get<string>("interpreter", "").trim();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return written && expandPath(written, { home: os.homedir(), folder });
}
