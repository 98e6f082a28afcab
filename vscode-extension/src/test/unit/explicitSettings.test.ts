import assert from "node:assert/strict";
import { test } from "node:test";
import { pickExplicit, type SettingScopes } from "../../explicitSettings";

const levels: Record<string, SettingScopes> = {
  framework: { globalValue: "flask" },
  layout: { workspaceFolderValue: false },
  rules: { workspaceValue: { "two-frameworks": "off" } },
  exclude: {},
};
const values: Record<string, unknown> = {
  framework: "flask", layout: false, rules: { "two-frameworks": "off" }, exclude: [], traits: {},
};

test("only what someone set is kept, at whatever level", () => {
  const kept = pickExplicit(Object.keys(values), (key) => levels[key], (key) => values[key]);
  assert.deepEqual(kept, { framework: "flask", layout: false, rules: { "two-frameworks": "off" } });
});
