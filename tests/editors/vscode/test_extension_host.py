"""The extension's own tests that need VS Code's API, run by Mocha inside the extension host."""

import json
import subprocess
from urllib.parse import quote

import pytest

from editors.vscode.code_server import ROOT

EXTENSION = ROOT / "vscode-extension"

DRIVEN = """
const get = Element.prototype.getAttribute;
Element.prototype.getAttribute = function (name) {
  const value = get.call(this, name);
  if (name !== "data-settings" || this.id !== "vscode-workbench-web-configuration") return value;
  const settings = JSON.parse(value);
  settings.developmentOptions = { ...settings.developmentOptions, enableSmokeTestDriver: true };
  return JSON.stringify(settings);
};
"""
"""Makes the workbench report the outcome of a test run, as it does for its own tests."""


@pytest.fixture
def built_tests(browser):
    """The tests, compiled beside the extension that `make vsix` has built."""
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    subprocess.run(["node", "esbuild.mjs", "--tests"], cwd=EXTENSION, check=True)
    return EXTENSION / "out" / "test" / "integration" / "mochaRunner.js"


def test_mocha_passes_in_the_extension_host(built_tests, bare_home, browser, tmp_path):
    # On Linux VS Code does not watch a folder that was made inside one that was new itself.
    (tmp_path / "kit" / "never-opened").mkdir(parents=True)
    said, codes = [], []
    with bare_home.serve("--disable-workspace-trust") as address:
        page = browser.new_page()
        page.expose_function("codeAutomationLog", lambda kind, args: said.append(str(args)))
        page.expose_function("codeAutomationExit", lambda code, logs=None: codes.append(code))
        page.on("console", lambda message: said.append(message.text))
        page.add_init_script(DRIVEN)
        host = address.removeprefix("http://")
        paths = {"extensionDevelopmentPath": EXTENSION, "extensionTestsPath": built_tests}
        payload = [[key, f"vscode-remote://{host}{path}"] for key, path in paths.items()]
        page.goto(f"{address}/?folder={quote(str(tmp_path))}&payload={quote(json.dumps(payload))}")
        for _ in range(1500):
            if codes:
                break
            page.wait_for_timeout(100)
        page.close()
    assert codes == [0], "\n".join(said)
