import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { serverCommand } from "../../../python/serverCommand";

const command = serverCommand("/usr/bin/python3", path.resolve("/ext"), path.resolve("/storage"));

test("the bundled server runs isolated from the workspace and the environment", () => {
  assert.equal(command.program, "/usr/bin/python3");
  assert.deepEqual(command.args.slice(0, 2), ["-I", "-S"]);
  assert.equal(command.args.at(-1), path.resolve("/ext/bundled/run_server.py"));
  assert.equal(command.cwd, path.resolve("/ext/bundled"));
});

test("bytecode is cached in the storage folder, because the extension's folder may be read-only", () => {
  assert.ok(command.args.includes(`pycache_prefix=${path.resolve("/storage/bytecode")}`));
});
