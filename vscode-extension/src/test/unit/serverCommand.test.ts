import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { serverCommand } from "../../serverCommand";

const launch = serverCommand("/usr/bin/python3", path.resolve("/ext"), path.resolve("/storage"));

test("the server is the extension's own, isolated from workspace and environment", () => {
  assert.equal(launch.command, "/usr/bin/python3");
  assert.deepEqual(launch.args.slice(0, 2), ["-I", "-S"]);
  assert.equal(launch.args.at(-1), path.resolve("/ext/bundled/run_server.py"));
  assert.equal(launch.folder, path.resolve("/ext/bundled"));
});

test("bytecode goes to the storage, as the extension's folder may be read-only", () => {
  assert.ok(launch.args.includes(`pycache_prefix=${path.resolve("/storage/bytecode")}`));
});
