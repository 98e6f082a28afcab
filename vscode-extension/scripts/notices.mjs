// The licenses of the JavaScript packages in a bundle, and where those of the Python packages are.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Return the notices for the packages whose files esbuild has bundled. */
export function thirdPartyNotices(metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map((input) => PACKAGE.exec(input)?.[1]).filter(Boolean));
  return [
    "The extension contains these JavaScript packages. Those in Python have their licenses in py/*.dist-info/.",
    ...[...folders].sort().map(notice),
  ].join("\n\n") + "\n";
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${folder} has no license file`);
  return `${"-".repeat(80)}\n${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
