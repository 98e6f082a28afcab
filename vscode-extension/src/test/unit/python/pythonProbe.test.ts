import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { before, test } from "node:test";
import { createProbe, isSupported, parseProbeOutput } from "../../../python/pythonProbe";

const unixOnly = { skip: process.platform === "win32" ? "the fake programs are shell scripts" : false };
let folder: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "framesage-"));
});

function writeProgram(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("the probe returns the version and path of an installed Python", async () => {
  const python = await createProbe(folder)(process.env.PYTHON ?? "python3");
  assert.ok(python, "no python3 on the PATH");
  assert.ok(path.isAbsolute(python.executable));
  assert.equal(python.major, 3);
});

test("the probe returns the version of Python 2", unixOnly, async () => {
  const python2 = writeProgram("python2", `echo '["/usr/bin/python2", 2, 7]'`);
  assert.deepEqual(await createProbe(folder)(python2), { executable: "/usr/bin/python2", major: 2, minor: 7 });
});

test("the probe returns undefined for missing, failing and unrelated programs", unixOnly, async () => {
  const probe = createProbe(folder);
  assert.equal(await probe(path.join(folder, "missing")), undefined);
  assert.equal(await probe(writeProgram("failing", "exit 9")), undefined);
  assert.equal(await probe(writeProgram("unrelated", "echo Welcome")), undefined);
});

test("the probe does not import modules from its working directory or PYTHONPATH", unixOnly, async () => {
  writeFileSync(path.join(folder, "json.py"), "raise SystemExit('imported a module of the folder')");
  process.env.PYTHONPATH = folder;
  try {
    assert.ok(await createProbe(folder)(process.env.PYTHON ?? "python3"));
  } finally {
    delete process.env.PYTHONPATH;
  }
});

test("malformed probe output is rejected", () => {
  for (const output of ["", "3.12", "[]", '["", 3, 12]', '["/p", "3", 12]', "null"]) {
    assert.equal(parseProbeOutput(output), undefined, output);
  }
});

test("Python 3.10 and newer are supported", () => {
  const supported = (major: number, minor: number): boolean => isSupported({ executable: "p", major, minor });
  assert.deepEqual(
    [supported(2, 7), supported(3, 9), supported(3, 10), supported(3, 14), supported(4, 0)],
    [false, false, true, true, true],
  );
});
