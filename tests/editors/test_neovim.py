"""The documented configurations in a real Neovim: diagnostics, hover, fixes and others."""

import json
import re
from pathlib import Path

import pytest
import tomli

from editors.findings import Finding, command_line_finds
from editors.neovims import NEOVIMS, RECENT, configuration
from editors.snippets import snippet
from login_rule import MISSPELLED, PACK

DRIVER = __file__.replace("test_neovim.py", "drivers/nvim.lua")
START = DRIVER.replace("nvim.lua", "nvim-start.lua")
RULES = DRIVER.replace("nvim.lua", "nvim-rules.lua")
SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}


@pytest.mark.parametrize("neovim", NEOVIMS)
def test_neovim_shows_the_findings_of_the_command_line(
    neovim, requirements, require_program, run_editor, tmp_path
):
    require_program(neovim)
    (requirements.parent / "framesage.toml").write_text("inlay-hints = true\n", encoding="utf-8")
    init = tmp_path / "framesage.lua"
    init.write_text(configuration(neovim), encoding="utf-8")
    out = tmp_path / "seen.json"
    at_first = command_line_finds(requirements)

    run_editor(
        [neovim, "--clean", "--headless", "-n", "-c", f"luafile {DRIVER}"],
        requirements.parent,
        {"SNIPPET": str(init), "FILE": str(requirements), "OUT": str(out),
         "ADDED": "djangorestframework"},
    )  # fmt: skip

    seen = json.loads(out.read_text(encoding="utf-8"))
    assert at_first and _findings(seen["opened"]) == at_first
    assert "Flask" in seen["hover"]
    assert bool(seen.get("hints")) == (configuration(neovim) == snippet(RECENT, "lua"))
    assert_other_features(seen, requirements)
    assert "djangorestframework" in requirements.read_text(encoding="utf-8")
    assert _findings(seen["edited"]) == command_line_finds(requirements) != at_first


NEW = """\
[project]
name = "shop"
dependencies = []

[tool.framesage.traits]
needs-admin = true
content-heavy = true
"""


@pytest.mark.parametrize("neovim", NEOVIMS)
def test_neovim_starts_with_a_framework_in_one_step(neovim, require_program, run_editor, tmp_path):
    require_program(neovim)
    init, out = tmp_path / "framesage.lua", tmp_path / "seen.json"
    init.write_text(configuration(neovim), encoding="utf-8")
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / "pyproject.toml").write_text(NEW, encoding="utf-8")
    run_editor(
        [neovim, "--clean", "--headless", "-n", "-c", f"luafile {START}"],
        project,
        {"SNIPPET": str(init), "FILE": str(project / "pyproject.toml"), "OUT": str(out),
         "TITLE": "Start with Django"},
    )  # fmt: skip
    seen = json.loads(out.read_text(encoding="utf-8"))
    started = tomli.loads(seen["started"])
    assert [item.partition(">")[0] for item in started["project"]["dependencies"]] == ["django"]
    assert started["tool"]["framesage"]["framework"] == "django"
    assert seen["undone"]


@pytest.mark.parametrize("neovim", NEOVIMS)
def test_neovim_shows_and_mends_a_mistake_in_a_rule_file(
    neovim, require_program, run_editor, make_project, tmp_path
):
    require_program(neovim)
    init, out = tmp_path / "framesage.lua", tmp_path / "seen.json"
    init.write_text(configuration(neovim), encoding="utf-8")
    files = {"requirements.txt": "flask\n", "house/pack.toml": PACK, "house/login.toml": MISSPELLED}
    project = make_project(tmp_path / "project", {".git/HEAD": "", **files})
    run_editor(
        [neovim, "--clean", "--headless", "-n", "-c", f"luafile {RULES}"],
        project,
        {"SNIPPET": str(init), "FILE": str(project / "house" / "login.toml"), "OUT": str(out),
         "LINE": "6", "TEXT": 'when = "needs-au'},
    )  # fmt: skip
    seen = json.loads(out.read_text(encoding="utf-8"))
    (found,) = _findings(seen["diagnostics"])
    assert (found.line, found.severity, found.rule) == (6, "error", "rule-error")
    assert "needs-auth" in found.message
    assert seen["completed"] == ["needs-auth"]
    assert seen["mended"] == 'when = "needs-auth"'


def assert_other_features(seen: dict, requirements: Path) -> None:
    """Check fixes and undo, the code lens and its command, symbols, and completion."""
    assert re.search(r"# framesage: ignore\[[\w-]+\]", seen["ignored"])
    assert seen["undone"]
    assert seen["lens"].startswith("Framesage: ")
    assert seen["lens"].removeprefix("Framesage: ").partition(". ")[0] in seen["explained"]
    names = re.findall(r"^[\w-]+", requirements.read_text(encoding="utf-8"), re.M)
    assert all(any(name in symbol for symbol in seen["symbols"]) for name in names[:3])
    assert any(candidate.startswith("flask-") for candidate in seen["completed"])
    assert "framework" in " ".join(seen["settings"])
    assert all(re.match(r"[a-z-]+", hint.strip()) for hint in seen.get("hints", ()))


def _findings(diagnostics: list[dict]) -> list[Finding]:
    return sorted(
        Finding(
            diagnostic["line"],
            SEVERITIES[diagnostic["severity"]],
            diagnostic["rule"],
            diagnostic["message"],
        )
        for diagnostic in diagnostics
    )
