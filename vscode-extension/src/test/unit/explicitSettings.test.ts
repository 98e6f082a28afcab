import assert from "node:assert/strict";
import { test } from "node:test";
import { pickExplicit, serverKey, type SettingScopes } from "../../explicitSettings";

const scopes: Record<string, SettingScopes> = {
  framework: { globalValue: "flask" },
  layout: { workspaceFolderValue: false },
  rules: { workspaceValue: { "two-frameworks": "off" } },
  exclude: {},
};
const values: Record<string, unknown> = {
  framework: "flask", layout: false, rules: { "two-frameworks": "off" }, exclude: [], traits: {},
};

test("only settings that are set in some scope are picked", () => {
  const picked = pickExplicit(Object.keys(values), (key) => scopes[key], (key) => values[key]);
  assert.deepEqual(picked, { framework: "flask", layout: false, rules: { "two-frameworks": "off" } });
});

test("a setting is sent under the key of [tool.framesage]", () => {
  assert.deepEqual(["framework", "rulePaths", "inlayHints"].map(serverKey), ["framework", "rule-paths", "inlay-hints"]);
  assert.deepEqual(pickExplicit(["rulePaths"], () => ({ globalValue: ["a.toml"] }), () => ["a.toml"]), { "rule-paths": ["a.toml"] });
});
