"""How a project has what Django includes, and which differences matter to it."""

import pytest

from framesage.explanation.comparison import Standing, batteries_here, differences_here


@pytest.fixture
def standing(assess_project):
    def of(requirements):
        found = batteries_here(assess_project(requirements))
        return {one.battery.id: one for one in found}

    return of


def test_on_flask_parts_are_put_together_asked_for_or_neither(standing):
    found = standing("flask\nflask-login\nflask-sqlalchemy\n")
    assert found["login"].standing is Standing.ADDED
    assert [location.text for location in found["login"].locations] == ["flask-login"]
    assert found["permissions"].standing is Standing.MISSING
    assert found["permissions"].trait.trait.id == "needs-auth"
    assert found["geographic"].standing is Standing.UNASKED
    assert found["csrf"].standing is Standing.ABSENT


def test_what_a_finding_misses_is_asked_for(standing):
    missed = standing("flask\nwtforms\n")["csrf"]
    assert (missed.standing, missed.rule) == (Standing.MISSING, "flask-forms-without-csrf")


def test_what_would_only_keep_a_finding_silent_is_not_asked_for(standing):
    found = standing("flask\nflask-login\nflask-assets\n")
    assert found["csrf"].rule == "flask-hand-made-forms-without-csrf"
    assert found["forms"].standing is Standing.UNASKED


def test_counting_parts_asks_for_none(standing):
    """The finding that counts the parts looks for all of them, and misses none."""
    found = standing("flask\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n")
    assert found["feeds"].standing is Standing.UNASKED


def test_on_django_all_is_included_and_what_doubles_it_is_named(standing):
    found = standing("django\nsqlalchemy\n")
    assert found["login"].standing is Standing.INCLUDED
    assert found["orm"].standing is Standing.DOUBLED
    assert [location.text for location in found["orm"].locations] == ["sqlalchemy"]


def test_a_difference_matters_through_its_traits_and_speaks_for_whom_guidance_says(assess_project):
    rows = {one.row.topic: one for one in differences_here(assess_project("flask\nflask-admin\n"))}
    assert [one.trait.id for one in rows["Admin site"].traits] == ["needs-admin"]
    assert rows["Admin site"].favors == {"django"}
    assert rows["Community"].traits == ()
    assert rows["Community"].favors == frozenset()
