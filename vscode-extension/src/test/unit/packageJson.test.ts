import assert from "node:assert/strict";
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
  assert.deepEqual(requirements?.filenamePatterns, MANIFEST_GLOBS.filter((glob) => glob.endsWith("{txt,in}")));
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
