import * as path from "node:path";

/** Where a path that a user wrote is relative to. */
export interface BasePaths {
  readonly home: string;
  /** The (first) folder of the workspace, if one is open. */
  readonly folder: string | undefined;
}

/**
 * Return the absolute path that a setting means: `~`, `${workspaceFolder}`, `${userHome}` and relative
 * paths expanded. A bare name such as `python3.12` is returned as it is, to be looked up on the PATH.
 */
export function expandPath(written: string, places: BasePaths): string {
  const folder = places.folder ?? places.home;
  const filled = written
    .trim()
    .replaceAll("${workspaceFolder}", folder)
    .replaceAll("${userHome}", places.home)
    .replace(/^~(?=$|[\\/])/, () => places.home);
  return /[\\/]/.test(filled) ? path.resolve(folder, filled) : filled;
}
