import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
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

/** A program that answers as a Python does that is recent enough, and then does not serve. */
function pythonThatDoesNotServe(file: string): string {
  const answer = JSON.stringify([file, 3, 12]);
  writeFileSync(file, `#!/bin/sh\ncase "$*" in *-c*) echo '${answer}';; *) exit 1;; esac\n`);
  chmodSync(file, 0o755);
  return file;
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

  it("a Python with which the server does not come up gives way to one with which it does", async () => {
    await findings(file, some);
    const gone = findings(file, none);
    const broken = pythonThatDoesNotServe(vscode.Uri.joinPath(folder, "broken-python").fsPath);
    await settings().update("interpreter", broken, vscode.ConfigurationTarget.Workspace);
    await gone;
    await settings().update("interpreter", undefined, vscode.ConfigurationTarget.Workspace);
    await findings(file, some);
  });

  it("of an interpreter that is wrong for a moment and a level that is set with it, what holds last is shown", async () => {
    const workspace = vscode.ConfigurationTarget.Workspace;
    await findings(file, some);
    await settings().update("interpreter", "bin/no-python", workspace);
    await settings().update("rules", { "flask-rebuilds-django": "off" }, workspace);
    await settings().update("interpreter", undefined, workspace);
    await findings(file, (rules) => some(rules) && !rules.includes("flask-rebuilds-django"));
    await settings().update("rules", undefined, workspace);
    await findings(file, (rules) => rules.includes("flask-rebuilds-django"));
  });

  it("whoever asks to explain while the server starts gets the page, once that has", async () => {
    const restarting = vscode.commands.executeCommand("framesage.restart");
    await vscode.commands.executeCommand("framesage.explain");
    await until(vscode.window.tabGroups.onDidChangeTabs, () => pages().length > 0);
    await restarting;
    await vscode.window.tabGroups.close(pages());
  });

  it("whoever asks to explain twice gets one page beside it, and the cursor stays where it was", async () => {
    await vscode.commands.executeCommand("framesage.explain");
    await until(vscode.window.tabGroups.onDidChangeTabs, () => pages().length > 0);
    await vscode.commands.executeCommand("framesage.explain", file.toString());
    assert.equal(pages().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
  });
});
