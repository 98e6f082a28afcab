import assert from "node:assert/strict";
import { test } from "node:test";
import { findPython, pythonNames, type PythonSearchResult, type PythonSources } from "../../../python/findPython";
import type { Probe } from "../../../python/pythonProbe";

/** A probe for a machine with these programs, each a Python 3 with the given minor version, or one that hangs. */
function fakeProbe(programs: Record<string, number | "timeout">, probed: string[] = []): Probe {
  return (program) => {
    probed.push(program);
    const minor = programs[program] ?? "unusable";
    return Promise.resolve(typeof minor === "string" ? minor : { executable: `/real/${program}`, major: 3, minor });
  };
}

function sources(overrides: Partial<PythonSources> = {}): PythonSources {
  return { setting: "", selected: () => Promise.resolve(undefined), names: ["python3", "python"], ...overrides };
}

const selected = (program: string) => (): Promise<string> => Promise.resolve(program);

const errorOf = (result: PythonSearchResult): string => (result.python ? "" : result.error);

test("the setting takes precedence and nothing else is probed", async () => {
  const probed: string[] = [];
  const probe = fakeProbe({ mine: 12, env: 12, python3: 12 }, probed);
  const result = await findPython(sources({ setting: "mine", selected: selected("env") }), probe);
  assert.equal(result.python?.executable, "/real/mine");
  assert.deepEqual(probed, ["mine"]);
});

test("an unusable setting is an error, even if the PATH has a Python", async () => {
  const result = await findPython(sources({ setting: "/gone/python" }), fakeProbe({ python3: 12 }));
  assert.equal(result.python, undefined);
  assert.match(errorOf(result), /"\/gone\/python" \(framesage\.interpreter\) is not a working Python/);
});

test("the error for an outdated setting includes its version", async () => {
  const result = await findPython(sources({ setting: "old" }), fakeProbe({ old: 9 }));
  assert.match(errorOf(result), /"old" \(framesage\.interpreter\) is Python 3\.9\.$/);
});

test("the selected environment takes precedence over the PATH", async () => {
  const result = await findPython(sources({ selected: selected("env") }), fakeProbe({ env: 11, python3: 13 }));
  assert.equal(result.python?.executable, "/real/env");
});

test("the PATH is used if the selected environment is too old", async () => {
  const result = await findPython(sources({ selected: selected("env") }), fakeProbe({ env: 8, python: 13 }));
  assert.equal(result.python?.executable, "/real/python");
});

test("without any Python, the error names the required version", async () => {
  const result = await findPython(sources(), fakeProbe({}));
  assert.match(errorOf(result), /needs Python 3\.10 or newer, but found none\./);
});

test("with outdated versions only, the error lists them", async () => {
  const result = await findPython(sources(), fakeProbe({ python3: 9, python: 7 }));
  assert.match(errorOf(result), /found only 3\.9, 3\.7\./);
});

test("programs that hang are passed over", async () => {
  const result = await findPython(
    sources({ selected: selected("env") }),
    fakeProbe({ env: "timeout", python3: "timeout", python: 13 }),
  );
  assert.equal(result.python?.executable, "/real/python");
});

test("without another Python, the error names the programs that hang", async () => {
  const result = await findPython(sources({ selected: selected("env") }), fakeProbe({ env: "timeout", python: 8 }));
  assert.match(errorOf(result), /but found only 3\.8\. "env" did not answer in time\.$/);
});

test("the error for a setting that hangs says so", async () => {
  const result = await findPython(sources({ setting: "slow" }), fakeProbe({ slow: "timeout", python3: 12 }));
  assert.match(errorOf(result), /"slow" \(framesage\.interpreter\) did not answer in time\.$/);
});

test("the launcher comes first on Windows, python3 elsewhere", () => {
  assert.equal(pythonNames("win32")[0], "py");
  assert.equal(pythonNames("linux")[0], "python3");
  assert.equal(pythonNames("darwin")[0], "python3");
});
