/** Commands of the server. `CONSULT` returns a `ConsultationStep`, `APPLY` an `ApplyResult`. */
export const CONSULT = "framesage.consultation";
export const APPLY = "framesage.applyAnswers";

/**
 * The command that holds the dialogue about the project of a document, given its URI. The client
 * announces it in its capabilities, so that the server can use it in code lenses and code actions.
 */
export const ASK_COMMAND = "framesage.askMe";

export type AnswerValue = "yes" | "no" | "unknown";

/** The answer to the question about a trait. */
export interface Answer {
  readonly trait: string;
  readonly answer: AnswerValue;
}

/** A question in users' words, what each answer means, and why it is asked. */
export interface Question {
  readonly trait: string;
  readonly text: string;
  readonly help: string;
  readonly yes: string;
  readonly no: string;
  readonly because: string;
  /** The answer that the evidence makes probable; `null` if there is none. */
  readonly probable: AnswerValue | null;
  /** Which answer is probable, and why; empty if none is. */
  readonly assumption: string;
}

/** What a framework has for a need. */
export interface KitEntry {
  readonly need: string;
}

/** What a framework has for all needs, in numbers, and the packages to install. */
export interface KitSummary {
  /** "Flask includes 2 and needs 4 packages for the other 5"; empty without needs. */
  readonly words: string;
  readonly packages: readonly string[];
}

/** A framework to start with, and the packages that its kit adds. */
export interface StartOption {
  readonly framework: string;
  readonly title: string;
  readonly packages: readonly string[];
}

export interface Verdict {
  readonly favors: string;
  readonly headline: string;
  readonly because: readonly { readonly why: string }[];
  /** The reasons on the other side. */
  readonly despite: readonly { readonly why: string }[];
}

/** What follows from the answers so far, and the next question; `null` if there is none. */
export interface ConsultationStep {
  readonly verdict: Verdict;
  readonly question: Question | null;
  readonly settled: boolean;
  readonly contradictions: readonly string[];
  /** Sentences about the description, such as that it names a framework. */
  readonly remarks: readonly string[];
  /** What would tip a verdict that is open. */
  readonly tips: readonly { readonly text: string }[];
  /** What each framework has for the needs found, by the framework's id. */
  readonly kits: Readonly<Record<string, readonly KitEntry[]>>;
  readonly "kits-summary": Readonly<Record<string, KitSummary>>;
  /** The frameworks that the project can start with, the favored one first. */
  readonly start: readonly StartOption[];
}

export interface ApplyResult {
  readonly applied: boolean;
  /** What could not be written, to be pasted by the user. */
  readonly text: string;
  readonly message: string;
}

/** What to write: the answers, and the framework to start with (`kit`: and its packages), if any. */
export interface Action {
  readonly start: string | null;
  readonly kit: boolean;
  /** Whether to open the explanation afterward. */
  readonly explain: boolean;
}

/** Write the answers, and start with no framework. */
export const WRITE_ONLY: Action = { start: null, kit: false, explain: false };

/** Return the answers in the form that the commands of the server take. */
export function answersByTrait(answers: readonly Answer[]): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries(answers.map(({ trait, answer }) => [trait, answer]));
}
