import { isSupported, MINIMUM_VERSION, formatVersion, type Probe, type Python } from "./pythonProbe";

/** Where a Python may come from, in the order in which they are asked. */
export interface PythonSources {
  /** What `framesage.interpreter` says, expanded; empty where it is not set. */
  readonly setting: string;
  /** The environment that the Python extension has selected, if there is one. */
  readonly selected: () => Promise<string | undefined>;
  /** Names to try on the PATH. */
  readonly names: readonly string[];
}

export type PythonSearchResult =
  | { readonly python: Python; readonly from: string }
  | { readonly python: undefined; readonly trouble: string };

/** The names that a Python has on the PATH of a platform, the likeliest first. */
export function pythonNames(platform: NodeJS.Platform): readonly string[] {
  // On Windows `python3` is mostly the stub that opens the shop; `py` is the launcher.
  return platform === "win32" ? ["py", "python", "python3"] : ["python3", "python"];
}

/**
 * Return the first Python that is recent enough, or what to tell the user. A setting that is wrong is
 * said, not worked around: who set it wants that interpreter and no other.
 */
export async function findPython(sources: PythonSources, probe: Probe): Promise<PythonSearchResult> {
  if (sources.setting) {
    return checkConfigured(sources.setting, await probe(sources.setting));
  }
  const tooOld: Python[] = [];
  for await (const { program, from } of candidates(sources)) {
    const python = await probe(program);
    if (python && isSupported(python)) return { python, from };
    if (python) tooOld.push(python);
  }
  return { python: undefined, trouble: notFoundMessage(tooOld) };
}

async function* candidates(sources: PythonSources): AsyncGenerator<{ program: string; from: string }> {
  const selected = await sources.selected();
  if (selected) yield { program: selected, from: "the Python extension" };
  for (const name of sources.names) yield { program: name, from: "the PATH" };
}

function checkConfigured(setting: string, python: Python | undefined): PythonSearchResult {
  if (python && isSupported(python)) return { python, from: "the setting framesage.interpreter" };
  const what = python ? `is Python ${formatVersion(python)}` : "is not a Python that can be started";
  return {
    python: undefined,
    trouble: `Framesage needs Python ${MINIMUM_VERSION.join(".")} or newer; "${setting}" (framesage.interpreter) ${what}.`,
  };
}

function notFoundMessage(tooOld: readonly Python[]): string {
  const found = tooOld.length > 0 ? `only ${tooOld.map(formatVersion).join(", ")}` : "none";
  return `Framesage needs Python ${MINIMUM_VERSION.join(".")} or newer to run, and found ${found}.`;
}
