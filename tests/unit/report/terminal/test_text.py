"""Findings in a terminal."""

import io
from datetime import date

import pytest
from rich.console import Console

from framesage.advice.model import Finding, Related
from framesage.advice.workspace import assess_paths
from framesage.analysis.location import Location
from framesage.manifests import reader_by_name
from framesage.report.decision_record import record_lines
from framesage.report.terminal.explain_text import project_lines
from framesage.report.terminal.text import finding_lines, text_lines
from framesage.severity import Severity
from framesage.text import Source


def location(path, text: str, number: int = 0) -> Location:
    manifest = reader_by_name(path)(Source(path, text))
    requirement = manifest.requirements[number]
    return Location(manifest, requirement.range, requirement)


def shown(finding: Finding, base, **options) -> str:
    console = Console(file=io.StringIO(), markup=False, highlight=False, **options)
    for line in finding_lines(finding, base):
        console.print(line, soft_wrap=True)
    return console.file.getvalue()


def test_a_finding_has_its_location_line_evidence_and_page(tmp_path):
    path, other = tmp_path / "app" / "requirements.txt", tmp_path / "app" / "base-requirements.txt"
    text = "# web\nflask==3.0\nrequests\nflask-login\n"
    finding = Finding(
        "a-rule",
        Severity.INFORMATION,
        "This is so.",
        location(path, text),
        (
            Related(location(path, text, 2), "flask-login"),
            Related(location(other, "x\n" * 11 + "flask-wtf\n", 11), "flask-wtf"),
        ),
        ("guide:G01", "https://example.org/page"),
    )
    assert shown(finding, tmp_path) == (
        "app/requirements.txt:2:1 a-rule This is so.\n"
        "    |\n"
        "  2 | flask==3.0\n"
        "    | ^^^^^^^^^^ information\n"
        "  4 | flask-login\n"
        "    --> app/base-requirements.txt\n"
        " 12 | flask-wtf\n"
        "    = see https://example.org/page\n"
    )


def test_a_repeated_line_of_evidence_is_shown_once(tmp_path):
    here = location(tmp_path / "requirements.txt", "flask\nflask-login\n")
    there = location(tmp_path / "requirements.txt", "flask\nflask-login\n", 1)
    related = (Related(there, ""), Related(there, ""), Related(here, ""))
    finding = Finding("a-rule", Severity.HINT, "This is so.", here, related)
    assert shown(finding, tmp_path).count("flask-login") == 1


def test_markup_in_text_is_not_interpreted(tmp_path):
    here = location(tmp_path / "requirements.txt", "flask[async]  # [bold red]no[/] [/]\n")
    finding = Finding("a-rule", Severity.WARNING, "A [link=x]message[/link] :smile:", here)
    text = shown(finding, tmp_path)
    assert "flask[async]  # [bold red]no[/] [/]" in text
    assert "A [link=x]message[/link] :smile:" in text


def test_colors_only_on_request(tmp_path):
    here = location(tmp_path / "requirements.txt", "flask\n")
    finding = Finding("a-rule", Severity.WARNING, "This is so.", here)
    plain = shown(finding, tmp_path)
    coloured = shown(finding, tmp_path, force_terminal=True, color_system="standard")
    assert "\x1b" not in plain
    assert "\x1b[" in coloured


def test_a_file_outside_the_folder_has_its_absolute_path(tmp_path):
    here = location(tmp_path / "a" / "requirements.txt", "flask\n")
    finding = Finding("a-rule", Severity.HINT, "This is so.", here)
    first = shown(finding, tmp_path / "b").splitlines()[0]
    assert first.startswith(f"{(tmp_path / 'a').as_posix()}/requirements.txt:1:1 ")


@pytest.mark.parametrize("form", ["text", "story", "record"])
def test_warnings_come_before_information_and_hints(tmp_path, make_project, form):
    make_project(tmp_path, {"requirements.txt": "raven\nflask-sqlalchemy\nflask==1.1\n"})
    day = date(2026, 11, 24)
    found = list(assess_paths([tmp_path], day))
    ways = {
        "text": lambda: text_lines(found, tmp_path),
        "story": lambda: project_lines(found[0], tmp_path),
        "record": lambda: record_lines(found, tmp_path, day),
    }
    text = "\n".join(map(str, ways[form]()))
    in_order = ["flask-unsupported", "flask-sqlalchemy-without-migrations", "superseded-package"]
    at = [text.index(words) for words in in_order]
    assert at == sorted(at)
