import { execFile, type ExecFileException } from "node:child_process";

/** The oldest Python version that can run the server. */
export const MINIMUM_VERSION = [3, 10] as const;

/** A Python interpreter that was run successfully. */
export interface Python {
  /** The absolute path of the interpreter itself, with launchers and shims resolved. */
  readonly executable: string;
  readonly major: number;
  readonly minor: number;
}

/** Why a program cannot be used: it is missing, fails or is not Python; or it does not answer in time. */
export type ProbeFailure = "unusable" | "timeout";

/** Runs a program and returns its version. */
export type Probe = (program: string) => Promise<Python | ProbeFailure>;

// Also runs on Python 2, because "found only 2.7" helps more than "not found". The first entry of
// sys.path is the current folder, whose modules must not be imported.
const PROBE_SCRIPT =
  "import sys; sys.path.pop(0); import json;" +
  "print(json.dumps([sys.executable, sys.version_info[0], sys.version_info[1]]))";
const TIMEOUT_MS = 10_000;

/**
 * Return a probe that runs programs in the given working directory. Do not pass the workspace folder:
 * Windows looks for programs in the current directory first.
 */
export function createProbe(cwd: string, milliseconds = TIMEOUT_MS): Probe {
  return (program) =>
    new Promise((resolve) => {
      // A wrapper script may ignore SIGTERM, and would then never end.
      const options = { cwd, timeout: milliseconds, killSignal: "SIGKILL", windowsHide: true } as const;
      // -E and -S keep environment variables and site-packages from running code.
      execFile(program, ["-E", "-S", "-c", PROBE_SCRIPT], options, (error, stdout) => {
        resolve(error ? failureOf(error) : parseProbeOutput(stdout));
      });
    });
}

function failureOf({ killed, code }: ExecFileException): ProbeFailure {
  return killed && typeof code !== "string" ? "timeout" : "unusable"; // a code: too much output
}

/** Parse the output of the probe script. */
export function parseProbeOutput(output: string): Python | ProbeFailure {
  try {
    const [executable, major, minor] = JSON.parse(output) as unknown[];
    if (typeof executable === "string" && executable && typeof major === "number" && typeof minor === "number") {
      return { executable, major, minor };
    }
  } catch {
    // The output is not JSON, so the program is not Python.
  }
  return "unusable";
}

export function isPython(result: Python | ProbeFailure): result is Python {
  return typeof result === "object";
}

export function isSupported(python: Python): boolean {
  const [major, minor] = MINIMUM_VERSION;
  return python.major > major || (python.major === major && python.minor >= minor);
}

export function formatVersion(python: Python): string {
  return `${python.major}.${python.minor}`;
}
