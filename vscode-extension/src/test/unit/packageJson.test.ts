import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import packageJson from "../../../package.json";
import { MANIFEST_GLOBS } from "../../documentSelector";

const properties: Record<string, { markdownDescription?: string; scope?: string }> =
  packageJson.contributes.configuration.properties;

test("the extension activates for the files in the document selector", () => {
  const globs = packageJson.activationEvents
    .filter((event) => event.startsWith("workspaceContains:"))
    .map((event) => event.slice("workspaceContains:".length));
  assert.deepEqual(globs, [...MANIFEST_GLOBS]);
});

test("a new requirements or TOML file activates the extension through its language", () => {
  const [requirements, toml] = packageJson.contributes.languages;
  assert.deepEqual(requirements?.filenamePatterns, MANIFEST_GLOBS.filter((glob) => glob.endsWith("{txt,in,pip,TXT}")));
  assert.deepEqual(toml?.filenames, ["pyproject.toml", "framesage.toml", "pixi.toml", "Pipfile"]);
  for (const { id } of packageJson.contributes.languages) {
    assert.ok(packageJson.activationEvents.includes(`onLanguage:${id}`), id);
  }
});

test("every setting has a description and a scope", () => {
  for (const [name, { markdownDescription, scope }] of Object.entries(properties)) {
    assert.ok(markdownDescription && scope, name);
  }
});

test("every setting restricted in untrusted workspaces exists", () => {
  for (const name of packageJson.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.ok(properties[name], name);
  }
});

test("the dialogue is found in the palette by each word that people look for", () => {
  const titles = packageJson.contributes.commands.map(({ title, category }) => `${category}: ${title}`.toLowerCase());
  assert.ok(titles.includes("framesage: flask or django? ask me"));
  for (const word of ["flask", "django", "framework"]) assert.ok(titles.some((title) => title.includes(word)), word);
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
