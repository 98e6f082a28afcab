import { readdir, rm } from "node:fs/promises";
import * as path from "node:path";

/**
 * Return the folder for the bytecode of a version of the extension. It is in the extension's storage,
 * because the extension's own folder may be read-only; a start without bytecode takes twice as long.
 */
export function bytecodeFolder(storage: string, version: string): string {
  return path.join(storage, "bytecode", version);
}

/** Remove the bytecode of all other versions. */
export async function removeOldBytecode(storage: string, version: string): Promise<void> {
  const current = bytecodeFolder(storage, version);
  const folder = path.dirname(current);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((other) => other !== path.basename(current))) {
    await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
