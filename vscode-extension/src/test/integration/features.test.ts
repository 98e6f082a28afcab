import assert from "node:assert/strict";
import * as vscode from "vscode";

const TEXT = "-r base.txt\nflask>=3.0\nwtforms\n";
const RULE = "flask-forms-without-csrf";
const WHOLE = new vscode.Range(0, 0, 99, 0);

/** Ask until the answer is as wanted; whoever asks in vain is stopped by Mocha. */
async function eventually<T>(ask: () => Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

function rulesOf(file: vscode.Uri): string[] {
  const codes = vscode.languages.getDiagnostics(file).map(({ code }) => code);
  return codes.map((code) => String(typeof code === "object" ? code.value : code));
}

describe("what helps with a dependency file", () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"), "kit");
  const file = vscode.Uri.joinPath(folder, "requirements.txt");
  const other = vscode.Uri.joinPath(folder, "never-opened", "requirements.txt");
  const ask = <T>(kind: string, ...args: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.execute${kind}Provider`, file, ...args);

  before(async () => {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "base.txt"), Buffer.from("requests\n"));
    await vscode.workspace.fs.writeFile(other, Buffer.from(TEXT));
    await vscode.workspace.fs.writeFile(file, Buffer.from(TEXT));
    await vscode.window.showTextDocument(file);
    await eventually(() => Promise.resolve(rulesOf(file)), (rules) => rules.includes(RULE));
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it("an ignore is written by an action, and one undo takes it back", async () => {
    const editor = await vscode.window.showTextDocument(file);
    const actions = await ask<vscode.CodeAction[]>("CodeAction", WHOLE);
    const edit = actions.find(({ title }) => title === `Ignore ${RULE} here`)?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.ok(editor.document.getText().includes(`wtforms  # framesage: ignore[${RULE}]`));
    await eventually(() => Promise.resolve(rulesOf(file)), (rules) => !rules.includes(RULE));
    await vscode.commands.executeCommand("undo");
    assert.equal(editor.document.getText(), TEXT);
  });

  it("a package that is lacking can be completed", async () => {
    const at = new vscode.Position(3, 0);
    const { items } = await ask<vscode.CompletionList>("CompletionItem", at);
    assert.ok(items.some(({ label }) => label === "flask-wtf"));
  });

  it("the outline has every line, and an included file is a link", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>("DocumentSymbol");
    assert.deepEqual(symbols.map(({ name }) => name), ["base.txt", "flask", "wtforms"]);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", file);
    assert.ok(links.some(({ target }) => target?.path.endsWith("/kit/base.txt")));
  });

  it("hints name traits once they are asked for", async () => {
    const settings = vscode.workspace.getConfiguration("framesage");
    const hints = (): Thenable<vscode.InlayHint[]> => ask<vscode.InlayHint[]>("InlayHint", WHOLE);
    assert.deepEqual(await hints(), []);
    await settings.update("inlay-hints", true, vscode.ConfigurationTarget.Workspace);
    const found = await eventually(hints, ({ length }) => length > 0);
    assert.ok(found.every(({ label }) => typeof label === "string" && /^[a-z-]+/.test(label)));
    await settings.update("inlay-hints", undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(hints, (found) => found.length === 0);
  });

  it("files that nobody has opened have their findings", async () => {
    // Written again, since VS Code may have begun to watch the folder after the first time.
    await vscode.workspace.fs.writeFile(other, Buffer.from(TEXT));
    await eventually(() => Promise.resolve(rulesOf(other)), (rules) => rules.includes(RULE));
  });

  it("the lens says the verdict, and a click on it opens our own page", async () => {
    const [command] = (await ask<vscode.CodeLens[]>("CodeLens", 9)).map((lens) => lens.command);
    assert.ok(command && /^Framesage: .*Flask/.test(command.title));
    assert.deepEqual([command.command, command.arguments], ["framesage.explain", [file.toString()]]);
  });
});
