"""Coverage of batteries, and the differences that matter to a project."""

import pytest

from framesage.explanation.comparison import Coverage, battery_coverage, comparison_rows


@pytest.fixture
def coverage(assess_project):
    def of(requirements):
        found = battery_coverage(assess_project(requirements))
        return {covered.battery.id: covered for covered in found}

    return of


def test_with_flask_batteries_are_added_missing_or_not_needed(coverage):
    found = coverage("flask\nflask-login\nflask-sqlalchemy\n")
    assert found["login"].coverage is Coverage.ADDED
    assert [location.text for location in found["login"].locations] == ["flask-login"]
    assert found["permissions"].coverage is Coverage.MISSING
    assert found["permissions"].trait.trait.id == "needs-auth"
    assert found["geographic"].coverage is Coverage.UNNEEDED
    assert found["csrf"].coverage is Coverage.ABSENT


def test_a_battery_that_a_finding_reports_is_missing(coverage):
    missed = coverage("flask\nwtforms\n")["csrf"]
    assert (missed.coverage, missed.rule) == (Coverage.MISSING, "flask-forms-without-csrf")


def test_a_battery_that_only_silences_a_finding_is_not_missing(coverage):
    found = coverage("flask\nflask-login\nflask-assets\n")
    assert found["csrf"].rule == "flask-hand-made-forms-without-csrf"
    assert found["forms"].coverage is Coverage.UNNEEDED


def test_a_finding_that_counts_batteries_makes_none_missing(coverage):
    """The finding that counts the parts looks for all of them, and misses none."""
    found = coverage("flask\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n")
    assert found["feeds"].coverage is Coverage.UNNEEDED


def test_with_django_batteries_are_included_or_duplicated(coverage):
    found = coverage("django\nsqlalchemy\n")
    assert found["login"].coverage is Coverage.INCLUDED
    assert found["orm"].coverage is Coverage.DUPLICATED
    assert [location.text for location in found["orm"].locations] == ["sqlalchemy"]


def test_a_difference_matters_through_traits_and_favors_what_guidance_favors(assess_project):
    rows = {
        row.difference.topic: row for row in comparison_rows(assess_project("flask\nflask-admin\n"))
    }
    assert [found.trait.id for found in rows["Admin site"].traits] == ["needs-admin"]
    assert rows["Admin site"].favors == {"django"}
    assert rows["Community"].traits == ()
    assert rows["Community"].favors == frozenset()
