"""Changelog fragments: their names are ones that towncrier reads, and it can render them."""

import re
import subprocess
import sys
from pathlib import Path

import tomli

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]


def towncrier(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "towncrier", *arguments, "--dir", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_fragments_here_have_known_types_and_can_be_rendered():
    types = "|".join(CONFIG["fragment"])
    for path in (ROOT / CONFIG["directory"]).iterdir():
        assert re.fullmatch(rf"(\d+|\+[\w-]+)\.({types})\.md|README\.md", path.name)
        assert path.read_text("utf-8").strip(), path
    assert "## 9.9.9" in towncrier(ROOT, "build", "--draft", "--version", "9.9.9")


def test_a_release_moves_fragments_below_the_title_of_the_changelog(tmp_path, make_project):
    make_project(
        tmp_path,
        {
            "pyproject.toml": (ROOT / "pyproject.toml").read_bytes(),
            "CHANGELOG.md": (ROOT / "CHANGELOG.md").read_bytes(),
            "changelog.d/README.md": "# Fragments\n",
            "changelog.d/12.fixed.md": "Read `poetry.lock` of Poetry 3.\n",
            "changelog.d/+pixi.added.md": "Read Pixi's features.\n",
        },
    )
    towncrier(tmp_path, "build", "--yes", "--version", "9.9.9", "--date", "2027-01-31")
    text = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    before, after = (ROOT / "CHANGELOG.md").read_text("utf-8").split(CONFIG["start_string"])
    assert text.startswith(before + CONFIG["start_string"])
    assert text.endswith(after.lstrip("\n"))
    added = text.removeprefix(before + CONFIG["start_string"])[: -len(after.lstrip("\n"))]
    assert "## 9.9.9 (2027-01-31)" in added
    assert "### Added\n\n- Read Pixi's features." in added
    assert "[#12](https://github.com/framesage/framesage/issues/12)" in added
    assert [path.name for path in (tmp_path / "changelog.d").iterdir()] == ["README.md"]
