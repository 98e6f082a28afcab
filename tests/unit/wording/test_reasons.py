"""Facts of the layout in words, and as evidence."""

import re
from datetime import date

import pytest

from framesage.advice.assess import assess
from framesage.explanation.explain import explain_trait, explain_verdict
from framesage.project import Disk, load_project
from framesage.rulebase import load_rule_base
from framesage.wording.reasons import (
    brief_reason,
    layout_words,
    strongest_reasons,
    trait_basis,
)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("manage.py", "the file 'manage.py'"),
        ("templates/", "the folder 'templates/'"),
        ("python-files>500", "a project of more than 500 Python files"),
        ("packages<=3", "a project of at most 3 own packages"),
    ],
)
def test_words_of_a_fact_of_the_layout(fact, words):
    assert layout_words(fact) == words


def test_facts_of_the_layout_are_evidence_with_an_explanation(tmp_path):
    (tmp_path / "requirements.txt").write_text("flask\n")
    (tmp_path / "app.py").touch()
    assessment = assess(load_project(tmp_path, Disk()), load_rule_base(), date(2026, 11, 24))
    assert "small-project" in {found.trait.id for found in assessment.traits}
    explained = [part.text for part in explain_trait(assessment, "small-project").parts]
    assert "a project of at most 3 Python files is small" in explained


def test_the_shares_of_both_sides_make_a_whole(tmp_path):
    (tmp_path / "requirements.txt").write_text("flask\nflask-login\nflask-admin\npsycopg\n")
    settings = "[traits]\nwants-flexibility = true\n"
    (tmp_path / "framesage.toml").write_text(settings)
    assessment = assess(load_project(tmp_path, Disk()), load_rule_base(), date(2026, 11, 24))
    sides = explain_verdict(assessment)
    assert [side.text.split(" (")[0] for side in sides] == ["For Django", "For Flask"]
    reasons = [reason for side in sides for reason in side.parts]
    shares = [int(reason.contribution.strip("<%")) for reason in reasons]
    assert abs(sum(shares) - 100) <= len(shares) / 2 + 1
    for side in sides:
        own = [int(reason.contribution.strip("<%")) for reason in side.parts]
        assert own == sorted(own, reverse=True)
        assert f"({share_of(side)}% of the weight)" in side.text


def share_of(side):
    return int(side.text.partition("(")[2].partition("%")[0])


def test_names_of_files_come_before_lighter_packages(assess_project):
    found = assess_project("flask\nflask-wtf\n", **{"templates/index.html": "", "app__py": ""})
    pages = next(trait for trait in found.traits if trait.trait.id == "renders-html")
    assert trait_basis(pages, found).startswith("file names, ")


def test_a_brief_reason_never_counts_evidence_without_naming_any(assess_project, monkeypatch):
    packages = ["djangorestframework", "drf-spectacular", "django-filter", "drf-nested-routers"]
    found = assess_project("\n".join(["django", "psycopg[binary]", *packages]))
    reasons = strongest_reasons(found)
    assert reasons
    for longest in range(30, 120):
        monkeypatch.setattr("framesage.wording.reasons.LONGEST_REASON", longest)
        for reason in reasons:
            text = brief_reason(reason, found)
            assert len(text) <= longest
            assert not re.search(r"\(\d+ more", text)
