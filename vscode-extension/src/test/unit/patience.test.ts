import assert from "node:assert/strict";
import { test } from "node:test";
import { withPatience } from "../../patience";

test("an answer in time is returned", async () => {
  assert.equal(await withPatience(() => Promise.resolve("python")), "python");
});

test("who fails, or does not answer, has no answer", async () => {
  assert.equal(await withPatience<string>(() => Promise.reject(new Error("broken"))), undefined);
  const late = (): Promise<unknown> => new Promise((resolve) => { setTimeout(resolve, 500, "late"); });
  assert.equal(await withPatience(late, 1), undefined);
});
