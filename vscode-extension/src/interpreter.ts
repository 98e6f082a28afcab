import { isRecent, OLDEST, versionOf, type Probe, type Python } from "./python";

/** Where a Python may come from, in the order in which they are asked. */
export interface Sources {
  /** What `framesage.interpreter` says, expanded; empty where it is not set. */
  readonly setting: string;
  /** The environment that the Python extension has selected, if there is one. */
  readonly selected: () => Promise<string | undefined>;
  /** Names to try on the PATH. */
  readonly names: readonly string[];
}

export type Search =
  | { readonly python: Python; readonly from: string }
  | { readonly python: undefined; readonly trouble: string };

/** The names that a Python has on the PATH of a platform, the likeliest first. */
export function pathNames(platform: NodeJS.Platform): readonly string[] {
  // On Windows `python3` is mostly the stub that opens the shop; `py` is the launcher.
  return platform === "win32" ? ["py", "python", "python3"] : ["python3", "python"];
}

/**
 * Return the first Python that is recent enough, or what to tell the user. A setting that is wrong is
 * said, not worked around: who set it wants that interpreter and no other.
 */
export async function findPython(sources: Sources, probe: Probe): Promise<Search> {
  if (sources.setting) {
    return judgeSetting(sources.setting, await probe(sources.setting));
  }
  const tooOld: Python[] = [];
  for await (const { program, from } of candidates(sources)) {
    const python = await probe(program);
    if (python && isRecent(python)) return { python, from };
    if (python) tooOld.push(python);
  }
  return { python: undefined, trouble: nothingFound(tooOld) };
}

async function* candidates(sources: Sources): AsyncGenerator<{ program: string; from: string }> {
  const selected = await sources.selected();
  if (selected) yield { program: selected, from: "the Python extension" };
  for (const name of sources.names) yield { program: name, from: "the PATH" };
}

function judgeSetting(setting: string, python: Python | undefined): Search {
  if (python && isRecent(python)) return { python, from: "the setting framesage.interpreter" };
  const what = python ? `is Python ${versionOf(python)}` : "is not a Python that can be started";
  return {
    python: undefined,
    trouble: `Framesage needs Python ${OLDEST.join(".")} or newer; "${setting}" (framesage.interpreter) ${what}.`,
  };
}

function nothingFound(tooOld: readonly Python[]): string {
  const found = tooOld.length > 0 ? `only ${tooOld.map(versionOf).join(", ")}` : "none";
  return `Framesage needs Python ${OLDEST.join(".")} or newer to run, and found ${found}.`;
}
