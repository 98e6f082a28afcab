import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { before, test } from "node:test";
import { isSupported, parseProbeOutput, createProbe } from "../../pythonProbe";

const unix = { skip: process.platform === "win32" ? "shell scripts stand in for programs" : false };
let folder: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "framesage-"));
});

function program(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("the Python of this machine answers with its version and its own path", async () => {
  const python = await createProbe(folder)(process.env.PYTHON ?? "python3");
  assert.ok(python, "no python3 on the PATH");
  assert.ok(path.isAbsolute(python.executable));
  assert.equal(python.major, 3);
});

test("a Python 2 is told by its version", unix, async () => {
  const old = program("python2", `echo '["/usr/bin/python2", 2, 7]'`);
  assert.deepEqual(await createProbe(folder)(old), { executable: "/usr/bin/python2", major: 2, minor: 7 });
});

test("what is missing, fails, or is no Python does not answer", unix, async () => {
  const probe = createProbe(folder);
  assert.equal(await probe(path.join(folder, "nothing")), undefined);
  assert.equal(await probe(program("fails", "exit 9")), undefined);
  assert.equal(await probe(program("chatty", "echo Welcome")), undefined);
});

test("a module of the folder is not run by asking", unix, async () => {
  writeFileSync(path.join(folder, "json.py"), "raise SystemExit('ran a file of the folder')");
  process.env.PYTHONPATH = folder;
  try {
    assert.ok(await createProbe(folder)(process.env.PYTHON ?? "python3"));
  } finally {
    delete process.env.PYTHONPATH;
  }
});

test("an answer of another shape is none", () => {
  for (const answer of ["", "3.12", "[]", '["", 3, 12]', '["/p", "3", 12]', "null"]) {
    assert.equal(parseProbeOutput(answer), undefined, answer);
  }
});

test("3.10 and later are recent enough", () => {
  const of = (major: number, minor: number): boolean => isSupported({ executable: "p", major, minor });
  assert.deepEqual([of(2, 7), of(3, 9), of(3, 10), of(3, 14), of(4, 0)], [false, false, true, true, true]);
});
