import { stat } from "node:fs/promises";
import type { Memento } from "vscode";
import type { FoundPython } from "./findPython";

const KEY = "python";

/** A supported interpreter that was found, and what tells whether its file and the setting have changed since. */
interface RememberedPython extends FoundPython {
  readonly setting: string;
  readonly mtimeMs: number;
  readonly size: number;
}

/**
 * Remembers the interpreter that was found last, so that the server can start without a search.
 *
 * Each workspace has its own. A workspace that has none uses the last one of all, except that an
 * environment selected in the Python extension is for its own workspace, and only while that is trusted.
 */
export class PythonMemory {
  readonly #workspace: Memento;
  readonly #global: Memento;

  constructor(workspace: Memento, global: Memento) {
    this.#workspace = workspace;
    this.#global = global;
  }

  /** Return an interpreter that may be used with this setting and trust, if its file is unchanged. */
  async recall(setting: string, isTrusted: boolean): Promise<FoundPython | undefined> {
    const stored = this.#workspace.get<RememberedPython>(KEY) ?? this.#global.get<RememberedPython>(KEY);
    if (stored?.setting !== setting || (isSelected(stored) && !isTrusted)) return undefined;
    return (await isUnchanged(stored)) ? stored : undefined;
  }

  async remember(found: FoundPython, setting: string): Promise<void> {
    const file = await fileState(found.python.executable);
    if (!file) return;
    const { python, source } = found;
    const stored: RememberedPython = { python, source, setting, ...file };
    await this.#workspace.update(KEY, stored);
    if (!isSelected(found)) await this.#global.update(KEY, stored);
  }

  async forget(): Promise<void> {
    await this.#workspace.update(KEY, undefined);
    await this.#global.update(KEY, undefined);
  }
}

function isSelected({ source }: FoundPython): boolean {
  return source === "the Python extension";
}

async function isUnchanged({ python, mtimeMs, size }: RememberedPython): Promise<boolean> {
  const file = await fileState(python.executable);
  return file?.mtimeMs === mtimeMs && file.size === size;
}

async function fileState(path: string): Promise<{ mtimeMs: number; size: number } | undefined> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { mtimeMs, size };
  } catch {
    return undefined;
  }
}
