"""Changelog fragments: towncrier can render them, and reports wrong names."""

import subprocess
import sys
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]


def towncrier(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "towncrier", "build", *arguments, "--dir", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_fragments_here_can_be_rendered():
    ran = towncrier(ROOT, "--draft", "--version", "9.9.9")
    assert ran.returncode == 0, ran.stderr
    assert "## 9.9.9" in ran.stdout


@pytest.mark.parametrize("name", ["12.typo.md", "twelve.fixed.md", "notes.txt"])
def test_a_file_that_is_not_named_like_a_fragment_is_an_error(tmp_path, make_project, name):
    config = (ROOT / "pyproject.toml").read_bytes()
    make_project(tmp_path, {"pyproject.toml": config, f"changelog.d/{name}": "Text.\n"})
    ran = towncrier(tmp_path, "--draft", "--version", "9.9.9")
    assert ran.returncode == 1
    assert name.partition(".")[0] in ran.stderr


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
    ran = towncrier(tmp_path, "--yes", "--version", "9.9.9", "--date", "2027-01-31")
    assert ran.returncode == 0, ran.stderr
    text = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    before, after = (ROOT / "CHANGELOG.md").read_text("utf-8").split(CONFIG["start_string"])
    assert text.startswith(before + CONFIG["start_string"])
    assert text.endswith(after.lstrip("\n"))
    added = text.removeprefix(before + CONFIG["start_string"])[: -len(after.lstrip("\n"))]
    assert "## 9.9.9 (2027-01-31)" in added
    assert "### Added\n\n- Read Pixi's features." in added
    assert "[#12](https://github.com/framesage/framesage/issues/12)" in added
    assert [path.name for path in (tmp_path / "changelog.d").iterdir()] == ["README.md"]
