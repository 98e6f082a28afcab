import assert from "node:assert/strict";
import { test } from "node:test";
import packageJson from "../../../package.json";
import { ADVISE, TOOL, type AdviceInput, type AdviseParams } from "../../assistant/protocol";
import { registerAdviceTool } from "../../assistant/registerAdviceTool";
import type { MaybeToolApi, Tool, ToolApi, ToolResult } from "../../assistant/toolApi";

class Part {
  constructor(readonly value: string) {}
}

class Result {
  constructor(readonly content: Part[]) {}
}

type AdviceTool = Tool<AdviceInput>;
type Call = Parameters<AdviceTool["invoke"]>;

/** Register the tool in a VS Code that has the interface; return it, and the arguments that reach the server. */
function registered(answer: unknown, uri?: string): { tool: AdviceTool; sent: AdviseParams[] } {
  const tools = new Map<string, unknown>();
  const sent: AdviseParams[] = [];
  const api = {
    lm: { registerTool: (name: string, tool: unknown) => (tools.set(name, tool), { dispose: () => undefined }) },
    LanguageModelTextPart: Part, LanguageModelToolResult: Result, MarkdownString: Part,
  } as unknown as ToolApi;
  const execute = <T>(command: string, argument: unknown): Promise<T> => {
    assert.equal(command, ADVISE);
    sent.push(argument as AdviseParams);
    return Promise.resolve(answer as T);
  };
  registerAdviceTool(api, { execute }, () => Promise.resolve(uri));
  return { tool: tools.get(TOOL) as AdviceTool, sent };
}

function invoke(tool: AdviceTool, input: AdviceInput): Promise<ToolResult> {
  return tool.invoke({ input }, undefined as unknown as Call[1]);
}

test("without the interface, nothing is registered and nothing fails", () => {
  const noServer = { execute: () => Promise.reject(new Error("called")) };
  const vscodes: MaybeToolApi[] = [{}, { lm: {} }, { lm: { registerTool: () => { throw new Error("called"); } } }];
  for (const api of vscodes) registerAdviceTool(api, noServer, () => Promise.resolve(undefined)).dispose();
});

test("the text of the server is the result", async () => {
  const { tool, sent } = registered({ text: "Django fits" }, "file:///shop");
  const { content } = await invoke(tool, { answers: { "needs-auth": "yes" } });
  assert.deepEqual(content, [new Part("Django fits")]);
  assert.deepEqual(sent, [{ uri: "file:///shop", description: null, answers: { "needs-auth": "yes" } }]);
});

test("an idea is not about the project that is open", async () => {
  const { tool, sent } = registered({ text: "" }, "file:///shop");
  await invoke(tool, { description: "A shop" });
  assert.deepEqual(sent, [{ uri: null, description: "A shop", answers: {} }]);
});

test("what is wrong is an error for the assistant", async () => {
  await assert.rejects(invoke(registered({ problem: "unknown trait" }, "file:///shop").tool, {}), /unknown trait/);
  await assert.rejects(invoke(registered(undefined, "file:///shop").tool, {}), /not running/);
  await assert.rejects(invoke(registered({ text: "" }).tool, {}), /No project is open/);
});

test("the user confirms what is returned to the assistant", () => {
  const { tool } = registered({ text: "" });
  const call = tool.prepareInvocation({ input: { path: "api" } }, undefined as unknown as Call[1]);
  assert.match(call.invocationMessage, /api/);
  assert.match(call.confirmationMessages.message.value, /to the assistant/);
});

test("package.json describes the tool and its input", () => {
  const [tool] = packageJson.contributes.languageModelTools;
  assert.equal(tool?.name, TOOL);
  assert.deepEqual(Object.keys(tool.inputSchema.properties), ["path", "description", "answers"]);
  assert.match(tool.modelDescription, /Use it whenever/);
});
