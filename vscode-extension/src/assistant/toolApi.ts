import type { CancellationToken, Disposable, MarkdownString } from "vscode";

/** The part of the interface for language model tools that is used here. VS Code has it since 1.95. */
export interface ToolApi {
  readonly lm: { registerTool<T>(name: string, tool: Tool<T>): Disposable };
  readonly LanguageModelTextPart: new (value: string) => TextPart;
  readonly LanguageModelToolResult: new (content: TextPart[]) => ToolResult;
  readonly MarkdownString: new (value: string) => MarkdownString;
}

/** The parts of `vscode` that may be missing in an older VS Code. */
export type MaybeToolApi = Partial<Omit<ToolApi, "lm">> & { readonly lm?: Partial<ToolApi["lm"]> };

export interface TextPart {
  readonly value: string;
}

export interface ToolResult {
  readonly content: readonly unknown[];
}

export interface ToolCall<T> {
  readonly input: T;
}

export interface PreparedCall {
  readonly invocationMessage: string;
  readonly confirmationMessages: { readonly title: string; readonly message: MarkdownString };
}

export interface Tool<T> {
  prepareInvocation(call: ToolCall<T>, token: CancellationToken): PreparedCall;
  invoke(call: ToolCall<T>, token: CancellationToken): Promise<ToolResult>;
}

/** Return the interface if this VS Code has it. */
export function toolApi(api: MaybeToolApi): ToolApi | undefined {
  const isThere = api.lm?.registerTool && api.LanguageModelTextPart && api.LanguageModelToolResult;
  return isThere ? api as ToolApi : undefined;
}
