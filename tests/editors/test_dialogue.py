"""The dialogue in real editors: from an empty file to a verdict and a written project."""

import json
import re
from pathlib import Path

import pytest

from editors.neovims import NEOVIMS, configuration
from editors.snippets import snippet
from framesage.rulebase import load_rule_base

DRIVERS = Path(__file__).parent / "drivers"
NEEDS = ("needs-auth", "needs-admin", "content-heavy", "needs-orm", "sends-email")


@pytest.fixture
def empty_list(tmp_path: Path) -> Path:
    """The only file of a project that is just begun."""
    file = tmp_path / "idea" / "requirements.txt"
    file.parent.mkdir()
    file.write_text("", encoding="utf-8")
    return file


@pytest.fixture
def seen_in(tmp_path, empty_list, run_editor):
    """Return a function that runs a driver in an editor and returns what it saw."""

    def run(command: list[str], configuration: str, start: str) -> dict:
        init, out = tmp_path / "init", tmp_path / "seen.json"
        init.write_text(configuration, encoding="utf-8")
        traits = load_rule_base().traits
        questions = [traits[trait].question for trait in NEEDS]
        variables = {
            "SNIPPET": str(init),
            "FILE": str(empty_list),
            "OUT": str(out),
            "START": start,
            "YES": "\n".join(question.text for question in questions if question),
        }
        run_editor(command, empty_list.parent, variables)
        return json.loads(out.read_text(encoding="utf-8"))

    return run


@pytest.mark.parametrize("start", ["Start with Django", "Start with Flask"])
@pytest.mark.parametrize("neovim", NEOVIMS)
def test_neovim_leads_to_a_started_project(neovim, start, require_program, seen_in, empty_list):
    require_program(neovim)
    driver = DRIVERS / "nvim-ask.lua"
    command = [neovim, "--clean", "--headless", "-n", "-c", f"luafile {driver}"]
    seen = seen_in(command, configuration(neovim), start)
    assert seen["lens"] == "Flask or Django? Ask me"
    assert_verdict(seen)
    assert_started(seen, start, empty_list)


@pytest.mark.parametrize("start", ["Start with Django", "Start with Flask"])
@pytest.mark.parametrize(
    ("heading", "driver"),
    [("Emacs with eglot", "eglot-ask.el"), ("Emacs with lsp-mode", "lsp-mode-ask.el")],
)
def test_emacs_leads_to_a_started_project(heading, driver, start, seen_in, empty_list):
    command = ["emacs", "-Q", "--batch", "-l", str(DRIVERS / driver)]
    seen = seen_in(command, snippet(heading, "elisp"), start)
    assert_verdict(seen)
    assert_started(seen, start, empty_list)


def assert_verdict(seen: dict) -> None:
    """Check that a few questions led to a verdict with reasons and kits."""
    questions = [message for message in seen["asked"] if "So far: " in message]
    assert 2 <= len(questions) <= 12
    (verdict,) = [message for message in seen["asked"] if "No other answer can" in message]
    assert "Django would suit this project" in verdict
    assert "For these " in verdict


def assert_started(seen: dict, start: str, file: Path) -> None:
    """Check the files after one undoable edit of each."""
    framework = start.split()[-1].lower()
    settings = (file.parent / "framesage.toml").read_text(encoding="utf-8")
    assert seen["undone"].strip() == ""
    assert (
        re.match(rf"^{framework}>=", seen["written"], re.M) or f"\n{framework}>=" in seen["written"]
    )
    assert file.read_text(encoding="utf-8").strip() == seen["written"].strip()
    assert f'framework = "{framework}"' in settings
    assert "needs-admin = true" in settings
    assert "Changed requirements.txt and framesage.toml" in seen["told"][-1]
