// The licenses of the JavaScript packages in a bundle, and where those of the Python packages are.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LEGAL = /^(?:(?:mit-)?licen[cs]e|copying|notices?|third.?party)(?:[^.]*|.*\.(?:txt|md))$/i;
const NOTICES = /^(?:notices?|third.?party)/i; // beside the license: of what the package contains

/** Return name, version and license of the packages whose files esbuild has bundled, by their folders. */
export function bundledPackages(metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map((input) => PACKAGE.exec(input)?.[1]).filter(Boolean));
  return Object.fromEntries([...folders].sort().map((folder) => [folder, description(folder)]));
}

function description(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, license };
}

/** Return the notices for bundled packages. */
export function thirdPartyNotices(packages) {
  return [
    "The extension contains these JavaScript packages. Those in Python have their licenses in py/*.dist-info/.",
    ...Object.entries(packages).map(notice),
  ].join("\n\n") + "\n";
}

function notice([folder, { name, version, license }]) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LEGAL.test(entry.name));
  const names = files.map((entry) => entry.name).sort(); // the same on all systems
  const licenses = names.filter((file) => !NOTICES.test(file));
  if (!licenses.length) throw new Error(`${folder} has no license file`);
  const texts = [...licenses, ...names.filter((file) => NOTICES.test(file))]
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${"-".repeat(80)}\n${name} ${version} (${license})`, ...texts].join("\n\n");
}
