"""Workflow commands, parsed as GitHub's runner does."""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from framesage.advice.model import Finding
from framesage.advice.workspace import assess_paths
from framesage.analysis.location import Location
from framesage.manifests.manifest import Manifest
from framesage.report.github import github_lines
from framesage.severity import Severity
from framesage.text import Position, Range, Source

COMMAND = re.compile(r"::(notice|warning|error) ([^:]*)::(.*)")


@dataclass(frozen=True)
class Found:
    """The part of an assessment that the format uses."""

    findings: tuple[Finding, ...]


def unescaped(text):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def read(line):
    kind, properties, message = COMMAND.fullmatch(line).groups()
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return kind, {key: unescaped(value) for key, value in pairs}, unescaped(message)


def finding(path, text, span, level=Severity.WARNING, message="This is so."):
    return Finding("a-rule", level, message, Location(Manifest(Source(path, text), "x"), span))


def test_a_finding_is_a_command_with_its_location(tmp_path):
    single = finding(tmp_path / "a" / "requirements.txt", "# \nfl🎉sk x\n", Range.on_line(1, 3, 5))
    (line,) = github_lines([Found((single,))], tmp_path)
    assert read(line) == (
        "warning",
        {
            "title": "Framesage (a-rule)",
            "file": "a/requirements.txt",
            "line": "2",
            "endLine": "2",
            "col": "5",
            "endColumn": "7",
        },
        "This is so.",
    )


@pytest.mark.parametrize("nasty", ["50%, all: a\r\nb::c", "%0A::error::x", "::stop-commands::x"])
def test_text_is_escaped_in_commands(tmp_path, nasty):
    folder = nasty.replace("\r\n", " ").replace("::", ": ")
    single = finding(tmp_path / folder / "r.txt", "flask\n", Range.on_line(0, 0, 5), message=nasty)
    (line,) = github_lines([Found((single,))], tmp_path)
    assert len(line.splitlines()) == 1
    _, properties, message = read(line)
    assert (properties["file"], message) == (f"{folder}/r.txt", nasty)


def test_a_range_of_several_lines_has_no_columns(tmp_path):
    single = finding(tmp_path / "p.toml", "a = [\n]\n", Range(Position(0, 0), Position(1, 1)))
    (line,) = github_lines([Found((single,))], tmp_path)
    _, properties, _ = read(line)
    assert properties.keys() == {"title", "file", "line", "endLine"}


def test_warnings_come_first_and_the_rest_are_notices(tmp_path, make_project):
    make_project(
        tmp_path,
        {"a/requirements.txt": "flask\nwtforms\n", "b/requirements.txt": "flask==0.12\n"},
    )
    lines = list(github_lines(list(assess_paths([tmp_path], date(2026, 11, 1))), tmp_path))
    kinds = [read(line)[0] for line in lines]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"notice", "warning"}
