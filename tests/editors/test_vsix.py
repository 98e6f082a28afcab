"""The built extension: its size, its contents, and its server on all supported Pythons."""

import json
import re
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
from framesage.advice.builtin_rules import configurable_rules
from framesage.api import load_rules
from framesage.lsp.features.did_change_configuration import EDITOR_ONLY
from framesage.lsp.features.did_change_watched_files import WATCHED
from framesage.project.settings.schema import SETTINGS
from framesage.report.pages.examples import choose_example, silent_test
from framesage.rulebase import load_rule_base
from framesage.rulebase.builder import build
from framesage.rulebase.parsing import read_files
from framesage.rulebase.paths import all_files
from framesage.rulebase.snapshot import read_snapshot
from framesage.severity import SEVERITIES as SEVERITY_NAMES

SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}
FILE_ONLY = {"baseline", "decision", "description", "extend", "fail-on", "root", "rule-packs"}
"""Keys of ``[tool.framesage]`` that are no settings of VS Code."""


@pytest.fixture(scope="module")
def unpacked(require_path, tmp_path_factory) -> Path:
    """The unpacked extension, in a read-only folder."""
    require_path(VSIX, "make vsix")
    folder = tmp_path_factory.mktemp("extension")
    with zipfile.ZipFile(VSIX) as archive:
        archive.extractall(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    yield folder / "extension"
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_extension_is_small(unpacked):
    assert VSIX.stat().st_size < 1_200_000  # bytes, a quarter of which are the rule base


def test_readme_has_absolute_links(unpacked):
    """Neither the Marketplace nor VS Code resolves relative ones."""
    links = re.findall(r"\]\(([^#].*?)\)", (unpacked / "readme.md").read_text("utf-8"))
    assert links
    assert not [link for link in links if not link.startswith("https://")]


def test_bundle_contains_no_compiled_code(unpacked):
    suffixes = {path.suffix for path in (unpacked / "py").rglob("*") if path.is_file()}
    assert ".py" in suffixes and ".toml" in suffixes
    assert not suffixes & {".so", ".pyd", ".dll", ".dylib", ".pyc"}


def test_every_bundled_package_includes_its_license(unpacked):
    libs = unpacked / "py"
    dist_infos = sorted(libs.glob("*.dist-info"))
    assert len(dist_infos) == 9
    assert [info.name for info in dist_infos if not any(info.glob("licenses/*"))] == []


def test_the_notices_have_the_license_of_every_javascript_package(unpacked):
    notices = (unpacked / "out" / "ThirdPartyNotices.txt").read_text("utf-8")
    entry = re.compile(r"^-{80}\n(\S+) \S+ \(\S+\)\n(.*?)(?=^-{80}$|\Z)", re.MULTILINE | re.DOTALL)
    licenses = dict(entry.findall(notices))
    assert licenses.keys() >= {"vscode-languageclient", "vscode-jsonrpc", "semver"}
    assert [name for name, text in licenses.items() if "warrant" not in text.lower()] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_server_reports_the_findings_of_the_command_line(version, unpacked, requirements, tmp_path):
    program = python(version)
    if program is None:  # in CI too: each supported version that the machine has
        pytest.skip(f"Python {version} is not installed")
    bytecode = tmp_path / "bytecode"
    run = unpacked / "py" / "run_server.py"
    command = [program, "-I", "-S", "-X", "utf8", str(run), str(bytecode)]
    uri = requirements.as_uri()
    with Wire(command) as wire:
        wire.initialize(requirements.parent)
        wire.open(uri, requirements.read_text(encoding="utf-8"))
        found = wire.published(uri)["diagnostics"]
        consult = {"command": "framesage.consultation", "arguments": [{"uri": uri}]}
        assert wire.request("workspace/executeCommand", consult)["result"]
        page = wire.request("framesage/report", {"textDocument": {"uri": uri}})["result"]["html"]
        wire.request("shutdown")
        wire.notify("exit")
        assert wire.process.wait(10) == 0
    assert sorted(map(_finding, found)) == command_line_finds(requirements) != []
    assert "<svg" in page and "<script>" in page
    assert any(bytecode.rglob("framesage/**/*.pyc"))
    assert not any(bytecode.rglob("json/*.pyc"))  # the standard library has bytecode of its own


def test_the_bundled_rules_are_those_of_the_checkout_with_one_example_each(unpacked):
    rules = unpacked / "py" / "framesage" / "rules"
    quick = read_snapshot(rules.with_name("rules.snapshot"), rules)
    assert quick is not None
    checkout = load_rule_base(whole=True)
    for found in (quick, build(read_files(all_files([rules])))):  # as with a team's own rules
        assert found.evidence == checkout.evidence
        assert found.frameworks == checkout.frameworks
        assert found.program == checkout.program
        assert found.advice.keys() == checkout.advice.keys()
        lines = {name: rule.location.line_column for name, rule in found.advice.items()}
        assert lines == {name: rule.location.line_column for name, rule in checkout.advice.items()}
        assert max(len(rule.tests) for rule in found.advice.values()) <= 2
    for rule in found.advice.values():  # as read from the files
        whole = checkout.advice[rule.id]
        applying = choose_example(rule, found)
        assert applying == choose_example(whole, checkout)
        test = applying and applying.test
        assert silent_test(rule, test) == silent_test(whole, test)


def test_bundle_contains_every_imported_module(unpacked):
    libs = unpacked / "py"
    imported = {name: file for file in libs.glob("framesage/**/*.py") for name in imports_of(file)}
    assert "lsprotocol" in imported and "framesage.report.html" in imported
    missing = {name: file.name for name, file in imported.items() if not _exists(name, libs)}
    assert missing == {}


def test_activation_globs_are_packs_and_what_the_server_watches_except_lock_files():
    globs = {"**/pack.toml", *(glob for glob in WATCHED if "lock" not in glob)}
    expected = {f"workspaceContains:{glob}" for glob in globs}
    events = set(_package_json()["activationEvents"])
    assert {event for event in events if event.startswith("workspaceContains:")} == expected


def test_settings_are_the_keys_of_the_project_settings():
    names = _package_json()["contributes"]["configuration"]["properties"]
    keys = {_key(name.removeprefix("framesage.").partition(".")[0]) for name in names}
    assert keys - EDITOR_ONLY == SETTINGS.keys() - FILE_ONLY


def test_the_settings_name_all_frameworks_traits_and_rules(unpacked):
    manifest = json.loads((unpacked / "package.json").read_text(encoding="utf-8"))
    settings = manifest["contributes"]["configuration"]["properties"]
    rule_base = load_rules()
    framework = settings["framesage.framework"]
    assert dict(zip(framework["enum"], framework["enumItemLabels"], strict=True)) == {
        "": "Not decided",
        "django": "Django",
        "flask": "Flask",
    }
    assert settings["framesage.traits"]["properties"].keys() == rule_base.traits.keys()
    rules = settings["framesage.rules"]["properties"]
    assert rules.keys() == configurable_rules(rule_base)
    ignorable = configurable_rules(rule_base) - rule_base.guidance.keys()
    assert settings["framesage.ignore"]["properties"].keys() == ignorable
    severities = rules["two-frameworks"]
    assert severities["enum"] == list(SEVERITY_NAMES)
    assert len(severities["enumDescriptions"]) == len(SEVERITY_NAMES)
    assert severities["markdownDescription"].startswith("**Two frameworks in one application**")
    for table in ("traits", "rules", "ignore"):  # a team can have its own
        assert settings[f"framesage.{table}"]["additionalProperties"]


def test_the_readme_shows_no_pictures_before_they_are_published(unpacked):
    assert "![" in (ROOT / "vscode-extension" / "README.md").read_text("utf-8")
    assert "![" not in (unpacked / "readme.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("README.md", r"^\| `(\S+=\S+)` \| (.+) \|$"),
        ("walkthrough/quick-fix.md", r"^(\S+) +← (.+)$"),
    ],
)
def test_the_messages_of_the_examples_are_real(page, line, tmp_path):
    text = (ROOT / "vscode-extension" / page).read_text("utf-8")
    example = re.findall(line, text, re.MULTILINE)
    file = tmp_path / "requirements.txt"
    file.write_text("flask-login\n" + "\n".join(name for name, _ in example), encoding="utf-8")
    messages = {finding.message for finding in command_line_finds(file)}
    assert example
    assert {message for _, message in example} <= messages


def test_walkthrough_has_its_media_and_rules_that_load(unpacked, tmp_path):
    (walkthrough,) = _package_json()["contributes"]["walkthroughs"]
    media = [step["media"] for step in walkthrough["steps"]]
    files = [unpacked / (part.get("image") or part["markdown"]) for part in media]
    assert [file for file in files if not file.is_file()] == []
    text = (unpacked / "walkthrough" / "team-rules.md").read_text("utf-8")
    rules = tmp_path / "team-rules.toml"
    rules.write_text(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[-1], encoding="utf-8")
    assert "no-gevent" in load_rules(rules).advice


def _key(setting: str) -> str:
    """Return ``rule-paths`` for ``rulePaths``, as the extension sends it."""
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", setting)


def _package_json() -> dict:
    return json.loads((ROOT / "vscode-extension" / "package.json").read_text(encoding="utf-8"))


def _exists(module: str, libs: Path) -> bool:
    if module.partition(".")[0] in sys.stdlib_module_names:
        return True
    path = libs.joinpath(*module.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def _finding(diagnostic: dict) -> Finding:
    return Finding(
        diagnostic["range"]["start"]["line"],
        SEVERITIES[diagnostic["severity"]],
        diagnostic["code"],
        diagnostic["message"],
    )
