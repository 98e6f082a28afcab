import { heading, textRows, type Page, type Row } from "./page";
import { WRITE_ONLY, type Action, type Answer, type ConsultationStep } from "./protocol";

export type ResultReply = Action | "back";

const REASONS = 3;
const SETTLED = "No other answer can change this";
const UNSETTLED = "Based on your answers so far";

/** Return the last page: the verdict, its reasons, both kits, and what can be done about it. */
export function resultPage(step: ConsultationStep, answers: readonly Answer[]): Page<ResultReply> {
  const { verdict, contradictions, settled } = step;
  return {
    title: verdict.headline,
    placeholder: settled ? SETTLED : UNSETTLED,
    rows: [
      ...section("Contradictions", contradictions.flatMap((text) => textRows(`$(warning) ${text}`))),
      ...section("Because", reasons(verdict.because).map((why) => ({ label: `$(circle-small-filled) ${why}` }))),
      ...section("On the other side", textRows(reasons(verdict.despite).join("; "))),
      ...section("What would tip it", step.tips.flatMap(({ text }) => textRows(text))),
      ...section(needsHeading(step), kitRows(step)),
      ...section("What next?", [...startRows(step), ...writeRows(answers)]),
    ],
    buttons: answers.length > 0 ? [{ kind: "back", value: "back" }] : [],
  };
}

function section(title: string, rows: readonly Row<ResultReply>[]): Row<ResultReply>[] {
  return rows.length > 0 ? [heading(title), ...rows] : [];
}

function reasons(all: readonly { readonly why: string }[]): string[] {
  return all.slice(0, REASONS).map(({ why }) => why);
}

function needsHeading({ kits }: ConsultationStep): string {
  const count = Math.max(0, ...Object.values(kits).map((entries) => entries.length));
  return count === 1 ? "For this need" : `For these ${count} needs`;
}

/** Return what each framework includes and needs besides, the favored one first. */
function kitRows({ "kits-summary": summary, verdict }: ConsultationStep): Row<ResultReply>[] {
  return Object.entries(summary)
    .filter(([, { words }]) => words !== "")
    .sort(([a], [b]) => Number(b === verdict.favors) - Number(a === verdict.favors))
    .map(([, { words, packages }]) => ({ label: `$(package) ${words}`, description: packages.join(", ") }));
}

function startRows(step: ConsultationStep): Row<ResultReply>[] {
  return step.start.flatMap(({ framework, title, packages }) => {
    const label = `$(rocket) Start with ${title}`;
    const action: Action = { ...WRITE_ONLY, start: framework };
    const kit = { label: `${label} and its kit (${countPackages(packages.length)})`, value: { ...action, kit: true } };
    return [...(packages.length > 0 ? [kit] : []), { label, value: action }];
  });
}

function countPackages(count: number): string {
  return count === 1 ? "1 package" : `${count} packages`;
}

function writeRows(answers: readonly Answer[]): Row<ResultReply>[] {
  const explain = { ...WRITE_ONLY, explain: true };
  if (!answers.some(({ answer }) => answer !== "unknown")) {
    return [{ label: "$(book) Open the explanation", value: explain }];
  }
  return [
    { label: "$(edit) Write the answers into the settings", value: WRITE_ONLY },
    { label: "$(book) Write the answers and open the explanation", value: explain },
    { label: "$(arrow-left) Back to the last question", value: "back" },
  ];
}
