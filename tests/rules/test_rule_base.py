"""The built-in rule base as a whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from packaging.version import Version

from framesage.rulebase import symbols
from framesage.rulebase.checks import find_issues
from framesage.rulebase.checks.usage import cited_claims

CANDIDATES = ("flask", "django")
LOWERCASE_NAMES = ("dja", "dj-", "djp", "fla", "pyt", "soc")  # names that are written in lowercase


def test_all_checks_pass(rule_base):
    assert [str(issue) for issue in find_issues(rule_base)] == []


def test_every_claim_of_the_guidance_is_defined_and_cited(rule_base):
    assert list(rule_base.claims) == [f"G{number:02}" for number in range(1, 16)]
    assert cited_claims(rule_base) == set(rule_base.claims)


def test_the_candidates_are_flask_and_django(rule_base):
    assert {framework.id for framework in rule_base.candidates} == set(CANDIDATES)


@pytest.mark.parametrize("framework", CANDIDATES)
def test_release_series_are_in_order(rule_base, framework):
    series = [Version(release.series) for release in rule_base.releases_of(framework)]
    assert series
    assert all(earlier < later for earlier, later in pairwise(series))


def test_batteries_have_distinct_titles_that_fit_into_a_list(rule_base):
    titles = [battery.title for battery in rule_base.batteries.values()]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if title.endswith(".") or "," in title]


def test_packages_of_batteries_have_an_entry_of_their_own(rule_base):
    evidence = {symbol for group in rule_base.evidence for symbol in group.strengths}
    unknown = [
        package
        for battery in rule_base.batteries.values()
        for package in (*battery.packages, *battery.duplicates)
        if symbols.package(package) not in evidence
        and package not in rule_base.neutral
        and not rule_base.plugin_of(package)
    ]
    assert unknown == []


def test_messages_are_short_sentences_without_scolding(rule_base, rule_id):
    rule = rule_base.advice[rule_id]
    assert rule.message[0].isupper() or rule.message[0] == "{"
    assert rule.message.endswith(".")
    assert not rule.title.endswith(".")
    assert len(rule.message) <= 200
    assert not re.search(r"\b(must|wrong|bad|should|never|!)\b", rule.message)


def test_words_of_changes_complete_the_messages(change):
    assert not change.words.endswith(".")
    assert len(change.words) <= 140
    starts_in_lowercase = change.words[0].islower()
    assert (
        change.kind == "included"
        or not starts_in_lowercase
        or change.words.startswith(LOWERCASE_NAMES)
    )


def test_the_comparison_has_all_rows_of_the_guidance(rule_base):
    assert [row.topic for row in rule_base.comparison][:6] == [
        "Kind of framework",
        "Admin site",
        "ORM",
        "Accounts",
        "Flexibility",
        "Learning",
    ]
