import * as path from "node:path";

/** The folders that variables and relative paths in a setting refer to. */
export interface BasePaths {
  readonly home: string;
  /** The (first) workspace folder, if a folder is open. */
  readonly folder: string | undefined;
}

/**
 * Return the absolute path for a setting, with `~`, `${workspaceFolder}`, `${userHome}` and relative
 * paths expanded. A bare name such as `python3.12` is returned unchanged, to be looked up on the PATH.
 */
export function expandPath(value: string, bases: BasePaths): string {
  const folder = bases.folder ?? bases.home;
  const expanded = value
    .trim()
    .replaceAll("${workspaceFolder}", folder)
    .replaceAll("${userHome}", bases.home)
    .replace(/^~(?=$|[\\/])/, () => bases.home);
  return /[\\/]/.test(expanded) ? path.resolve(folder, expanded) : expanded;
}
