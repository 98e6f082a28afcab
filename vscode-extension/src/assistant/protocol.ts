/** The server's command for a step of the consultation in Markdown. */
export const ADVISE = "framesage.advise";

/** The name of the tool, as in package.json. */
export const TOOL = "framesage_advise";

/** What an assistant passes to the tool: its input schema in package.json. */
export interface AdviceInput {
  readonly path?: string;
  readonly description?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** The argument of the command. */
export interface AdviseParams {
  readonly uri: string | null;
  readonly description: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** The result of the command: the advice, or what is wrong with the argument. */
export type AdviceResult = { readonly text: string } | { readonly problem: string };
