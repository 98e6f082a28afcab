import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";

const FLASK_SHOP = "flask>=3.0\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n";

/** Wait until a condition is met, checking it at each event; otherwise Mocha's timeout fails the test. */
function waitFor(event: vscode.Event<unknown>, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!condition()) return;
      subscription.dispose();
      resolve();
    };
    const subscription = event(check);
    check();
  });
}

/** Wait until the findings in a file meet a condition; return their rule ids, sorted. */
async function waitForRules(file: vscode.Uri, isExpected: (rules: string[]) => boolean): Promise<string[]> {
  const rules = (): string[] => vscode.languages.getDiagnostics(file).map(({ code }) => ruleOf(code)).sort();
  await waitFor(vscode.languages.onDidChangeDiagnostics, () => isExpected(rules()));
  return rules();
}

function ruleOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}

function webviewTabs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
}

/** Write a program that passes the probe as a supported Python, but cannot run the server. */
function writeBrokenPython(file: string): string {
  const output = JSON.stringify([file, 3, 12]);
  writeFileSync(file, `#!/bin/sh\ncase "$*" in *-c*) echo '${output}';; *) exit 1;; esac\n`);
  chmodSync(file, 0o755);
  return file;
}

const nonEmpty = (rules: string[]): boolean => rules.length > 0;
const empty = (rules: string[]): boolean => rules.length === 0;

describe("the server for an open dependency file", () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
  const file = vscode.Uri.joinPath(folder, "requirements.txt");
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("framesage");

  before(async () => {
    await vscode.workspace.fs.writeFile(file, Buffer.from(FLASK_SHOP));
    await vscode.window.showTextDocument(file);
  });

  it("findings have a rule id and a link to the rule", async () => {
    assert.ok((await waitForRules(file, nonEmpty)).includes("flask-rebuilds-django"));
    const [{ code } = { code: undefined }] = vscode.languages.getDiagnostics(file);
    assert.ok(typeof code === "object" && code.target.scheme === "command");
  });

  it("a restart produces the same findings", async () => {
    const before = await waitForRules(file, nonEmpty);
    const cleared = waitForRules(file, empty);
    await vscode.commands.executeCommand("framesage.restart");
    await cleared;
    assert.deepEqual(await waitForRules(file, nonEmpty), before);
  });

  it("an invalid interpreter stops the server, and a valid one starts it", async () => {
    await waitForRules(file, nonEmpty);
    const cleared = waitForRules(file, empty);
    await settings().update("interpreter", "bin/no-python", vscode.ConfigurationTarget.Workspace);
    await cleared;
    await settings().update("interpreter", undefined, vscode.ConfigurationTarget.Workspace);
    await waitForRules(file, nonEmpty);
  });

  it("the server recovers after an interpreter that could not run it", async () => {
    await waitForRules(file, nonEmpty);
    const cleared = waitForRules(file, empty);
    const broken = writeBrokenPython(vscode.Uri.joinPath(folder, "broken-python").fsPath);
    await settings().update("interpreter", broken, vscode.ConfigurationTarget.Workspace);
    await cleared;
    await settings().update("interpreter", undefined, vscode.ConfigurationTarget.Workspace);
    await waitForRules(file, nonEmpty);
  });

  it("after several quick changes of settings, the last values take effect", async () => {
    const workspace = vscode.ConfigurationTarget.Workspace;
    await waitForRules(file, nonEmpty);
    await settings().update("interpreter", "bin/no-python", workspace);
    await settings().update("rules", { "flask-rebuilds-django": "off" }, workspace);
    await settings().update("interpreter", undefined, workspace);
    await waitForRules(file, (rules) => nonEmpty(rules) && !rules.includes("flask-rebuilds-django"));
    await settings().update("rules", undefined, workspace);
    await waitForRules(file, (rules) => rules.includes("flask-rebuilds-django"));
  });

  it("the explain command waits for a server that is starting", async () => {
    const restarting = vscode.commands.executeCommand("framesage.restart");
    await vscode.commands.executeCommand("framesage.explain");
    await waitFor(vscode.window.tabGroups.onDidChangeTabs, () => webviewTabs().length > 0);
    await restarting;
    await vscode.window.tabGroups.close(webviewTabs());
  });

  it("the explain command reuses its panel and keeps the focus in the editor", async () => {
    await vscode.commands.executeCommand("framesage.explain");
    await waitFor(vscode.window.tabGroups.onDidChangeTabs, () => webviewTabs().length > 0);
    await vscode.commands.executeCommand("framesage.explain", file.toString());
    assert.equal(webviewTabs().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
  });
});
