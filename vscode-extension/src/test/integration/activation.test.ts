import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as vscode from "vscode";
import { explicitSettings } from "../../settings";

const extension = vscode.extensions.getExtension("framesage.framesage");

describe("activation in a folder without dependency files", () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
  const file = vscode.Uri.joinPath(folder, "later", "requirements.txt");

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, "later"), { recursive: true });
  });

  it("starts when the first dependency file is created", async () => {
    assert.ok(extension, "the extension is not installed");
    assert.equal(extension.isActive, false);
    await vscode.workspace.fs.writeFile(file, Buffer.from("flask\n"));
    await vscode.window.showTextDocument(file);
    const isActive = (): boolean => extension.isActive;
    while (!isActive()) await new Promise((resolve) => { setTimeout(resolve, 50); });
  });

  it("loads the code in less than 0.1 s of CPU time", () => {
    const main = path.join(extension?.extensionPath ?? "", "out", "extension.js");
    const requireModule = createRequire(__filename);
    Reflect.deleteProperty(requireModule.cache, main);
    const before = process.cpuUsage();
    requireModule(main);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 100_000, `${user + system} microseconds`);
  });

  it("registers every command of package.json", async () => {
    const packageJson = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = packageJson.contributes.commands.map(({ command }) => command);
    assert.equal(contributed.length, 8);
    assert.deepEqual(contributed.filter((command) => !registered.has(command)), []);
  });
});

describe("the settings sent to the server", () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("framesage");

  afterEach(async () => {
    for (const key of ["framework", "rules", "layout"]) {
      await settings().update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("exclude defaults, which would override the project's settings", () => {
    assert.deepEqual(explicitSettings(undefined), {});
  });

  it("include explicit settings, except those that concern only the editor", async () => {
    const workspace = vscode.ConfigurationTarget.Workspace;
    await settings().update("framework", "django", workspace);
    await settings().update("rules", { "two-frameworks": "off" }, workspace);
    await settings().update("layout", false, workspace);
    await settings().update("trace.server", "messages", workspace);
    const sent: unknown = JSON.parse(JSON.stringify(explicitSettings(undefined)));
    await settings().update("trace.server", undefined, workspace);
    assert.deepEqual(sent, { framework: "django", rules: { "two-frameworks": "off" }, layout: false });
  });
});
