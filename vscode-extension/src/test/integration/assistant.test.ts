import assert from "node:assert/strict";
import * as vscode from "vscode";
import { TOOL } from "../../assistant/protocol";

interface Tools {
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  invokeTool(name: string, options: object): Thenable<{ readonly content: readonly { readonly value: string }[] }>;
}

/** What VS Code has since 1.95. The test driver confirms each call. */
const lm = (vscode as unknown as { lm?: Partial<Tools> }).lm;
const hasTools = lm?.invokeTool !== undefined;

(hasTools ? describe : describe.skip)("the tool for assistants", () => {
  const { tools } = lm as Tools;
  const call = async (input: object): Promise<string> => {
    const { content } = await (lm as Tools).invokeTool(TOOL, { input, toolInvocationToken: undefined });
    return content.map(({ value }) => value).join("");
  };

  it("is listed with the description for models", () => {
    const tool = tools.find(({ name }) => name === TOOL);
    assert.match(tool?.description ?? "", /Use it whenever/);
  });

  it("advises on an idea, and asks the next question", async () => {
    const text = await call({ description: "An online shop with accounts" });
    assert.match(text, /^\*\*Django would suit this project/);
    assert.match(text, /Next question \(`[a-z-]+`\)/);
  });

  it("advises on a file in the workspace, with answers", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
    const file = vscode.Uri.joinPath(folder, "asked", "requirements.txt");
    await vscode.workspace.fs.writeFile(file, Buffer.from("flask\nflask-login\n"));
    const text = await call({ path: "asked/requirements.txt", answers: { "needs-auth": "no" } });
    assert.match(text, /Note: Your answer to/);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, "asked"), { recursive: true });
  });
});
