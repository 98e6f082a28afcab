import assert from "node:assert/strict";
import { test } from "node:test";
import { converse, type Outcome } from "../../consultation/dialogue";
import type { Page } from "../../consultation/page";
import type { Answer, ConsultationStep } from "../../consultation/protocol";

const TRAITS = ["needs-auth", "api-only"];

const QUESTION = {
  help: "Help.", yes: "It does", no: "It does not", because: "Because.", probable: null, assumption: "",
};

/** A server that asks about two traits and then leans to Django. */
function consult(answers: readonly Answer[]): Promise<ConsultationStep> {
  const trait = TRAITS[answers.length];
  return Promise.resolve({
    verdict: { favors: "django", headline: `After ${answers.length}`, because: [], despite: [] },
    question: trait ? { ...QUESTION, trait, text: `${trait}?` } : null,
    settled: trait === undefined,
    contradictions: [],
    remarks: [],
    tips: [],
    kits: { flask: [], django: [] },
    "kits-summary": {},
    start: [{ framework: "django", title: "Django", packages: [] }],
  });
}

/** Hold a dialogue by choosing a row or button by its label on each page; "" stops. Return also the titles. */
async function hold(labels: readonly string[], given: readonly Answer[] = []): Promise<Outcome & { titles: string[] }> {
  const titles: string[] = [];
  const rest = [...labels];
  const show = <T>(page: Page<T>): Promise<T | undefined> => {
    titles.push(page.title);
    const label = rest.shift() ?? assert.fail(`nothing chosen on "${page.title}"`);
    if (label === "") return Promise.resolve(undefined);
    const row = page.rows.find((candidate) => candidate.label.includes(label));
    const button = page.buttons.find(({ kind }) => kind === label);
    assert.ok(row ?? button, `"${label}" is not on "${page.title}"`);
    return Promise.resolve(row?.value ?? button?.value);
  };
  const outcome = await converse(consult, show, given);
  return { ...outcome, titles };
}

test("answers lead to a result, and its action ends the dialogue", async () => {
  const { answers, action, titles } = await hold(["Yes", "Don't know", "Start with Django"]);
  assert.deepEqual(answers, [{ trait: "needs-auth", answer: "yes" }, { trait: "api-only", answer: "unknown" }]);
  assert.deepEqual(action, { start: "django", kit: false, explain: false });
  assert.deepEqual(titles, ["Question 1: needs-auth?", "Question 2: api-only?", "After 2"]);
});

test("back returns to the previous question and forgets its answer", async () => {
  const { answers, titles } = await hold(["Yes", "back", "No", "Yes", "Back", "No", ""]);
  assert.deepEqual(answers, [{ trait: "needs-auth", answer: "no" }, { trait: "api-only", answer: "no" }]);
  assert.equal(titles[2], "Question 1: needs-auth?");
  assert.equal(titles[5], "Question 2: api-only?");
});

test("the reason of a question is shown without leaving it", async () => {
  const { answers, titles } = await hold(["Why", "Yes", "why", "why", ""]);
  const [first, second] = ["Question 1: needs-auth?", "Question 2: api-only?"];
  assert.deepEqual(titles, [first, first, second, second, second]);
  assert.deepEqual(answers, [{ trait: "needs-auth", answer: "yes" }]);
});

test("an early result offers to answer the open question after all", async () => {
  const { answers, titles } = await hold(["Yes", "Stop asking", "Back", "No", ""]);
  assert.deepEqual(titles.slice(1), ["Question 2: api-only?", "After 1", "Question 2: api-only?", "After 2"]);
  assert.deepEqual(answers, [{ trait: "needs-auth", answer: "yes" }, { trait: "api-only", answer: "no" }]);
});

test("stopping keeps the answers, and the next dialogue goes on there", async () => {
  const stopped = await hold(["Yes", ""]);
  assert.equal(stopped.action, undefined);
  const { titles } = await hold([""], stopped.answers);
  assert.deepEqual(titles, ["Question 2: api-only?"]);
});

test("a server that does not answer ends the dialogue without losing answers", async () => {
  const given: Answer[] = [{ trait: "needs-auth", answer: "yes" }];
  for (const nothing of [null, undefined]) {
    const outcome = await converse(() => Promise.resolve(nothing), () => assert.fail(), given);
    assert.deepEqual(outcome, { answers: given, failed: true });
  }
});
