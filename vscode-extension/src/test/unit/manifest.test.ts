import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../../../package.json";
import { MANIFESTS } from "../../documents";

const properties: Record<string, { markdownDescription?: string; scope?: string }> =
  manifest.contributes.configuration.properties;

test("the extension wakes for the files that the server is told about", () => {
  const patterns = manifest.activationEvents
    .filter((event) => event.startsWith("workspaceContains:"))
    .map((event) => event.slice("workspaceContains:".length));
  assert.deepEqual(patterns, [...MANIFESTS]);
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
