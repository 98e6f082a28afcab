import { execFile } from "node:child_process";

/** The oldest Python that the server runs on. */
export const MINIMUM_VERSION = [3, 10] as const;

/** A Python that was started once and answered. */
export interface Python {
  /** The absolute path of the program itself, behind any launcher or shim. */
  readonly executable: string;
  readonly major: number;
  readonly minor: number;
}

/** Ask a program whether it is a Python; `undefined` where it is missing, hangs or is something else. */
export type Probe = (program: string) => Promise<Python | undefined>;

// Written so that Python 2 understands it too: being told "2.7 is too old" beats "not found". The first
// entry of sys.path is the current folder, where modules may lie that nobody meant to run.
const PROBE_SCRIPT =
  "import sys; sys.path.pop(0); import json;" +
  "print(json.dumps([sys.executable, sys.version_info[0], sys.version_info[1]]))";
const TIMEOUT_MS = 10_000;

/**
 * Return a probe that starts programs in `folder`. That must not be the workspace: Windows looks for
 * programs in the current folder first.
 */
export function createProbe(folder: string): Probe {
  return (program) =>
    new Promise((resolve) => {
      const options = { cwd: folder, timeout: TIMEOUT_MS, windowsHide: true };
      // -E and -S: neither the environment nor a site-packages folder gets to run code here.
      execFile(program, ["-E", "-S", "-c", PROBE_SCRIPT], options, (error, stdout) => {
        resolve(error ? undefined : parseProbeOutput(stdout));
      });
    });
}

/** Return what the answer of a Python says, or `undefined` where it is no such answer. */
export function parseProbeOutput(answer: string): Python | undefined {
  try {
    const [executable, major, minor] = JSON.parse(answer) as unknown[];
    if (typeof executable === "string" && executable && typeof major === "number" && typeof minor === "number") {
      return { executable, major, minor };
    }
  } catch {
    // Not JSON: whatever this program is, it is not a Python.
  }
  return undefined;
}

export function isSupported(python: Python): boolean {
  const [major, minor] = MINIMUM_VERSION;
  return python.major > major || (python.major === major && python.minor >= minor);
}

export function formatVersion(python: Python): string {
  return `${python.major}.${python.minor}`;
}
