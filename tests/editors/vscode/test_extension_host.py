"""Run the extension's integration tests with Mocha in the extension host."""

import json
import subprocess
from urllib.parse import quote

import pytest

from editors.vscode.code_server import ROOT

EXTENSION = ROOT / "vscode-extension"

ENABLE_TEST_DRIVER = """
const get = Element.prototype.getAttribute;
Element.prototype.getAttribute = function (name) {
  const value = get.call(this, name);
  if (name !== "data-settings" || this.id !== "vscode-workbench-web-configuration") return value;
  const settings = JSON.parse(value);
  settings.developmentOptions = { ...settings.developmentOptions, enableSmokeTestDriver: true };
  return JSON.stringify(settings);
};
"""
"""Makes the workbench report the exit code of a test run, as in VS Code's own smoke tests."""


@pytest.fixture
def built_tests(browser):
    """The compiled integration tests; the extension itself is rebuilt without packaging."""
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    subprocess.run(["node", "esbuild.mjs", "--tests"], cwd=EXTENSION, check=True)
    return EXTENSION / "out" / "test" / "integration" / "mochaRunner.js"


def confirm_tool(page):
    """Click the button that lets an assistant use a tool, if VS Code asks for it."""
    dialog = page.locator(".monaco-dialog-box").filter(has_text="Flask or Django?")
    if dialog.is_visible():
        dialog.locator(".monaco-button").first.click()


def test_integration_tests_pass(built_tests, bare_vscode, browser, tmp_path):
    # On Linux, VS Code does not watch a new folder inside another new folder.
    (tmp_path / "kit" / "never-opened").mkdir(parents=True)
    output, exit_codes = [], []
    with bare_vscode.serve("--disable-workspace-trust") as address:
        page = browser.new_page()
        page.expose_function("codeAutomationLog", lambda kind, args: output.append(str(args)))
        page.expose_function("codeAutomationExit", lambda code, logs=None: exit_codes.append(code))
        page.on("console", lambda message: output.append(message.text))
        page.add_init_script(ENABLE_TEST_DRIVER)
        host = address.removeprefix("http://")
        paths = {"extensionDevelopmentPath": EXTENSION, "extensionTestsPath": built_tests}
        payload = [[key, f"vscode-remote://{host}{path}"] for key, path in paths.items()]
        page.goto(f"{address}/?folder={quote(str(tmp_path))}&payload={quote(json.dumps(payload))}")
        for _ in range(1500):
            if exit_codes:
                break
            page.wait_for_timeout(100)
            confirm_tool(page)
        page.close()
    assert exit_codes == [0], "\n".join(output)
