import assert from "node:assert/strict";
import { test } from "node:test";
import { keepStated, type Levels } from "../../stated";

const levels: Record<string, Levels> = {
  framework: { globalValue: "flask" },
  layout: { workspaceFolderValue: false },
  rules: { workspaceValue: { "two-frameworks": "off" } },
  exclude: {},
};
const values: Record<string, unknown> = {
  framework: "flask", layout: false, rules: { "two-frameworks": "off" }, exclude: [], traits: {},
};

test("only what someone set is kept, at whatever level", () => {
  const kept = keepStated(Object.keys(values), (key) => levels[key], (key) => values[key]);
  assert.deepEqual(kept, { framework: "flask", layout: false, rules: { "two-frameworks": "off" } });
});
