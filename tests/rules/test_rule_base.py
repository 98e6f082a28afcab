"""The built-in rule base as a whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from framesage.rulebase import symbols
from framesage.rulebase.checks.usage import cited_claims

CANDIDATES = ("flask", "django")
LOWERCASE_NAMES = ("dja", "dj-", "djp", "fla", "pyt", "soc")  # names that are written in lowercase


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


def test_needs_have_distinct_titles_that_fit_into_a_list(rule_base):
    titles = [need.title for need in rule_base.needs.values()]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if title.endswith(".") or "," in title]


def test_packages_for_needs_have_an_entry_of_their_own(rule_base):
    evidence = {symbol for group in rule_base.evidence for symbol in group.strengths}
    unknown = [
        package
        for need in rule_base.needs.values()
        for package in (*need.packages(), *need.duplicates())
        if symbols.package(package) not in evidence
        and package not in rule_base.neutral
        and not rule_base.plugin_of(package)
    ]
    assert unknown == []


@pytest.mark.parametrize("framework", CANDIDATES)
def test_each_candidate_has_something_for_every_need_and_topic(rule_base, framework):
    assert [need.id for need in rule_base.needs.values() if framework not in need.provisions] == []
    assert [row.topic for row in rule_base.comparison if not row.words[framework]] == []


@pytest.mark.parametrize("framework", CANDIDATES)
def test_suggested_packages_are_known_and_not_broken_or_superseded(rule_base, framework):
    gone = {
        change.package
        for change in rule_base.changes
        if change.kind not in ("included", "backport") and not change.versions
    }
    for need in rule_base.needs.values():
        provision = need.provisions[framework]
        suggested = {*provision.packages, *provision.alternatives}
        assert not suggested & gone, need.id
        assert not suggested & set(provision.also), need.id


def test_default_packages_have_minimums_that_no_change_affects(rule_base):
    default = {
        package
        for need in rule_base.needs.values()
        for provision in need.provisions.values()
        for package in provision.packages
    }
    assert default <= set(rule_base.minimums)
    for package, minimum in rule_base.minimums.items():
        for change in rule_base.changes_of.get(package, ()):
            assert not SpecifierSet(change.versions).contains(minimum), package


def test_kits_cover_all_needs_but_those_that_take_no_particular_package(rule_base):
    """These are a store of another kind, and a login that is there already."""
    needs = {
        trait
        for trait in rule_base.traits
        if rule_base.locations[symbols.trait(trait)].path.match("traits/needs.toml")
    }
    covered = {trait for need in rule_base.needs.values() for trait in need.traits}
    assert needs - covered == {"non-relational-db", "has-login"}


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
    starts_in_lowercase = change.words[:1].islower()
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
