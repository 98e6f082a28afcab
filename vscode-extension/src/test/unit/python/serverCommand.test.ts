import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { serverCommand } from "../../../python/serverCommand";

test("the bundled server runs isolated from the workspace and the environment", () => {
  const command = serverCommand("/usr/bin/python3", path.resolve("/ext"), path.resolve("/storage/bytecode/1.0"));
  assert.equal(command.program, "/usr/bin/python3");
  assert.deepEqual(command.args.slice(0, 2), ["-I", "-S"]);
  const files = [path.resolve("/ext/py/run_server.py"), path.resolve("/storage/bytecode/1.0")];
  assert.deepEqual(command.args.slice(-2), files);
  assert.equal(command.cwd, path.resolve("/ext/py"));
});
