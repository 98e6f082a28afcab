"""The decision record: its sections, and that text of files is escaped."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.report.decision_record import record_lines


@pytest.fixture
def record(tmp_path, make_project):
    def make(files):
        make_project(tmp_path, files)
        day = date(2026, 11, 24)
        return list(record_lines(list(assess_paths([tmp_path], day)), tmp_path, day))

    return make


def test_the_record_has_context_options_decision_and_consequences(record, tmp_path):
    lines = record({"requirements.txt": "flask\nflask-login\nflask-admin\nflask-sqlalchemy\n"})
    headings = [line.lstrip("# ") for line in lines if line.startswith("#")]
    name = tmp_path.name.replace("_", r"\_")
    assert headings[:3] == [f"{name}: Flask or Django?", "Context", "Options considered"]
    assert headings[3:5] == ["Django", "Flask"]  # the favored one first
    assert headings[5:7] == ["What each framework takes for these needs", "Decision"]
    assert (headings[7], headings[-1]) == ("Consequences", "Sources")
    assert "- Status: Flask in use, not recorded as a decision" in lines
    assert "Framework in use: Flask (requirements.txt:1)." in lines
    assert any(line.startswith("Based on requirements.txt, read by Framesage ") for line in lines)
    assert any(
        line.startswith("| User accounts and login | high | flask-login (") for line in lines
    )
    assert "**Django would suit this project better than Flask (medium certainty).**" in lines
    assert any("(`flask-login-without-throttling`" in line for line in lines)


def test_what_would_change_the_verdict_is_listed(record):
    lines = record({"requirements.txt": "flask\nflask-restx\n"})
    at = lines.index("## What would change it")
    assert lines[at + 2].startswith("- Django would fit better if ")


SHOP = (
    '[project]\nname = "shop"\ndescription = "An online <shop> with accounts"\n'
    'dependencies = ["gunicorn"]\n\n[tool.framesage]\n{}\n'
    "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\n"
)


def test_the_record_on_a_new_project_proposes_a_decision(record):
    lines = record({"pyproject.toml": SHOP.format("")})
    assert lines[2:4] == ["- Status: proposed", "- Date: 2026-11-24"]
    assert r"> An online \<shop\> with accounts" in lines
    options = lines[lines.index("## Options considered") : lines.index("## Decision")]
    assert options.index("### Django") < options.index("### Flask")
    assert any(line.startswith("- It needs an admin back office (") for line in options)
    assert "To accept, run `framesage ask --start django --write`." in lines
    consequences = lines[lines.index("## Consequences") :]
    assert any(line.startswith("- Django includes ") for line in consequences)
    assert not any("Start with Django" in line for line in consequences)  # it is the decision


def test_the_record_on_a_decision_is_accepted(record):
    decided = 'framework = "flask"\ndecision = "2026-10-01: the team knows it"'
    lines = record({"pyproject.toml": SHOP.format(decided)})
    assert lines[2:4] == ["- Status: accepted", "- Date: 2026-10-01"]
    decision = lines[lines.index("## Decision") + 2 :]
    assert decision[:3] == ["**Flask, as decided.**", "", "2026-10-01: the team knows it"]
    assert any(line.startswith("- Install and keep up to date: `flask-") for line in decision)
    assert not any("%" in line for line in lines)


@pytest.mark.parametrize(
    ("files", "status", "todo"),
    [
        ({"requirements.txt": "gunicorn\n"}, "open", "To decide, run `framesage ask`."),
        (
            {"requirements.txt": "flask\n"},
            "Flask in use, not recorded as a decision",
            'To record the choice, set `framework = "flask"` in [tool.framesage].',
        ),
        (
            {"requirements.txt": "flask\n", "framesage.toml": 'framework = "flask"\n'},
            "accepted",
            "To record why, set `decision` in [tool.framesage].",
        ),
        (
            {"requirements.txt": "flask\ndjango\n"},
            "Flask and Django in use, not recorded as a decision",
            "",
        ),
    ],
)
def test_the_record_says_how_to_record_a_decision(record, files, status, todo):
    lines = record(files)
    assert f"- Status: {status}" in lines
    assert not todo or todo in lines


def test_a_decision_is_given_with_its_note(record):
    settings = '[tool.framesage]\nframework = "flask"\ndecision = "2026-11-24: we *know* it"\n'
    names = "flask\nflask-login\nflask-admin\nflask-sqlalchemy\n"
    lines = record({"requirements.txt": names, "pyproject.toml": settings})
    decision = lines[lines.index("## Decision") + 2 :]
    assert decision[:3] == ["**Flask, as decided.**", "", r"2026-11-24: we \*know\* it"]
    assert "## What would change it" not in lines


def test_a_project_with_another_framework_has_no_consequences(record):
    lines = record({"requirements.txt": "fastapi\nsqlalchemy\nfastapi-users\n"})
    assert "## Decision" in lines
    assert "## Consequences" not in lines


def test_a_reusable_package_gets_no_verdict(record):
    extension = 'keywords = ["flask-extension"]\ndependencies = ["flask>=3", "flask-login"]\n'
    lines = record({"pyproject.toml": f'[project]\nname = "flask-shiny"\n{extension}'})
    decision = lines[lines.index("## Decision") + 2 :]
    assert decision[0].endswith("this is a package for other projects.**")
    assert "`reusable-package = false`" in decision[1]
    assert decision[2:] == [""]


def test_declared_traits_have_no_location(record):
    settings = "[traits]\nmvp = true\n"
    lines = record({"requirements.txt": "flask\n", "app.py": "", "framesage.toml": settings})
    table = [line.split(" | ") for line in lines if line.startswith("| ")]
    rows = {cells[0].removeprefix("| "): cells[2].removesuffix(" |") for cells in table}
    assert rows["Prototype, demo or tutorial"] == "as declared"
    assert rows["Small project"] == "as declared"  # for a prototype is small


def test_file_names_as_evidence_have_no_location(record):
    lines = record({"requirements.txt": "flask\n", "app.py": "", "templates/index.html": ""})
    assert "| Small project | medium | file names |" in lines
    assert "| HTML pages | high | file names |" in lines


def test_without_findings_there_are_no_consequences(record):
    assert "## Consequences" not in record({"requirements.txt": "flask\n"})


def test_a_project_that_is_not_a_web_application_has_two_sections(record):
    lines = record({"requirements.txt": "numpy\n"})
    assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision"]


def test_text_of_a_file_is_escaped(record):
    text = "[project]\nname = 'x'\ndescription = 'An online **store**'\n"
    lines = record({"pyproject.toml": f"{text}dependencies = ['flask', 'stripe']\n"})
    shown = [line for line in lines if "store" in line]
    assert shown
    for line in shown:
        assert r"online \*\*store" in line


def test_findings_about_settings_are_not_consequences(record):
    files = {"requirements.txt": "flask\nflask-login\n", "framesage.toml": 'framwork = "x"\n'}
    lines = record(files)
    assert any("Flask-Limiter" in line for line in lines)
    assert not any("framwork" in line for line in lines)


def test_the_kits_are_a_table_with_links(record):
    lines = record(
        {
            "requirements.txt": "flask\nflask-login\nflask-sqlalchemy\n",
            "framesage.toml": "[traits]\ntakes-payments = true\n",
        }
    )
    at = lines.index("### What each framework takes for these needs")
    assert lines[at + 2].startswith("For these ")
    login = next(line for line in lines[at:] if line.startswith("| Accounts and login |"))
    assert "| here: flask-login (requirements.txt:2) |" in login
    assert "included: [`django.contrib.auth`](https://docs.djangoproject.com/" in login
    payments = next(line for line in lines[at:] if line.startswith("| Payments |"))
    assert payments.count("[`stripe`](https://") == 2
    migrations = next(line for line in lines[at:] if line.startswith("| Database migrations |"))
    assert "[`flask-migrate`](https://" in migrations
    assert "(or flask-alembic, alembic)" in migrations


def test_without_needs_the_record_has_no_kits(record):
    lines = record({"requirements.txt": "fastapi\nsqlalchemy\n"})
    assert "### What each framework takes for these needs" not in lines


def test_without_a_readable_file_the_context_names_none(record, tmp_path):
    (tmp_path / "requirements.txt").write_bytes(b"flask\xff\n")
    lines = record({})
    assert any(line.startswith("Based on no file, read by Framesage ") for line in lines)


def test_the_packages_of_the_decided_framework_are_no_reasons_for_it(record):
    files = {
        "requirements.txt": "flask\nflask-login\nflask-sqlalchemy\n",
        "framesage.toml": 'framework = "flask"\n\n[traits]\nneeds-auth = true\nmvp = true\n',
    }
    lines = record(files)
    start, end = lines.index("### Flask"), lines.index("### Django")
    assert lines[start + 2 : end - 1] == ["- It is a prototype, demo or tutorial"]
    assert "| User accounts and login | declared | as declared |" in lines


@pytest.mark.parametrize(
    ("files", "sources"),
    [
        ({"requirements.txt": "gunicorn\nflask-restx\n"}, "dependency files"),
        (
            {"framesage.toml": 'description = "An online shop with accounts and an admin panel"\n'},
            "what the project says of itself",
        ),
        (
            {"framesage.toml": "[traits]\nneeds-auth = true\nneeds-admin = true\n"},
            "declared traits",
        ),
    ],
)
def test_the_record_says_what_the_advice_is_based_on(record, files, sources):
    words = f"This is based on {sources}; weigh it against what you know about the project."
    assert any(line == words for line in record(files))


def test_a_remedy_that_the_message_names_is_not_repeated(record):
    lines = record({"requirements.txt": "flask\nflask-login\n"})
    (item,) = [line for line in lines if "(`flask-login-without-throttling`" in line]
    assert item.lower().count("add flask-limiter") == 1


def test_what_is_to_be_chosen_is_a_consequence(record):
    lines = record(
        {
            "requirements.txt": "flask\n",
            "framesage.toml": 'framework = "flask"\n[traits]\ntakes-payments = true\n',
        }
    )
    (item,) = [line for line in lines if line.startswith("- Choose a package for ")]
    assert item.startswith("- Choose a package for payments (`stripe`, ")


def test_a_framework_that_is_kept_has_the_reason(record):
    lines = record({"requirements.txt": "django\ndjangorestframework\npsycopg\n"})
    at = lines.index("### Django")
    assert lines[at + 2] == (
        "It is in use. Django includes more of what this project needs than Flask."
    )
