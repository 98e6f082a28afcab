import {
  formatVersion,
  isPython,
  isSupported,
  MINIMUM_VERSION,
  type Probe,
  type ProbeFailure,
  type Python,
} from "./pythonProbe";

/** Where to look for a Python interpreter, in order of precedence. */
export interface PythonSources {
  /** The expanded value of `framesage.interpreter`; empty if the setting is not set. */
  readonly setting: string;
  /** Returns the interpreter of the environment selected in the Python extension, if any. */
  readonly selected: () => Promise<string | undefined>;
  /** Program names to look up on the PATH. */
  readonly names: readonly string[];
}

/** Where an interpreter was found, in words for the log. */
export type PythonSource = "the setting framesage.interpreter" | "the Python extension" | "the PATH";

export interface FoundPython {
  readonly python: Python;
  readonly source: PythonSource;
}

export type PythonSearchResult = FoundPython | { readonly python: undefined; readonly error: string };

/** What is wrong with a program, in words after its name. */
export const FAILURES: Record<ProbeFailure, string> = {
  unusable: "is not a working Python interpreter",
  timeout: "did not answer in time",
};

/** Return the usual names of the Python interpreter on a platform, the most likely one first. */
export function pythonNames(platform: NodeJS.Platform): readonly string[] {
  // On Windows, `python3` is usually a stub that opens the Microsoft Store; `py` is the launcher.
  return platform === "win32" ? ["py", "python", "python3"] : ["python3", "python"];
}

/**
 * Return the first supported interpreter, or an error message for the user. An unusable setting is
 * an error: falling back to another interpreter would hide the mistake.
 */
export async function findPython(sources: PythonSources, probe: Probe): Promise<PythonSearchResult> {
  if (sources.setting) {
    return checkConfigured(sources.setting, await probe(sources.setting));
  }
  const unsupported: Python[] = [];
  const hanging: string[] = [];
  for await (const { program, source } of candidates(sources)) {
    const result = await probe(program);
    if (result === "timeout") hanging.push(program);
    if (!isPython(result)) continue;
    if (isSupported(result)) return { python: result, source };
    unsupported.push(result);
  }
  return { python: undefined, error: notFoundMessage(unsupported, hanging) };
}

async function* candidates(sources: PythonSources): AsyncGenerator<{ program: string; source: PythonSource }> {
  const selected = await sources.selected();
  if (selected) yield { program: selected, source: "the Python extension" };
  for (const name of sources.names) yield { program: name, source: "the PATH" };
}

function checkConfigured(setting: string, result: Python | ProbeFailure): PythonSearchResult {
  if (isPython(result) && isSupported(result)) {
    return { python: result, source: "the setting framesage.interpreter" };
  }
  const problem = isPython(result) ? `is Python ${formatVersion(result)}` : FAILURES[result];
  return {
    python: undefined,
    error: `${requirement()}, but "${setting}" (framesage.interpreter) ${problem}.`,
  };
}

function notFoundMessage(unsupported: readonly Python[], hanging: readonly string[]): string {
  const found = unsupported.length > 0 ? `only ${unsupported.map(formatVersion).join(", ")}` : "none";
  const others = hanging.map((program) => ` "${program}" ${FAILURES.timeout}.`);
  return `${requirement()}, but found ${found}.${others.join("")}`;
}

function requirement(): string {
  return `Framesage needs Python ${MINIMUM_VERSION.join(".")} or newer`;
}
