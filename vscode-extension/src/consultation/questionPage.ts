import { heading, textRows, type Page, type Row } from "./page";
import type { AnswerValue, ConsultationStep, Question } from "./protocol";

/** What a person replies to a question; "why" asks for the reason of the question, or hides it. */
export type QuestionReply = AnswerValue | "why" | "back" | "conclude";

/** Where the dialogue stands: the number of the question, from 1, and whether its reason is shown. */
export interface Position {
  readonly number: number;
  readonly showsWhy: boolean;
}

/** Return the page that asks a question, with the verdict so far. */
export function questionPage(step: ConsultationStep, question: Question, position: Position): Page<QuestionReply> {
  const { number, showsWhy } = position;
  return {
    title: `Question ${number}: ${question.text}`,
    placeholder: `So far: ${step.verdict.headline}`,
    rows: [
      ...(number === 1 ? step.remarks.flatMap((remark) => textRows(remark)) : []),
      ...textRows(question.help),
      ...assumptionRows(question.assumption),
      { label: "$(check) Yes", detail: question.yes, value: "yes" },
      { label: "$(close) No", detail: question.no, value: "no" },
      { label: "$(question) Don't know", detail: "Go on without this answer", value: "unknown" },
      heading(""),
      WHY_ROW,
      ...(showsWhy ? textRows(question.because) : []),
      ...(number > 1 ? [BACK_ROW, CONCLUDE_ROW] : []),
      ...step.contradictions.flatMap((contradiction) => [heading("Contradiction"), ...textRows(contradiction)]),
    ],
    active: question.probable ?? "yes",
    buttons: [
      ...(number > 1 ? [{ kind: "back", value: "back" } as const] : []),
      { kind: "why", value: "why" },
    ],
  };
}

/** Return what is assumed; in the detail, because typing "yes" must find the answer alone. */
function assumptionRows(assumption: string): Row<QuestionReply>[] {
  return assumption === "" ? [] : [{ label: "$(lightbulb) From what the project says", detail: assumption }];
}

const WHY_ROW: Row<QuestionReply> = { label: "$(info) Why do you ask?", value: "why" };
const BACK_ROW: Row<QuestionReply> = { label: "$(arrow-left) Back to the previous question", value: "back" };
const CONCLUDE_ROW: Row<QuestionReply> = { label: "$(milestone) Stop asking and show the result", value: "conclude" };
