import * as path from "node:path";
import type { ServerState } from "../serverState";

/** The command line that starts the server, and its working directory. */
export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** The command that starts the server, or the state of one that cannot be started or is off. */
export type ServerCommandResult =
  | { readonly command: ServerCommand }
  | { readonly command: undefined; readonly state: ServerState };

/**
 * Return the command that starts the bundled server.
 *
 * The interpreter runs isolated (`-I`) and without site-packages (`-S`), in the extension's own folder:
 * neither the workspace nor an environment can shadow modules or run code from `.pth` files. Bytecode
 * is cached in `storage` because the extension's folder may be read-only; starting without it takes
 * noticeably longer.
 */
export function serverCommand(python: string, extension: string, storage: string): ServerCommand {
  const bundled = path.join(extension, "bundled");
  const bytecode = `pycache_prefix=${path.join(storage, "bytecode")}`;
  return {
    program: python,
    args: ["-I", "-S", "-X", "utf8", "-X", bytecode, path.join(bundled, "run_server.py")],
    cwd: bundled,
  };
}
