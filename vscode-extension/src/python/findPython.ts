import { formatVersion, isSupported, MINIMUM_VERSION, type Probe, type Python } from "./pythonProbe";

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
  for await (const { program, source } of candidates(sources)) {
    const python = await probe(program);
    if (python && isSupported(python)) return { python, source };
    if (python) unsupported.push(python);
  }
  return { python: undefined, error: notFoundMessage(unsupported) };
}

async function* candidates(sources: PythonSources): AsyncGenerator<{ program: string; source: PythonSource }> {
  const selected = await sources.selected();
  if (selected) yield { program: selected, source: "the Python extension" };
  for (const name of sources.names) yield { program: name, source: "the PATH" };
}

function checkConfigured(setting: string, python: Python | undefined): PythonSearchResult {
  if (python && isSupported(python)) return { python, source: "the setting framesage.interpreter" };
  const problem = python ? `is Python ${formatVersion(python)}` : "is not a working Python interpreter";
  return {
    python: undefined,
    error: `${requirement()}, but "${setting}" (framesage.interpreter) ${problem}.`,
  };
}

function notFoundMessage(unsupported: readonly Python[]): string {
  const found = unsupported.length > 0 ? `only ${unsupported.map(formatVersion).join(", ")}` : "none";
  return `${requirement()}, but found ${found}.`;
}

function requirement(): string {
  return `Framesage needs Python ${MINIMUM_VERSION.join(".")} or newer`;
}
