"""The built extension: small, pure Python, and its server runs on every Python that it is for."""

import json
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from e2e.wire import Wire
from editors.findings import Finding, command_line_finds
from editors.imports import imports_of
from editors.pythons import VERSIONS, python
from editors.vscode.code_server import ROOT, VSIX
from framesage.lsp.features.configuration import EDITOR_ONLY
from framesage.lsp.features.sync import WATCHED
from framesage.project.keys import KEYS

LEVELS = {2: "warning", 3: "information", 4: "hint"}
NOT_AN_EDITORS = {"fail-on"}
"""Keys of ``[tool.framesage]`` that say something to the command line alone."""


@pytest.fixture(scope="module")
def unpacked(require_path, tmp_path_factory) -> Path:
    """The extension as an editor unpacks it, in a folder that may not be written to."""
    require_path(VSIX, "make vsix")
    folder = tmp_path_factory.mktemp("extension")
    with zipfile.ZipFile(VSIX) as archive:
        archive.extractall(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    yield folder / "extension"
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_it_is_below_a_megabyte(unpacked):
    assert VSIX.stat().st_size < 1_000_000


def test_it_is_python_and_data_alone(unpacked):
    kinds = {path.suffix for path in (unpacked / "bundled").rglob("*") if path.is_file()}
    assert ".py" in kinds and ".toml" in kinds
    assert not kinds & {".so", ".pyd", ".dll", ".dylib", ".pyc"}


def test_every_package_comes_with_its_licence(unpacked):
    libs = unpacked / "bundled" / "libs"
    infos = sorted(libs.glob("*.dist-info"))
    assert len(infos) == 9
    assert [one.name for one in infos if not any(one.glob("licenses/*"))] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_its_server_finds_what_the_command_line_finds(version, unpacked, requirements, tmp_path):
    program = python(version)
    if program is None:
        pytest.skip(f"this machine has no Python {version}")
    bytecode = tmp_path / "bytecode"
    run = unpacked / "bundled" / "run_server.py"
    command = [program, "-I", "-S", "-X", "utf8", "-X", f"pycache_prefix={bytecode}", str(run)]
    uri = requirements.as_uri()
    with Wire(command) as wire:
        wire.initialize(requirements.parent)
        wire.open(uri, requirements.read_text(encoding="utf-8"))
        found = wire.published(uri)["diagnostics"]
        page = wire.request("framesage/report", {"textDocument": {"uri": uri}})["result"]["html"]
        wire.request("shutdown")
        wire.notify("exit")
        assert wire.process.wait(10) == 0
    assert sorted(map(_finding, found)) == command_line_finds(requirements) != []
    assert "<svg" in page and "<script>" in page
    assert any(bytecode.rglob("*.pyc"))


def test_nothing_that_its_server_imports_is_left_out(unpacked):
    libs = unpacked / "bundled" / "libs"
    imported = {name: file for file in libs.glob("framesage/**/*.py") for name in imports_of(file)}
    assert "lsprotocol" in imported and "framesage.report.page" in imported
    absent = {name: file.name for name, file in imported.items() if not _is_there(name, libs)}
    assert absent == {}


def test_it_wakes_for_the_files_that_its_server_watches_but_locks():
    wanted = {f"workspaceContains:{one}" for one in WATCHED if "lock" not in one}
    events = set(_manifest()["activationEvents"])
    assert {one for one in events if one.startswith("workspaceContains:")} == wanted


def test_its_settings_are_those_of_the_project_file():
    names = _manifest()["contributes"]["configuration"]["properties"]
    keys = {name.removeprefix("framesage.").partition(".")[0] for name in names}
    assert keys - EDITOR_ONLY == KEYS.keys() - NOT_AN_EDITORS


def _manifest() -> dict:
    return json.loads((ROOT / "vscode-extension" / "package.json").read_text(encoding="utf-8"))


def _is_there(module: str, libs: Path) -> bool:
    if module.partition(".")[0] in sys.stdlib_module_names:
        return True
    path = libs.joinpath(*module.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def _finding(diagnostic: dict) -> Finding:
    return Finding(
        diagnostic["range"]["start"]["line"],
        LEVELS[diagnostic["severity"]],
        diagnostic["code"],
        diagnostic["message"],
    )
