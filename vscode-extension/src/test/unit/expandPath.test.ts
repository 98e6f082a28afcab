import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { expandPath } from "../../expandPath";

const home = path.resolve("/home/ada");
const folder = path.resolve("/projects/shop");

const cases: [written: string, expanded: string][] = [
  ["~/envs/x/bin/python", path.join(home, "envs/x/bin/python")],
  ["${workspaceFolder}/.venv/bin/python", path.join(folder, ".venv/bin/python")],
  ["${userHome}/py/python", path.join(home, "py/python")],
  [".venv/bin/python", path.join(folder, ".venv/bin/python")],
  ["../python", path.resolve(folder, "../python")],
  ["  python3.12 ", "python3.12"],
  ["~", home],
  ["~user/python", path.join(folder, "~user/python")],
];

for (const [written, expanded] of cases) {
  test(`"${written}" means ${expanded}`, () => {
    assert.equal(expandPath(written, { home, folder }), expanded);
  });
}

test("relative paths are the home's where no folder is open", () => {
  assert.equal(expandPath("bin/python", { home, folder: undefined }), path.join(home, "bin/python"));
});

test("a home with a dollar sign is taken literally", () => {
  const odd = path.resolve("/home/$&a");
  assert.equal(expandPath("~/python", { home: odd, folder }), path.join(odd, "python"));
});
