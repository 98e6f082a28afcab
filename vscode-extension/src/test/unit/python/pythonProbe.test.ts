import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { before, test } from "node:test";
import { findPython, type PythonSearchResult } from "../../../python/findPython";
import { createProbe, isPython, isSupported, parseProbeOutput } from "../../../python/pythonProbe";

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
  assert.ok(isPython(python), "no python3 on the PATH");
  assert.ok(path.isAbsolute(python.executable));
  assert.equal(python.major, 3);
});

test("the probe returns the version of Python 2", unixOnly, async () => {
  const python2 = writeProgram("python2", `echo '["/usr/bin/python2", 2, 7]'`);
  assert.deepEqual(await createProbe(folder)(python2), { executable: "/usr/bin/python2", major: 2, minor: 7 });
});

test("missing, failing, unrelated and endlessly printing programs are unusable", unixOnly, async () => {
  const probe = createProbe(folder);
  assert.equal(await probe(path.join(folder, "missing")), "unusable");
  assert.equal(await probe(writeProgram("failing", "exit 9")), "unusable");
  assert.equal(await probe(writeProgram("unrelated", "echo Welcome")), "unusable");
  assert.equal(await probe(writeProgram("printing", "exec yes Welcome")), "unusable");
});

test("a Python that takes too long is stopped", async () => {
  assert.equal(await createProbe(folder, 1)(process.env.PYTHON ?? "python3"), "timeout");
});

test("a program that hangs and cannot be interrupted is stopped, and the next one is used", unixOnly, async () => {
  const hanging = writeProgram("hanging", `trap "" TERM\nwhile :; do sleep 0.05; done`);
  const old = writeProgram("python3.8", `echo '["/usr/bin/python3.8", 3, 8]'`);
  const recent = writeProgram("python3.12", `echo '["/usr/bin/python3.12", 3, 12]'`);
  const probe = createProbe(folder, 500);
  const find = (...names: string[]): Promise<PythonSearchResult> =>
    findPython({ setting: "", selected: () => Promise.resolve(hanging), names }, probe);

  assert.equal((await find(old, recent)).python?.executable, "/usr/bin/python3.12");
  const { python, error } = { error: "", ...(await find(old)) };
  assert.equal(python, undefined);
  assert.match(error, /found only 3\.8\. ".*hanging" did not answer in time\.$/);
});

test("the probe does not import modules from its working directory or PYTHONPATH", unixOnly, async () => {
  writeFileSync(path.join(folder, "json.py"), "raise SystemExit('imported a module of the folder')");
  process.env.PYTHONPATH = folder;
  try {
    assert.ok(isPython(await createProbe(folder)(process.env.PYTHON ?? "python3")));
  } finally {
    delete process.env.PYTHONPATH;
  }
});

test("malformed probe output is rejected", () => {
  for (const output of ["", "3.12", "[]", '["", 3, 12]', '["/p", "3", 12]', "null"]) {
    assert.equal(parseProbeOutput(output), "unusable", output);
  }
});

test("Python 3.10 and newer are supported", () => {
  const supported = (major: number, minor: number): boolean => isSupported({ executable: "p", major, minor });
  assert.deepEqual(
    [supported(2, 7), supported(3, 9), supported(3, 10), supported(3, 14), supported(4, 0)],
    [false, false, true, true, true],
  );
});
