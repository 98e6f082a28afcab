import assert from "node:assert/strict";
import { test } from "node:test";
import { withTimeout } from "../../../python/timeout";

test("the result is returned if it arrives in time", async () => {
  assert.equal(await withTimeout(() => Promise.resolve("python")), "python");
});

test("an operation that fails or takes too long returns undefined", async () => {
  assert.equal(await withTimeout<string>(() => Promise.reject(new Error("broken"))), undefined);
  const slow = (): Promise<unknown> => new Promise((resolve) => { setTimeout(resolve, 500, "late"); });
  assert.equal(await withTimeout(slow, 1), undefined);
});
