"""The notices for JavaScript packages in the extension: each text that a package comes with."""

import json
import subprocess
from pathlib import Path

import pytest

from editors.vscode.code_server import NODE, ROOT

SCRIPT = (ROOT / "vscode-extension" / "scripts" / "notices.mjs").as_uri()
WRITE = """
const { bundledPackages, thirdPartyNotices } = await import(process.argv[1]);
const inputs = { "node_modules/some/lib/main.js": {} };
process.stdout.write(thirdPartyNotices(bundledPackages({ inputs })));
"""


@pytest.fixture
def notices(require_path, tmp_path):
    """Return the notices for a package with files, which are their own names."""
    require_path(Path(NODE), "tests/editors/install.sh")

    def run(*names):
        package = tmp_path / "node_modules" / "some"
        package.mkdir(parents=True)
        described = {"name": "some", "version": "1.0", "license": "MIT"}
        (package / "package.json").write_text(json.dumps(described))
        for name in names:
            (package / name).write_text(f"text of {name}\n")
        command = [NODE, "--input-type=module", "--eval", WRITE, SCRIPT]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    return run


@pytest.mark.parametrize(
    "names",
    [
        ["License.txt", "thirdpartynotices.txt"],
        ["LICENSE", "NOTICE"],
        ["LICENSE-APACHE", "LICENSE-MIT"],
        ["COPYING"],
        ["MIT-LICENSE.txt"],
        ["licence.md", "ThirdPartyNotices.md"],
    ],
    ids=" ".join,
)
def test_all_texts_of_a_package_are_there(notices, names):
    found = notices(*names, "licenses.js", "README.md")
    _, entry = found.stdout.split("-" * 80)
    texts = "\n\n".join(f"text of {name}" for name in names)
    assert entry == f"\nsome 1.0 (MIT)\n\n{texts}\n"


@pytest.mark.parametrize("names", [[], ["NOTICE"], ["license.js"]], ids=" ".join)
def test_a_package_without_a_license_is_not_bundled(notices, names):
    found = notices(*names)
    assert found.returncode != 0
    assert "node_modules/some has no license file" in found.stderr
