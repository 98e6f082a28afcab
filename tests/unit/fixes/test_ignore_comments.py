"""Ignore comments are added and removed in every format."""

from datetime import date

import pytest
import tomli

from framesage.fixes import apply_edits
from framesage.fixes.ignore_comments import remove_ignore, write_ignore
from unit.fixes.locations import at_requirement, read_text

IGNORE = "# framesage: ignore[r] the proxy, see #12"
TODAY = date(2026, 11, 24)
LIST = 'dependencies = [\n  "flask",\n  "wtforms"{comma}\n]\n'
WRITTEN = {
    "requirements": ("requirements.txt", "flask\nwtforms\n", f"flask\nwtforms  {IGNORE}\n"),
    "CRLF": ("requirements.txt", "wtforms \r\n", f"wtforms  {IGNORE}\r\n"),
    "no final line end": ("requirements.txt", "wtforms", f"wtforms  {IGNORE}"),
    "a comment": ("requirements.txt", "wtforms # x\n", f"wtforms # x  {IGNORE}\n"),
    "another ignore": (
        "requirements.txt",
        "wtforms # framesage: ignore[a] why # noqa\n",
        "wtforms # framesage: ignore[a, r] why; the proxy, see #12 # noqa\n",
    ),
    "another ignore above": (
        "requirements.txt",
        "# framesage: ignore[a] why\nwtforms\n",
        "# framesage: ignore[a, r] why; the proxy, see #12\nwtforms\n",
    ),
    "another ignore without a reason": (
        "requirements.txt",
        "wtforms # framesage: ignore[a]\n",
        "wtforms # framesage: ignore[a, r] the proxy, see #12\n",
    ),
    "another ignore for the same reason": (
        "requirements.txt",
        "wtforms # framesage: ignore[a] the proxy, see #12\n",
        "wtforms # framesage: ignore[a, r] the proxy, see #12\n",
    ),
    "an expired ignore": (
        "requirements.txt",
        "wtforms # framesage: ignore[r] why, until=2020-01-01\n",
        "wtforms # framesage: ignore[r] the proxy, see #12\n",
    ),
    "hashes": (
        "requirements.txt",
        "flask\nwtforms==3 \\\n  --hash=sha256:00\n",
        f"flask\n{IGNORE}\nwtforms==3 \\\n  --hash=sha256:00\n",
    ),
    "a via comment": (
        "requirements.txt",
        "flask\nwtforms==3  # via flask\n",
        f"flask\nwtforms==3  # via flask  {IGNORE}\n",
    ),
    "array": (
        "pyproject.toml",
        '[project]\ndependencies = [\n  "wtforms",\n  "b",\n]\n',
        f'[project]\ndependencies = [\n  "wtforms",  {IGNORE}\n  "b",\n]\n',
    ),
    "array in one line": (
        "pyproject.toml",
        '[project]\ndependencies = ["wtforms"]\n',
        f'[project]\ndependencies = ["wtforms"]  {IGNORE}\n',
    ),
    "Poetry": (
        "pyproject.toml",
        '[tool.poetry.dependencies]\nwtforms = "*"\n',
        f'[tool.poetry.dependencies]\nwtforms = "*"  {IGNORE}\n',
    ),
    "Pixi": (
        "pixi.toml",
        '[pypi-dependencies]\nwtforms = "*"\n',
        f'[pypi-dependencies]\nwtforms = "*"  {IGNORE}\n',
    ),
    "Conda": (
        "environment.yml",
        "dependencies:\n- pip:\n  - wtforms\n",
        f"dependencies:\n- pip:\n  - wtforms  {IGNORE}\n",
    ),
    "setup.cfg": (
        "setup.cfg",
        "[options]\ninstall_requires =\n  flask\n  wtforms\n",
        f"[options]\ninstall_requires =\n  flask\n  {IGNORE}\n  wtforms\n",
    ),
    "setup.py": (
        "setup.py",
        "setup(\n  install_requires=['flask', 'wtforms'],\n)\n",
        f"setup(\n  install_requires=['flask', 'wtforms'],  {IGNORE}\n)\n",
    ),
}


@pytest.mark.parametrize(("name", "before", "after"), WRITTEN.values(), ids=WRITTEN)
def test_an_ignore_is_written_where_it_applies(name, before, after):
    manifest = read_text(before, name)
    edits = ignore(manifest)
    assert apply_edits(manifest.source, edits) == after
    again = read_text(after, name)
    (reason,) = [ignore.reason for ignore in again.ignores if "r" in ignore.rules]
    assert reason.endswith("the proxy, see #12")
    line = at_requirement(again, "wtforms").range.start.line
    assert [ignore.line for ignore in again.ignores if "r" in ignore.rules] == [line]
    assert names_and_origins(again) == names_and_origins(manifest)
    if name == "pyproject.toml":
        assert tomli.loads(after)


def ignore(manifest):
    return write_ignore("r", "the proxy, see #12", at_requirement(manifest, "wtforms"), TODAY)


def names_and_origins(manifest):
    return [(requirement.name, requirement.via) for requirement in manifest.requirements]


def test_no_comment_is_written_inside_a_multiline_string():
    text = '[project]\ndependencies = ["""\nwtforms\n"""]\n'
    manifest = read_text(text, "pyproject.toml")
    assert ignore(manifest) == ()


def test_no_comment_is_written_after_a_backslash():
    manifest = read_text("setup(install_requires=['wtforms', \\\n'flask'])\n", "setup.py")
    assert ignore(manifest) == ()


def test_no_rule_is_added_to_an_expired_ignore_of_another():
    text = "wtforms # framesage: ignore[a] why, until=2020-01-01\n"
    assert ignore(read_text(text, "requirements.txt")) == ()


REMOVED = {
    "at a line's end": ("flask  # framesage: ignore[r] why\nb\n", "flask\nb\n"),
    "alone": ("a\n# framesage: ignore[r]\nb\n", "a\nb\n"),
    "one of two": ("a # framesage: ignore[q, r] why\n", "a # framesage: ignore[q] why\n"),
    "the first of two": ("a # framesage: ignore[r, rr] why\n", "a # framesage: ignore[rr] why\n"),
    "between others": ("a # framesage: ignore[q ,r,s , t]\n", "a # framesage: ignore[q ,s , t]\n"),
    "after a comment": ("a # b # framesage: ignore[r]\n", "a # b\n"),
    "no final line end": ("a # framesage: ignore[r]", "a"),
}


@pytest.mark.parametrize(("before", "after"), REMOVED.values(), ids=REMOVED)
def test_only_the_ignore_is_removed(before, after):
    manifest = read_text(before, "requirements.txt")
    edit = remove_ignore(manifest.ignores[0], manifest, ("r",))
    assert apply_edits(manifest.source, [edit]) == after
    assert edit.text == "", "an automatic fix must only delete text"
