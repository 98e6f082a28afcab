"""The smallest change that turns a verdict."""

import pytest

from framesage.explanation.what_if import find_flips, read_by_guidance
from framesage.rulebase import load_rule_base

API = "flask\nflask-smorest\nflask-sqlalchemy\nflask-jwt-extended\npsycopg\n"
SHOP = "flask\nflask-login\nflask-sqlalchemy\nflask-wtf\nflask-admin\n"


def declare(changes) -> str:
    lines = [f"{change.trait.id} = {str(change.holds).lower()}" for change in changes]
    return "[traits]\n" + "\n".join(lines) + "\n"


def test_declaring_the_changes_turns_the_verdict(assess_project):
    before = assess_project(SHOP)
    (turn,) = find_flips(before)
    assert before.verdict.favors == "django"
    assert turn.framework.id == "flask"
    assert 1 <= len(turn.changes) <= 3
    after = assess_project(SHOP, framesage__toml=declare(turn.changes))
    assert after.verdict.favors == "flask"


def test_no_single_change_turns_it_where_several_are_named(assess_project):
    (turn,) = find_flips(assess_project(SHOP))
    assert len(turn.changes) > 1
    for change in turn.changes:
        alone = assess_project(SHOP, framesage__toml=declare([change]))
        assert alone.verdict.favors != turn.framework.id


def test_from_flask_to_django(assess_project):
    api = assess_project("flask\nflask-restx\n")
    (turn,) = find_flips(api)
    assert (api.verdict.favors, turn.framework.id) == ("flask", "django")
    assert len(turn.changes) == 1


@pytest.mark.parametrize("requirements", ["flask\n", API])
def test_an_open_verdict_can_turn_to_either(assess_project, requirements):
    open_one = assess_project(requirements)
    assert open_one.verdict.favors in ("undecided", "either")
    turns = {turn.framework.id: turn.changes for turn in find_flips(open_one)}
    assert turns.keys() == {"flask", "django"}
    for goal, changes in turns.items():
        after = assess_project(requirements, framesage__toml=declare(changes))
        assert after.verdict.favors == goal


def test_another_framework_has_no_verdict_to_turn(assess_project):
    assert find_flips(assess_project("fastapi\nuvicorn\n")) == ()


def test_a_change_is_news_and_the_likeliest_that_turns_it(assess_project):
    site = assess_project("django\ndjangorestframework\n")
    believed = {found.trait.id: found.belief for found in site.traits}
    (turn,) = find_flips(site)
    (change,) = turn.changes
    assert change.holds and believed[change.trait.id] < 0.5
    assert change.trait.id == "needs-auth"  # nearer to what is seen than a content site is


def test_what_was_declared_is_not_up_for_change(assess_project):
    declared = "[traits]\nneeds-auth = true\nneeds-admin = true\n"
    turns = find_flips(assess_project(SHOP, framesage__toml=declared))
    changed = {change.trait.id for turn in turns for change in turn.changes}
    assert not changed & {"needs-auth", "needs-admin"}


def test_what_the_verdict_rests_on_can_be_denied_in_words():
    base = load_rule_base()
    traits = [base.traits[one] for one in read_by_guidance(base) if one in base.traits]
    assert [trait.id for trait in traits if not trait.denial] == []
    assert base.traits["needs-auth"].words(holds=False) == "nobody logs in"


def test_a_package_for_other_projects_turns_to_nothing(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask", "flask-restx"]\n'
    assert find_flips(assess_project(pyproject__toml=project))
    project += "[tool.framesage.traits]\nreusable-package = true\n"
    assert find_flips(assess_project(pyproject__toml=project)) == ()


def changes_to(assessment, goal: str):
    (turn,) = [one for one in find_flips(assessment) if one.framework.id == goal]
    return turn.changes


@pytest.mark.parametrize("description", ["Booking portal", "Command-line tool for a REST API"])
def test_nobody_believes_that_pages_speak_for_flask(assess_project, description):
    project = f'[project]\nname = "x"\ndescription = "{description}"\ndependencies = ["gunicorn"]\n'
    changes = changes_to(assess_project(pyproject__toml=project), "flask")
    assert {one.trait.id for one in changes}.isdisjoint({"renders-html", "serves-api"})


def test_what_is_believed_a_little_would_have_to_be_surer(assess_project):
    project = '[project]\nname = "x"\ndescription = "A simple blog"\ndependencies = ["gunicorn"]\n'
    (change,) = changes_to(assess_project(pyproject__toml=project), "flask")
    assert change.words == "it is a small project, for certain"
