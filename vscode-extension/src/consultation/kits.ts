import type { KitEntry } from "./protocol";

/** What a framework takes for the needs of a project, counted. */
export interface KitSummary {
  /** The packages to install, each once. */
  readonly packages: readonly string[];
  /** In words: "4 included, 1 package to install". */
  readonly words: string;
}

export function summarizeKit(entries: readonly KitEntry[]): KitSummary {
  const packages = [...new Set(entries.flatMap((entry) => entry.packages))];
  const included = entries.filter((entry) => entry.included).length;
  const byHand = entries.filter((entry) => !entry.included && entry.packages.length === 0).length;
  const words = [
    included > 0 ? `${included} included` : "",
    packages.length > 0 ? `${countPackages(packages.length)} to install` : "",
    byHand > 0 ? `${byHand} to build yourself` : "",
  ];
  return { packages, words: words.filter(Boolean).join(", ") };
}

export function countPackages(count: number): string {
  return count === 1 ? "1 package" : `${count} packages`;
}

/** Return the name of a framework from its id. */
export function frameworkName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
