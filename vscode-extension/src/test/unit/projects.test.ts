import assert from "node:assert/strict";
import { test } from "node:test";
import { newPyproject } from "../../consultation/pyproject";
import { projectFolders } from "../../projects/projectFolders";

test("a new pyproject.toml has a valid name and an empty dependency list", () => {
  assert.equal(newPyproject("My Shop (2)", "An online shop"), [
    "[project]", 'name = "my-shop-2"', 'version = "0.1.0"', 'description = "An online shop"', "dependencies = []", "",
  ].join("\n"));
  assert.ok(newPyproject("日本", "").includes('name = "app"\n'));
});

test("a description is one line of valid TOML, whatever is pasted", () => {
  const pasted = ' "Shop"\\\r\nwith\tall\u0000\u007f \ud800things ';
  assert.ok(newPyproject("shop", pasted).includes('description = "\\"Shop\\"\\\\ with all things"\n'));
  assert.ok(!newPyproject("shop", " \n ").includes("description"));
});

test("the files of a folder are one project, and lists in a subfolder belong to it", () => {
  const files = ["/w/b/pyproject.toml", "/w/requirements.txt", "/w/requirements/dev.txt", "/w/b/requirements.txt", "/w/a/requirements/base.txt"];
  assert.deepEqual(projectFolders(files), [
    { folder: "/w", file: "/w/requirements.txt" },
    { folder: "/w/a", file: "/w/a/requirements/base.txt" },
    { folder: "/w/b", file: "/w/b/pyproject.toml" },
  ]);
});
