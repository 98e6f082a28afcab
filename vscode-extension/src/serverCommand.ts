import * as path from "node:path";

/** A command line, and the folder to start it in. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** How to start the server, or what to tell the user where that cannot be. */
export type ServerCommandResult =
  | { readonly launch: ServerCommand }
  | { readonly launch: undefined; readonly trouble: string };

/**
 * Return how to start the server that the extension carries.
 *
 * Isolated (`-I`) and without site-packages (`-S`): neither the workspace nor an environment can put
 * modules, or `.pth` files that run code, in the way. The folder is the extension's own for the same
 * reason. Bytecode goes to `storage`, as an extension's folder can be read-only, and a start without
 * it takes noticeably longer.
 */
export function serverCommand(python: string, extension: string, storage: string): ServerCommand {
  const folder = path.join(extension, "bundled");
  const bytecode = `pycache_prefix=${path.join(storage, "bytecode")}`;
  return {
    command: python,
    args: ["-I", "-S", "-X", "utf8", "-X", bytecode, path.join(folder, "run_server.py")],
    folder,
  };
}
