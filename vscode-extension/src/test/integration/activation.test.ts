import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as vscode from "vscode";
import { explicitSettings } from "../../settings";

const extension = vscode.extensions.getExtension("framesage.framesage");

describe("in a folder without dependency files", () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/");
  const file = vscode.Uri.joinPath(folder, "later", "requirements.txt");

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, "later"), { recursive: true });
  });

  it("the extension sleeps until the first one is made", async () => {
    assert.ok(extension, "the extension is not installed");
    assert.equal(extension.isActive, false);
    await vscode.workspace.fs.writeFile(file, Buffer.from("flask\n"));
    await vscode.window.showTextDocument(file);
    const isAwake = (): boolean => extension.isActive;
    while (!isAwake()) await new Promise((resolve) => { setTimeout(resolve, 50); });
  });

  it("its code is read in less than a tenth of a second of the processor's time", () => {
    const code = path.join(extension?.extensionPath ?? "", "out", "extension.js");
    const load = createRequire(__filename);
    Reflect.deleteProperty(load.cache, code);
    const before = process.cpuUsage();
    load(code);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 100_000, `${user + system} microseconds`);
  });

  it("every command that package.json promises is there", async () => {
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    const promised = manifest.contributes.commands.map(({ command }) => command);
    assert.equal(promised.length, 4);
    assert.deepEqual(promised.filter((command) => !known.has(command)), []);
  });
});

describe("the settings that the server is told", () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("framesage");

  afterEach(async () => {
    for (const key of ["framework", "rules", "layout"]) {
      await settings().update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("are none where none are made: defaults would hide the project's own", () => {
    assert.deepEqual(explicitSettings(undefined), {});
  });

  it("are those that were made, an editor's own left out", async () => {
    const workspace = vscode.ConfigurationTarget.Workspace;
    await settings().update("framework", "django", workspace);
    await settings().update("rules", { "two-frameworks": "off" }, workspace);
    await settings().update("layout", false, workspace);
    await settings().update("trace.server", "messages", workspace);
    const told: unknown = JSON.parse(JSON.stringify(explicitSettings(undefined)));
    await settings().update("trace.server", undefined, workspace);
    assert.deepEqual(told, { framework: "django", rules: { "two-frameworks": "off" }, layout: false });
  });
});
