"""The shipped rule base as a whole: nothing in it contradicts, repeats or hangs in the air."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from packaging.version import Version

from framesage.rulebase import load_rule_base
from framesage.rulebase.checks import find_issues
from framesage.rulebase.checks.usage import cited_claims

RULE_BASE = load_rule_base(whole=True)
THE_TWO = ("flask", "django")
NAMES = ("dja", "dj-", "djp", "fla", "pyt", "soc")  # packages that write themselves in lower case


def test_the_checks_find_nothing():
    assert [str(remark) for remark in find_issues(RULE_BASE)] == []


def test_every_claim_of_the_guidance_is_there_and_cited():
    assert list(RULE_BASE.claims) == [f"G{number:02}" for number in range(1, 16)]
    assert cited_claims(RULE_BASE) == set(RULE_BASE.claims)


def test_more_than_three_hundred_packages_are_evidence():
    packages = {
        symbol
        for group in RULE_BASE.evidence
        for symbol in group.strengths
        if symbol.startswith("package:")
    }
    assert len(packages) > 300


def test_the_question_is_about_two_frameworks():
    assert {one.id for one in RULE_BASE.frameworks.values() if not one.other} == set(THE_TWO)


@pytest.mark.parametrize("framework", THE_TWO)
def test_release_series_follow_each_other(framework):
    releases = RULE_BASE.releases_of(framework)
    for earlier, later in pairwise(releases):
        assert Version(earlier.series) < Version(later.series)


def test_there_are_a_dozen_batteries_or_so_and_each_title_fits_a_list():
    titles = [battery.title for battery in RULE_BASE.batteries.values()]
    assert 10 <= len(titles) <= 14
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if title.endswith(".") or "," in title]


def test_stand_ins_for_batteries_are_known_packages():
    judged = {symbol for group in RULE_BASE.evidence for symbol in group.strengths}
    unknown = [
        package
        for battery in RULE_BASE.batteries.values()
        for package in (*battery.packages, *battery.duplicates)
        if f"package:{package}" not in judged
        and package not in RULE_BASE.neutral
        and not RULE_BASE.plugin_of(package)
    ]
    assert unknown == []


@pytest.mark.parametrize("rule", RULE_BASE.advice.values(), ids=lambda rule: rule.id)
def test_messages_are_short_sentences_that_scold_nobody(rule):
    assert rule.message[0].isupper() or rule.message[0] == "{"
    assert rule.message.endswith(".") and not rule.title.endswith(".")
    assert len(rule.message) <= 200
    assert not re.search(r"\b(must|wrong|bad|should|never|!)\b", rule.message)


@pytest.mark.parametrize("change", RULE_BASE.changes, ids=lambda one: f"{one.package}-{one.kind}")
def test_words_of_changes_fit_the_messages_that_hold_them(change):
    assert not change.words.endswith(".")
    assert len(change.words) <= 140
    begins_in_a_sentence = change.kind == "included"
    assert begins_in_a_sentence or not change.words[0].islower() or change.words[:3] in NAMES


def test_the_comparison_has_every_row_of_the_guidance():
    topics = [row.topic for row in RULE_BASE.comparison]
    assert topics[:6] == [
        "Kind of framework",
        "Admin site",
        "ORM",
        "Accounts",
        "Flexibility",
        "Learning",
    ]
