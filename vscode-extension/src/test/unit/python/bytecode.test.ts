import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { bytecodeFolder, removeOldBytecode } from "../../../python/bytecode";

test("only the bytecode of the current version is kept", async () => {
  const storage = mkdtempSync(path.join(tmpdir(), "storage-"));
  for (const version of ["0.1.0", "0.2.0", "home"]) {
    mkdirSync(bytecodeFolder(storage, version), { recursive: true });
    writeFileSync(path.join(bytecodeFolder(storage, version), "module.pyc"), "");
  }
  await removeOldBytecode(storage, "0.2.0");
  assert.deepEqual(readdirSync(path.join(storage, "bytecode")), ["0.2.0"]);
  assert.deepEqual(readdirSync(bytecodeFolder(storage, "0.2.0")), ["module.pyc"]);
});

test("a storage without bytecode is left as it is", async () => {
  const storage = mkdtempSync(path.join(tmpdir(), "storage-"));
  await removeOldBytecode(path.join(storage, "none"), "0.2.0");
  assert.deepEqual(readdirSync(storage), []);
});
