import type { Page } from "./page";
import type { Action, Answer, AnswerValue, ConsultationStep, Question } from "./protocol";
import { questionPage } from "./questionPage";
import { resultPage } from "./resultPage";

/** Returns what follows from answers; nothing if the server does not answer. */
export type Consult = (answers: readonly Answer[]) => Promise<ConsultationStep | null | undefined>;

/** Shows a page and returns the reply; `undefined` if the person stops. */
export type Show = <T>(page: Page<T>) => Promise<T | undefined>;

/** How a dialogue ended: with a chosen action, stopped by the person, or because the server failed. */
export interface Outcome {
  readonly answers: readonly Answer[];
  readonly action?: Action;
  readonly failed?: true;
}

type Reply = AnswerValue | "back" | "conclude";

interface State {
  readonly answers: readonly Answer[];
  /** Whether the person wants the result, even if there are questions left. */
  readonly concludes: boolean;
}

/**
 * Ask one question after the other, beginning after the given answers, until the verdict is settled
 * or the person has heard enough; then show the result.
 */
export async function converse(consult: Consult, show: Show, given: readonly Answer[]): Promise<Outcome> {
  let state: State = { answers: given, concludes: false };
  for (;;) {
    const { answers } = state;
    const step = await consult(answers);
    if (!step) return { answers, failed: true };
    const question: Question | null = state.concludes ? null : step.question;
    const reply: Reply | Action | undefined = question
      ? await ask(step, question, answers.length + 1, show)
      : await show(resultPage(step, answers));
    if (reply === undefined) return { answers };
    if (typeof reply === "object") return { answers, action: reply };
    state = advance(state, step.question, reply);
  }
}

async function ask(step: ConsultationStep, question: Question, number: number, show: Show): Promise<Reply | undefined> {
  for (let showsWhy = false; ; showsWhy = !showsWhy) {
    const reply = await show(questionPage(step, question, { number, showsWhy }));
    if (reply !== "why") return reply;
  }
}

/** Return the state after a reply; `question` is the one that was open. */
function advance({ answers, concludes }: State, question: Question | null, reply: Reply): State {
  if (reply === "conclude") return { answers, concludes: true };
  if (reply !== "back") return { answers: [...answers, { trait: question?.trait ?? "", answer: reply }], concludes: false };
  // From a result that the person wanted early, "back" leads to the question that was open.
  return { answers: concludes && question ? answers : answers.slice(0, -1), concludes: false };
}
