import type { Disposable } from "vscode";
import { ADVISE, TOOL, type AdviceInput, type AdviceResult, type AdviseParams } from "./protocol";
import { toolApi, type MaybeToolApi, type PreparedCall, type ToolApi } from "./toolApi";

/** Executes a command of the server; `undefined` if the server does not answer. */
export interface Executor {
  execute<T>(command: string, argument: unknown): Promise<T | null | undefined>;
}

/** Returns the URI of what a path names, or without a path of what is open; `undefined` if nothing is. */
export type Resolver = (path: string | undefined) => Promise<string | undefined>;

/** Let assistants ask for advice, where VS Code lets an extension offer that. */
export function registerAdviceTool(api: MaybeToolApi, server: Executor, resolve: Resolver): Disposable {
  const tools = toolApi(api);
  if (!tools) return { dispose: () => undefined };
  return tools.lm.registerTool<AdviceInput>(TOOL, {
    prepareInvocation: ({ input }) => prepared(tools, input),
    invoke: async ({ input }) => {
      const text = await advice(server, await params(input, resolve));
      return new tools.LanguageModelToolResult([new tools.LanguageModelTextPart(text)]);
    },
  });
}

function prepared(tools: ToolApi, input: AdviceInput): PreparedCall {
  const subject = input.path ?? (input.description ? "your idea" : "this project");
  const message = "Framesage reads the project's dependency files on this computer, and returns a verdict, reasons and "
    + "the names of packages to the assistant.";
  return {
    invocationMessage: `Asking Framesage about ${subject}`,
    confirmationMessages: { title: "Flask or Django?", message: new tools.MarkdownString(message) },
  };
}

async function params({ path, description, answers }: AdviceInput, resolve: Resolver): Promise<AdviseParams> {
  const isIdea = !path && description;
  const uri = isIdea ? undefined : await resolve(path);
  if (!uri && !description) throw new Error("No project is open. Pass a path, or a description of what is to be built.");
  return { uri: uri ?? null, description: description ?? null, answers: answers ?? {} };
}

async function advice(server: Executor, argument: AdviseParams): Promise<string> {
  const result = await server.execute<AdviceResult>(ADVISE, argument);
  if (!result) throw new Error("The Framesage server is not running. The output channel Framesage says why.");
  if ("problem" in result) throw new Error(result.problem);
  return result.text;
}
