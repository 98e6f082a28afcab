import assert from "node:assert/strict";
import * as vscode from "vscode";

const FLASK_SHOP = "flask>=3.0\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n";

/** Wait until something holds, looking at each event; whoever waits in vain is stopped by Mocha. */
function until(event: vscode.Event<unknown>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      listening.dispose();
      resolve();
    };
    const listening = event(look);
    look();
  });
}

/** Wait until the findings on a file are as wanted; return their rules, sorted. */
async function findings(file: vscode.Uri, wanted: (rules: string[]) => boolean): Promise<string[]> {
  const rules = (): string[] => vscode.languages.getDiagnostics(file).map(({ code }) => ruleOf(code)).sort();
  await until(vscode.languages.onDidChangeDiagnostics, () => wanted(rules()));
  return rules();
}

function ruleOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}

function pages(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
}

const some = (rules: string[]): boolean => rules.length > 0;
const none = (rules: string[]): boolean => rules.length === 0;

describe("with a dependency file open", () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
  const file = vscode.Uri.joinPath(folder, "requirements.txt");
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("framesage");

  before(async () => {
    await vscode.workspace.fs.writeFile(file, Buffer.from(FLASK_SHOP));
    await vscode.window.showTextDocument(file);
  });

  it("its findings are there, each with its rule's name and a link to the rule", async () => {
    assert.ok((await findings(file, some)).includes("flask-rebuilds-django"));
    const [{ code } = { code: undefined }] = vscode.languages.getDiagnostics(file);
    assert.ok(typeof code === "object" && code.target.path.endsWith(".toml"));
  });

  it("a restart ends in the same findings", async () => {
    const before = await findings(file, some);
    const gone = findings(file, none);
    await vscode.commands.executeCommand("framesage.restart");
    await gone;
    assert.deepEqual(await findings(file, some), before);
  });

  it("an interpreter that is none stops the server, and one that is starts it", async () => {
    await findings(file, some);
    const gone = findings(file, none);
    await settings().update("interpreter", "bin/no-python", vscode.ConfigurationTarget.Workspace);
    await gone;
    await settings().update("interpreter", undefined, vscode.ConfigurationTarget.Workspace);
    await findings(file, some);
  });

  it("whoever asks to explain twice gets one page beside it, and the cursor stays where it was", async () => {
    await vscode.commands.executeCommand("framesage.explain");
    await until(vscode.window.tabGroups.onDidChangeTabs, () => pages().length > 0);
    await vscode.commands.executeCommand("framesage.explain", file.toString());
    assert.equal(pages().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
  });
});
