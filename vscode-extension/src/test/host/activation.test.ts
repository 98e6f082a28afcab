import assert from "node:assert/strict";
import * as vscode from "vscode";
import { statedSettings } from "../../settings";

const extension = vscode.extensions.getExtension("framesage.framesage");

describe("in a folder without dependency files", () => {
  it("the extension sleeps until it is asked for", async () => {
    assert.ok(extension, "the extension is not installed");
    assert.equal(extension.isActive, false);
    await extension.activate();
    assert.equal(extension.isActive, true);
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
    assert.deepEqual(statedSettings(undefined), {});
  });

  it("are those that were made, an editor's own left out", async () => {
    const workspace = vscode.ConfigurationTarget.Workspace;
    await settings().update("framework", "django", workspace);
    await settings().update("rules", { "two-frameworks": "off" }, workspace);
    await settings().update("layout", false, workspace);
    await settings().update("trace.server", "messages", workspace);
    const told: unknown = JSON.parse(JSON.stringify(statedSettings(undefined)));
    await settings().update("trace.server", undefined, workspace);
    assert.deepEqual(told, { framework: "django", rules: { "two-frameworks": "off" }, layout: false });
  });
});
