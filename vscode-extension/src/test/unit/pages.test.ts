import assert from "node:assert/strict";
import { test } from "node:test";
import { textRows, type Page } from "../../consultation/page";
import type { Answer, ConsultationStep, KitEntry, KitSummary } from "../../consultation/protocol";
import { questionPage } from "../../consultation/questionPage";
import { resultPage } from "../../consultation/resultPage";

const WORDS = "If it needs accounts, that counts for Django: logins, permissions and password resets are included. (Rule a, guidance G05.)";
const QUESTION = { trait: "needs-auth", text: "Do people log in?", help: "Accounts.", yes: "They do", no: "They do not", because: WORDS, probable: null, assumption: "" };
const NEEDS: KitEntry[] = [{ need: "accounts" }, { need: "an ORM" }, { need: "an audit trail" }];
const FLASK: KitSummary = {
  words: "Flask needs 2 packages for 2 and leaves 1 to you", packages: ["flask-login", "flask-sqlalchemy"],
};
const DJANGO: KitSummary = { words: "Django includes 2 and needs 1 package for the other one", packages: ["django-auditlog"] };
const STEP: ConsultationStep = {
  verdict: {
    favors: "django",
    headline: "Django would suit this project",
    because: [1, 2, 3, 4].map((number) => ({ why: `reason ${number}` })),
    despite: [{ why: "it is small" }, { why: "it is a prototype" }],
  },
  question: QUESTION,
  settled: true,
  contradictions: [],
  remarks: [],
  tips: [],
  kits: { flask: NEEDS, django: NEEDS },
  "kits-summary": { flask: FLASK, django: DJANGO },
  start: [
    { framework: "django", title: "Django", packages: ["django-auditlog"] },
    { framework: "flask", title: "Flask", packages: ["flask-login", "flask-sqlalchemy"] },
  ],
};
const YES: Answer[] = [{ trait: "needs-auth", answer: "yes" }];

function labels(page: Page<unknown>): string[] {
  return page.rows.filter(({ isHeading }) => !isHeading).map(({ label }) => label.replace(/^\$\([a-z-]+\) /, ""));
}

test("a question says what each answer means, and the verdict so far", () => {
  const page = questionPage(STEP, QUESTION, { number: 1, showsWhy: false });
  assert.equal(page.placeholder, "So far: Django would suit this project");
  assert.deepEqual(labels(page), ["Accounts.", "Yes", "No", "Don't know", "Why do you ask?"]);
  assert.deepEqual(page.rows.slice(1, 3).map(({ detail }) => detail), ["They do", "They do not"]);
  assert.deepEqual(page.buttons.map(({ kind }) => kind), ["why"]);
});

test("what is probable is said, and preselected", () => {
  const probable = { ...QUESTION, probable: "no", assumption: "Probably no: 'guests' in the description." } as const;
  const step = { ...STEP, remarks: ["You mention Flask."] };
  const page = questionPage(step, probable, { number: 1, showsWhy: false });
  assert.equal(page.active, "no");
  assert.deepEqual(labels(page).slice(0, 3), ["You mention Flask.", "Accounts.", "From what the project says"]);
  assert.equal(page.rows[2]?.detail, probable.assumption);
  assert.ok(!labels(questionPage(step, QUESTION, { number: 2, showsWhy: false })).includes("You mention Flask."));
  assert.equal(questionPage(STEP, QUESTION, { number: 1, showsWhy: false }).active, "yes");
});

test("the result says what would tip an open verdict", () => {
  const page = resultPage({ ...STEP, tips: [{ text: "Flask, if it stays small." }] }, YES);
  assert.ok(labels(page).includes("Flask, if it stays small."));
});

test("the second question has a way back", () => {
  const page = questionPage(STEP, QUESTION, { number: 2, showsWhy: false });
  assert.deepEqual(page.buttons.map(({ kind }) => kind), ["back", "why"]);
  assert.ok(labels(page).includes("Back to the previous question"));
});

test("a long reason takes several rows, which together contain all of it", () => {
  const page = questionPage(STEP, QUESTION, { number: 1, showsWhy: true });
  const read = page.rows.slice(page.rows.findIndex(({ value }) => value === "why") + 1);
  assert.ok(read.length > 1);
  assert.equal(read.map(({ label }) => label).join(" "), WORDS);
  assert.deepEqual(textRows(""), []);
});

test("contradictions are said with the next question and with the result", () => {
  const step = { ...STEP, contradictions: ["Check your answers."] };
  assert.ok(labels(questionPage(step, QUESTION, { number: 2, showsWhy: false })).includes("Check your answers."));
  assert.equal(labels(resultPage(step, YES))[0], "Check your answers.");
});

test("without needs, no kit is shown", () => {
  const none: KitSummary = { words: "", packages: [] };
  const page = resultPage({ ...STEP, kits: { flask: [] }, "kits-summary": { flask: none } }, YES);
  assert.ok(!page.rows.some(({ label, isHeading }) => isHeading && label.startsWith("For")));
});

test("the result has the main reasons, both kits and the actions, the favored framework first", () => {
  const page = resultPage(STEP, YES);
  assert.ok(page.rows.some(({ label, isHeading }) => isHeading && label === "For these 3 needs"));
  assert.equal(page.title, "Django would suit this project");
  assert.equal(page.placeholder, "No other answer can change this");
  assert.deepEqual(labels(page), [
    "reason 1", "reason 2", "reason 3", "it is small; it is a prototype",
    DJANGO.words, FLASK.words,
    "Start with Django and its kit (1 package)", "Start with Django",
    "Start with Flask and its kit (2 packages)", "Start with Flask",
    "Write the answers into the settings", "Write the answers and open the explanation", "Back to the last question",
  ]);
});

test("a framework without packages to install has no kit to start with", () => {
  const page = resultPage({ ...STEP, start: [{ framework: "django", title: "Django", packages: [] }] }, YES);
  assert.ok(labels(page).includes("Start with Django"));
  assert.ok(!labels(page).some((label) => label.startsWith("Start with Django and")));
});

test("without a yes or no there is nothing to write", () => {
  const page = resultPage(STEP, [{ trait: "needs-auth", answer: "unknown" }]);
  assert.ok(!labels(page).some((label) => label.startsWith("Write")));
  assert.ok(labels(page).includes("Open the explanation"));
});

test("where a framework is chosen already, none is offered to start with", () => {
  const page = resultPage({ ...STEP, start: [] }, YES);
  assert.ok(!labels(page).some((label) => label.startsWith("Start")));
});
