import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import type { FoundPython, PythonSource } from "../../../python/findPython";
import { PythonMemory } from "../../../python/pythonMemory";

/** The part of VS Code's storage that is used, as it is without VS Code. */
class Storage {
  readonly #values = new Map<string, unknown>();
  keys = (): string[] => [...this.#values.keys()];
  get = <T>(key: string, otherwise?: T): T | undefined => (this.#values.get(key) as T | undefined) ?? otherwise;
  update = (key: string, value: unknown): Promise<void> => {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
    return Promise.resolve();
  };
}

function found(source: PythonSource): FoundPython {
  const executable = path.join(mkdtempSync(path.join(tmpdir(), "python-")), "python3");
  writeFileSync(executable, "");
  return { python: { executable, major: 3, minor: 12 }, source };
}

const executable = (recalled: FoundPython | undefined): string | undefined => recalled?.python.executable;

test("an interpreter is remembered until its file changes", async () => {
  const memory = new PythonMemory(new Storage(), new Storage());
  const python = found("the PATH");
  assert.equal(await memory.recall("", true), undefined);
  await memory.remember(python, "");
  assert.equal(executable(await memory.recall("", true)), python.python.executable);
  appendFileSync(python.python.executable, "new");
  assert.equal(await memory.recall("", true), undefined);
  await memory.remember(python, "");
  rmSync(python.python.executable);
  assert.equal(await memory.recall("", true), undefined);
});

test("another value of the setting invalidates it", async () => {
  const memory = new PythonMemory(new Storage(), new Storage());
  const python = found("the setting framesage.interpreter");
  await memory.remember(python, "/old/python");
  assert.equal(await memory.recall("/new/python", true), undefined);
  assert.equal(await memory.recall("", true), undefined);
  assert.equal(executable(await memory.recall("/old/python", false)), python.python.executable);
});

test("the selected environment is recalled only in a trusted workspace", async () => {
  const memory = new PythonMemory(new Storage(), new Storage());
  const python = found("the Python extension");
  await memory.remember(python, "");
  assert.equal(await memory.recall("", false), undefined);
  assert.equal(executable(await memory.recall("", true)), python.python.executable);
});

test("a new workspace uses the interpreter of others, but not their environment", async () => {
  const global = new Storage();
  const [onPath, selected] = [found("the PATH"), found("the Python extension")];
  await new PythonMemory(new Storage(), global).remember(onPath, "");
  await new PythonMemory(new Storage(), global).remember(selected, "");
  assert.equal(executable(await new PythonMemory(new Storage(), global).recall("", true)), onPath.python.executable);
});

test("what is forgotten is not recalled, in any workspace", async () => {
  const global = new Storage();
  const memory = new PythonMemory(new Storage(), global);
  await memory.remember(found("the PATH"), "");
  await memory.forget();
  assert.equal(await memory.recall("", true), undefined);
  assert.equal(await new PythonMemory(new Storage(), global).recall("", true), undefined);
});
