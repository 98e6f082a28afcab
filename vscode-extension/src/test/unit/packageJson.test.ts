import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../../../package.json";
import { MANIFEST_GLOBS } from "../../documentSelector";

const properties: Record<string, { markdownDescription?: string; scope?: string }> =
  manifest.contributes.configuration.properties;

test("the extension wakes for the files that the server is told about", () => {
  const patterns = manifest.activationEvents
    .filter((event) => event.startsWith("workspaceContains:"))
    .map((event) => event.slice("workspaceContains:".length));
  assert.deepEqual(patterns, [...MANIFEST_GLOBS]);
});

test("a new file of a kind that has no language without us has one, so that it wakes the extension", () => {
  const [requirements, toml] = manifest.contributes.languages;
  assert.deepEqual(requirements?.filenamePatterns, MANIFEST_GLOBS.filter((pattern) => pattern.endsWith("{txt,in}")));
  assert.deepEqual(toml?.filenames, ["pyproject.toml", "framesage.toml", "pixi.toml", "Pipfile"]);
  for (const { id } of manifest.contributes.languages) {
    assert.ok(manifest.activationEvents.includes(`onLanguage:${id}`), id);
  }
});

test("every setting is described and has a scope", () => {
  for (const [name, { markdownDescription, scope }] of Object.entries(properties)) {
    assert.ok(markdownDescription && scope, name);
  }
});

test("what an untrusted workspace may not set exists", () => {
  for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.ok(properties[name], name);
  }
});
