import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { expandPath } from "../../../python/expandPath";

const home = path.resolve("/home/ada");
const folder = path.resolve("/projects/shop");

const cases: [value: string, expected: string][] = [
  ["~/envs/x/bin/python", path.join(home, "envs/x/bin/python")],
  ["${workspaceFolder}/.venv/bin/python", path.join(folder, ".venv/bin/python")],
  ["${userHome}/py/python", path.join(home, "py/python")],
  [".venv/bin/python", path.join(folder, ".venv/bin/python")],
  ["../python", path.resolve(folder, "../python")],
  ["  python3.12 ", "python3.12"],
  ["~", home],
  ["~user/python", path.join(folder, "~user/python")],
];

for (const [value, expected] of cases) {
  test(`"${value}" expands to ${expected}`, () => {
    assert.equal(expandPath(value, { home, folder }), expected);
  });
}

test("without an open folder, relative paths are relative to the home folder", () => {
  assert.equal(expandPath("bin/python", { home, folder: undefined }), path.join(home, "bin/python"));
});

test("a dollar sign in the home folder is kept as it is", () => {
  const homeWithDollar = path.resolve("/home/$&a");
  assert.equal(expandPath("~/python", { home: homeWithDollar, folder }), path.join(homeWithDollar, "python"));
});
