import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import packageJson from "../../../package.json";
import { MANIFEST_GLOBS, PACK_GLOB } from "../../documentSelector";

const properties: Record<string, { markdownDescription?: string; scope?: string }> =
  packageJson.contributes.configuration.properties;

test("the extension activates for the files in the document selector", () => {
  const globs = packageJson.activationEvents
    .filter((event) => event.startsWith("workspaceContains:"))
    .map((event) => event.slice("workspaceContains:".length));
  assert.deepEqual(globs, [...MANIFEST_GLOBS, PACK_GLOB]);
});

test("a new requirements or TOML file activates the extension through its language", () => {
  const [requirements, toml] = packageJson.contributes.languages;
  assert.deepEqual(requirements?.filenamePatterns, MANIFEST_GLOBS.filter((glob) => glob.endsWith("{txt,in,pip,TXT}")));
  assert.deepEqual(toml?.filenames, ["pyproject.toml", "framesage.toml", "pixi.toml", "Pipfile", "pack.toml"]);
  for (const { id } of packageJson.contributes.languages) {
    assert.ok(packageJson.activationEvents.includes(`onLanguage:${id}`), id);
  }
});

/** Return the source of a regular expression for a glob without escapes: `**` is any folder. */
function regexSource(glob: string): string {
  const replacements: Record<string, string> = {
    "*": String.raw`[^\\/]*`, ".": String.raw`\.`, "/": String.raw`[\\/]`, "{": "(", "}": ")", ",": "|",
  };
  return glob.replace(/^\*\*\//, "").replace(/[*./{},]/g, (character) => replacements[character] ?? "");
}

test("the menus are on the files in the document selector", () => {
  const path = String.raw`(^|[\\/])(${MANIFEST_GLOBS.map(regexSource).join("|")})$`;
  const condition = `resourceScheme == file && (resourceLangId == pip-requirements || resourcePath =~ /${path}/)`;
  const entries = Object.values(packageJson.contributes.menus).flat();
  assert.ok(entries.length > 0);
  for (const { command, when } of entries) assert.ok(when.endsWith(condition), `${command}: ${when}`);
  const matches = (file: string): boolean => new RegExp(path).test(file);
  assert.deepEqual(["/a/pyproject.toml", "C:\\a\\requirements\\dev.txt", "/a/dev-requirements.in"].filter(matches).length, 3);
  assert.deepEqual(["/a/cargo.toml", "/requirements/a/notes.txt", "/a/Pipfile.lock", "/a/setup.py.orig"].filter(matches), []);
});

test("each command that a menu names exists, and has an icon where it is a button", () => {
  const icons = new Map<string, string | undefined>(packageJson.contributes.commands.map(({ command, icon }) => [command, icon]));
  for (const { command } of Object.values(packageJson.contributes.menus).flat()) assert.ok(icons.has(command), command);
  for (const { command } of packageJson.contributes.menus["editor/title"]) assert.match(icons.get(command) ?? "", /^\$\(/);
});

test("every setting has a description and a scope", () => {
  for (const [name, { markdownDescription, scope }] of Object.entries(properties)) {
    assert.ok(markdownDescription && scope, name);
  }
});

test("VS Code shows every setting under a readable title", () => {
  for (const name of Object.keys(properties)) assert.match(name, /^framesage(\.[a-z][a-zA-Z]*)+$/);
});

test("every setting restricted in untrusted workspaces exists", () => {
  for (const name of packageJson.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.ok(properties[name], name);
  }
});

test("a search shows the question first, and every subject is a keyword once", () => {
  assert.match(packageJson.description, /^Flask or Django\? .{20,}/);
  const { keywords } = packageJson;
  assert.ok(keywords.length <= 30 && new Set(keywords).size === keywords.length);
});

test("the dialogue is found in the palette by each word that people look for", () => {
  const titles = packageJson.contributes.commands.map(({ title, category }) => `${category}: ${title}`.toLowerCase());
  assert.ok(titles.includes("framesage: flask or django? ask me"));
  for (const word of ["flask", "django", "web framework", "dependency", "explain"]) assert.ok(titles.some((title) => title.includes(word)), word);
});

test("the README lists every command and every setting", () => {
  const readme = readFileSync("README.md", "utf8");
  const tables = readme.slice(readme.indexOf("## Commands"));
  const listed = [...tables.matchAll(/^\| `?([^`|]+?)`? \|/gm)].map(([, name]) => name);
  const titles = packageJson.contributes.commands.map(({ title }) => title);
  assert.deepEqual(listed.sort(), ["Command", "Setting", ...titles, ...Object.keys(properties)].sort());
});

test("every step of the walkthrough has media that exist, and links to commands that exist", () => {
  const commands = new Set(packageJson.contributes.commands.map(({ command }) => command));
  const steps = packageJson.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  assert.ok(steps.length > 0);
  for (const { id, description, media } of steps) {
    assert.ok(existsSync("image" in media ? media.image : media.markdown), id);
    for (const command of description.match(/(?<=command:)framesage\.\w+/g) ?? []) assert.ok(commands.has(command), command);
  }
});
