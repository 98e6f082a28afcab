import assert from "node:assert/strict";
import { test } from "node:test";
import { withTimeout } from "../../timeout";

test("an answer in time is returned", async () => {
  assert.equal(await withTimeout(() => Promise.resolve("python")), "python");
});

test("who fails, or does not answer, has no answer", async () => {
  assert.equal(await withTimeout<string>(() => Promise.reject(new Error("broken"))), undefined);
  const late = (): Promise<unknown> => new Promise((resolve) => { setTimeout(resolve, 500, "late"); });
  assert.equal(await withTimeout(late, 1), undefined);
});
