"""Changelog fragments: towncrier renders them and rejects invalid names."""

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


def test_the_fragments_can_be_rendered():
    result = towncrier(ROOT, "--draft", "--version", "9.9.9")
    assert result.returncode == 0, result.stderr
    assert "## 9.9.9" in result.stdout


@pytest.mark.parametrize("name", ["12.typo.md", "twelve.fixed.md", "notes.txt"])
def test_an_invalid_fragment_name_is_an_error(tmp_path, make_project, name):
    config = (ROOT / "pyproject.toml").read_bytes()
    make_project(tmp_path, {"pyproject.toml": config, f"changelog.d/{name}": "Text.\n"})
    result = towncrier(tmp_path, "--draft", "--version", "9.9.9")
    assert result.returncode == 1
    assert name.partition(".")[0] in result.stderr


def test_a_release_moves_fragments_to_the_top_of_the_changelog(tmp_path, make_project):
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
    result = towncrier(tmp_path, "--yes", "--version", "9.9.9", "--date", "2027-01-31")
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    before, after = (ROOT / "CHANGELOG.md").read_text("utf-8").split(CONFIG["start_string"])
    assert text.startswith(before + CONFIG["start_string"])
    assert text.endswith(after.lstrip("\n"))
    added = text.removeprefix(before + CONFIG["start_string"])[: -len(after.lstrip("\n"))]
    assert "## 9.9.9 (2027-01-31)" in added
    assert "### Added\n\n- Read Pixi's features." in added
    assert "[#12](https://github.com/framesage/framesage/issues/12)" in added
    assert [path.name for path in (tmp_path / "changelog.d").iterdir()] == ["README.md"]
