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
 * neither the workspace nor an environment can shadow modules or run code from `.pth` files. The
 * server caches its bytecode in the given folder.
 */
export function serverCommand(python: string, extension: string, bytecode: string): ServerCommand {
  const bundled = path.join(extension, "py");
  return {
    program: python,
    args: ["-I", "-S", "-X", "utf8", path.join(bundled, "run_server.py"), bytecode],
    cwd: bundled,
  };
}
