"""A fake Python extension with the part of the API that Framesage uses."""

import json
import zipfile
from pathlib import Path

_PACKAGE = {
    "name": "python",
    "publisher": "ms-python",
    "version": "2099.0.0",
    "engines": {"vscode": "^1.91.0"},
    "main": "./main.js",
    "activationEvents": [],
    "contributes": {
        "commands": [{"command": "python.next", "title": "Next Environment", "category": "Python"}]
    },
}

_MAIN = """
const vscode = require("vscode");
const programs = %s;
exports.activate = () => {
  const changed = new vscode.EventEmitter();
  let selected = 0;
  vscode.commands.registerCommand("python.next", () => { selected += 1; changed.fire({}); });
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ id: programs[selected], path: programs[selected] }),
      resolveEnvironment: async ({ path }) => ({ executable: { uri: vscode.Uri.file(path) } }),
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  };
};
"""

_MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="python" Version="2099.0.0" Publisher="ms-python"/>
    <DisplayName>Python</DisplayName>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json"/>
  </Assets>
</PackageManifest>
"""


def write_python_extension(file: Path, programs: list[str]) -> Path:
    """Write the fake as a .vsix; *Python: Next Environment* selects the next program."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("extension.vsixmanifest", _MANIFEST)
        archive.writestr("extension/package.json", json.dumps(_PACKAGE))
        archive.writestr("extension/main.js", _MAIN % json.dumps(programs))
    return file
