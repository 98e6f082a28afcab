import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { IgnoreRequest, IgnoreResult } from "../../ignore/protocol";

const FORMS = "flask>=3.0\nwtforms\n";
const TEXT = `-r base.txt\n${FORMS}`;
const RULE = "flask-forms-without-csrf";
const WHOLE_FILE = new vscode.Range(0, 0, 99, 0);

/** Poll until the result meets the condition; otherwise Mocha's timeout fails the test. */
async function poll<T>(query: () => Thenable<T>, isExpected: (result: T) => boolean): Promise<T> {
  for (;;) {
    const result = await query();
    if (isExpected(result)) return result;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

function rulesIn(file: vscode.Uri): string[] {
  const codes = vscode.languages.getDiagnostics(file).map(({ code }) => code);
  return codes.map((code) => String(typeof code === "object" ? code.value : code));
}

describe("editor features for a dependency file", () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"), "kit");
  const file = vscode.Uri.joinPath(folder, "requirements.txt");
  const unopened = vscode.Uri.joinPath(folder, "never-opened", "requirements.txt");
  const execute = <T>(kind: string, ...args: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.execute${kind}Provider`, file, ...args);

  before(async () => {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "base.txt"), Buffer.from("requests\n"));
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(FORMS));
    await vscode.workspace.fs.writeFile(file, Buffer.from(TEXT));
    await vscode.window.showTextDocument(file);
    await poll(() => Promise.resolve(rulesIn(file)), (rules) => rules.includes(RULE));
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it("a code action asks for the reason, which is written as a comment, and a single undo removes it", async () => {
    const editor = await vscode.window.showTextDocument(file);
    const actions = await execute<vscode.CodeAction[]>("CodeAction", WHOLE_FILE);
    const action = actions.find(({ title }) => title === `Ignore ${RULE}...`);
    assert.deepEqual([action?.edit, action?.command?.command], [undefined, "framesage.ignore"]);
    const [{ uri, ignores }] = action?.command?.arguments as [IgnoreRequest];
    const ignore = ignores.find(({ rule }) => rule === RULE);
    assert.ok(ignore);
    assert.deepEqual(ignore.scopes.map(({ scope }) => scope), ["line", "project"]);
    const answer = { uri, rule: RULE, position: ignore.position, scope: "line", reason: "the proxy does it" };
    const { applied } = await vscode.commands.executeCommand<IgnoreResult>("framesage.writeIgnore", answer);
    assert.ok(applied);
    assert.ok(editor.document.getText().includes(`wtforms  # framesage: ignore[${RULE}] the proxy does it`));
    await poll(() => Promise.resolve(rulesIn(file)), (rules) => !rules.includes(RULE));
    await vscode.commands.executeCommand("undo");
    assert.equal(editor.document.getText(), TEXT);
  });

  it("completion suggests a missing package", async () => {
    const position = new vscode.Position(3, 0);
    const { items } = await execute<vscode.CompletionList>("CompletionItem", position);
    assert.ok(items.some(({ label }) => label === "flask-wtf"));
  });

  it("completion and hovers know the settings", async () => {
    const settings = vscode.Uri.joinPath(folder, "pyproject.toml");
    const text = "[]\n[tool.framesage]\nframework = \"flask\"\n\n";
    await vscode.workspace.fs.writeFile(settings, Buffer.from(text));
    const complete = (line: number, character: number): Thenable<vscode.CompletionList> =>
      vscode.commands.executeCommand("vscode.executeCompletionItemProvider", settings, new vscode.Position(line, character));
    await vscode.window.showTextDocument(settings);
    const { items: tables } = await poll(() => complete(0, 1), ({ items }) => items.length > 0);
    assert.ok(tables.some(({ label }) => label === "[tool.framesage.traits]"));
    const key = (await complete(3, 0)).items.find(({ label }) => label === "decision");
    assert.equal((key?.insertText as vscode.SnippetString).value, 'decision = "$1"');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider", settings, new vscode.Position(2, 3));
    const shown = hovers.flatMap(({ contents }) => (contents as vscode.MarkdownString[]).map(({ value }) => value));
    assert.ok(shown.some((part) => part.includes("`flask` or `django`")), shown.join());
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(settings);
  });

  it("the outline lists every line, and an included file is a link", async () => {
    const symbols = await execute<vscode.DocumentSymbol[]>("DocumentSymbol");
    assert.deepEqual(symbols.map(({ name }) => name), ["base.txt", "flask", "wtforms"]);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", file);
    assert.ok(links.some(({ target }) => target?.path.endsWith("/kit/base.txt")));
  });

  it("inlay hints name traits if they are enabled", async () => {
    const settings = vscode.workspace.getConfiguration("framesage");
    const hints = (): Thenable<vscode.InlayHint[]> => execute<vscode.InlayHint[]>("InlayHint", WHOLE_FILE);
    assert.deepEqual(await hints(), []);
    await settings.update("inlayHints", true, vscode.ConfigurationTarget.Workspace);
    const shown = await poll(hints, ({ length }) => length > 0);
    assert.ok(shown.every(({ label }) => typeof label === "string" && /^[a-z-]+/.test(label)));
    await settings.update("inlayHints", undefined, vscode.ConfigurationTarget.Workspace);
    await poll(hints, ({ length }) => length === 0);
  });

  it("files that are not open have findings", async () => {
    // Written again, because VS Code may have started to watch the folder after the first time.
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(FORMS));
    await poll(() => Promise.resolve(rulesIn(unopened)), (rules) => rules.includes(RULE));
  });

  it("the code lens shows the verdict and runs the explain command", async () => {
    const [command] = (await execute<vscode.CodeLens[]>("CodeLens", 9)).map((lens) => lens.command);
    assert.ok(command && /^\$\(lightbulb\) Framesage: .*Flask/.test(command.title));
    assert.deepEqual([command.command, command.arguments], ["framesage.explain", [file.toString()]]);
  });
});
