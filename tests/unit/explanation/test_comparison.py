"""How a project has what Django includes, and which differences matter to it."""

import pytest

from framesage.explanation.comparison import Coverage, battery_coverage, comparison_rows


@pytest.fixture
def coverage(assess_project):
    def of(requirements):
        found = battery_coverage(assess_project(requirements))
        return {one.battery.id: one for one in found}

    return of


def test_on_flask_parts_are_put_together_asked_for_or_neither(coverage):
    found = coverage("flask\nflask-login\nflask-sqlalchemy\n")
    assert found["login"].coverage is Coverage.ADDED
    assert [location.text for location in found["login"].locations] == ["flask-login"]
    assert found["permissions"].coverage is Coverage.MISSING
    assert found["permissions"].trait.trait.id == "needs-auth"
    assert found["geographic"].coverage is Coverage.UNNEEDED
    assert found["csrf"].coverage is Coverage.ABSENT


def test_what_a_finding_misses_is_asked_for(coverage):
    missed = coverage("flask\nwtforms\n")["csrf"]
    assert (missed.coverage, missed.rule) == (Coverage.MISSING, "flask-forms-without-csrf")


def test_what_would_only_keep_a_finding_silent_is_not_asked_for(coverage):
    found = coverage("flask\nflask-login\nflask-assets\n")
    assert found["csrf"].rule == "flask-hand-made-forms-without-csrf"
    assert found["forms"].coverage is Coverage.UNNEEDED


def test_counting_parts_asks_for_none(coverage):
    """The finding that counts the parts looks for all of them, and misses none."""
    found = coverage("flask\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n")
    assert found["feeds"].coverage is Coverage.UNNEEDED


def test_on_django_all_is_included_and_what_doubles_it_is_named(coverage):
    found = coverage("django\nsqlalchemy\n")
    assert found["login"].coverage is Coverage.INCLUDED
    assert found["orm"].coverage is Coverage.DUPLICATED
    assert [location.text for location in found["orm"].locations] == ["sqlalchemy"]


def test_a_difference_matters_through_its_traits_and_speaks_for_whom_guidance_says(assess_project):
    rows = {
        row.difference.topic: row for row in comparison_rows(assess_project("flask\nflask-admin\n"))
    }
    assert [one.trait.id for one in rows["Admin site"].traits] == ["needs-admin"]
    assert rows["Admin site"].favors == {"django"}
    assert rows["Community"].traits == ()
    assert rows["Community"].favors == frozenset()
