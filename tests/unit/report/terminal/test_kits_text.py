"""The kits in a terminal: as a table with links, and as lines with pages."""

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from framesage.advice.workspace import assess_paths
from framesage.explanation.kits import Kit, kits_for
from framesage.report.terminal.kits_text import kit_lines, kits_table


@pytest.fixture
def assessment(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "flask\nflask-login\nflask-sqlalchemy\n"})
    (assessment,) = assess_paths([tmp_path], date(2026, 11, 24))
    return assessment


def printed(content, *, is_terminal=False):
    out = StringIO()
    console = Console(file=out, width=120, force_terminal=is_terminal, legacy_windows=False)
    console.print(content)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_the_table_has_a_column_for_each_framework(assessment):
    lines = printed(kits_table(kits_for(assessment), assessment.project))
    heads, login = (
        next(line.split("  ") for line in lines if word in line) for word in ("Need", "Accounts")
    )
    assert [head.strip() for head in heads if head] == ["Need", "Flask", "Django"]
    assert [cell.strip() for cell in login if cell] == [
        "Accounts and login",
        "here: flask-login (requirements.txt:2)",
        "included: django.contrib.auth",
    ]
    assert any("flask-migrate (or flask-alembic, alembic)" in line for line in lines)


def test_the_table_links_to_the_pages_in_a_terminal(assessment):
    table = kits_table(kits_for(assessment), assessment.project)
    assert "https://flask-migrate.readthedocs.io/" in "".join(printed(table, is_terminal=True))
    assert "https://" not in "".join(printed(table))


def test_a_framework_without_an_entry_has_a_dash_or_no_line(assessment):
    flask, django = kits_for(assessment)
    kits = (flask, Kit(django.framework, django.entries[1:]))
    (login,) = [line for line in printed(kits_table(kits, assessment.project)) if "login" in line]
    assert login.endswith("-")
    lines = [line.plain for line in kit_lines(kits, assessment.project)]
    at = lines.index("  Accounts and login")
    assert lines[at + 1].startswith("    Flask   here: flask-login")
    assert lines[at + 2] == "  Sessions"
