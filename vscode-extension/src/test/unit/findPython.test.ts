import assert from "node:assert/strict";
import { test } from "node:test";
import { findPython, pythonNames, type PythonSources } from "../../findPython";
import type { Probe } from "../../pythonProbe";

/** A machine on which these programs are Pythons of these minor versions. */
function machine(programs: Record<string, number>, asked: string[] = []): Probe {
  return (program) => {
    asked.push(program);
    const minor = programs[program];
    return Promise.resolve(minor === undefined ? undefined : { executable: `/real/${program}`, major: 3, minor });
  };
}

function sources(given: Partial<PythonSources> = {}): PythonSources {
  return { setting: "", selected: () => Promise.resolve(undefined), names: ["python3", "python"], ...given };
}

const selected = (program: string) => (): Promise<string> => Promise.resolve(program);

test("the setting comes first, and nothing else is asked", async () => {
  const asked: string[] = [];
  const probe = machine({ mine: 12, env: 12, python3: 12 }, asked);
  const found = await findPython(sources({ setting: "mine", selected: selected("env") }), probe);
  assert.equal(found.python?.executable, "/real/mine");
  assert.deepEqual(asked, ["mine"]);
});

test("a wrong setting is said and not worked around", async () => {
  const found = await findPython(sources({ setting: "/gone/python" }), machine({ python3: 12 }));
  assert.equal(found.python, undefined);
  assert.match(found.trouble, /"\/gone\/python" \(framesage\.interpreter\) is not a Python/);
});

test("a setting that is too old is said with its version", async () => {
  const found = await findPython(sources({ setting: "old" }), machine({ old: 9 }));
  assert.match(found.python ? "" : found.trouble, /"old" \(framesage\.interpreter\) is Python 3\.9\.$/);
});

test("the selected environment comes before the PATH", async () => {
  const found = await findPython(sources({ selected: selected("env") }), machine({ env: 11, python3: 13 }));
  assert.equal(found.python?.executable, "/real/env");
});

test("a selected environment that is too old gives way to the PATH", async () => {
  const found = await findPython(sources({ selected: selected("env") }), machine({ env: 8, python: 13 }));
  assert.equal(found.python?.executable, "/real/python");
});

test("with nothing on the machine, the message says what is needed", async () => {
  const found = await findPython(sources(), machine({}));
  assert.match(found.python ? "" : found.trouble, /needs Python 3\.10 or newer to run, and found none\./);
});

test("with only old ones, the message says which", async () => {
  const found = await findPython(sources(), machine({ python3: 9, python: 7 }));
  assert.match(found.python ? "" : found.trouble, /found only 3\.9, 3\.7\./);
});

test("Windows is asked for its launcher first, other systems for python3", () => {
  assert.equal(pythonNames("win32")[0], "py");
  assert.equal(pythonNames("linux")[0], "python3");
  assert.equal(pythonNames("darwin")[0], "python3");
});
