"""The smallest change that turns a verdict."""

from framesage.advice.what_if import what_would_turn

SHOP = "flask\nflask-login\nflask-sqlalchemy\nflask-wtf\nflask-admin\n"


def declare(changes) -> str:
    lines = [f"{change.trait.id} = {str(change.holds).lower()}" for change in changes]
    return "[traits]\n" + "\n".join(lines) + "\n"


def test_declaring_the_changes_turns_the_verdict(assess_project):
    before = assess_project(SHOP)
    goal, changes = what_would_turn(before)
    assert before.verdict.favors == "django"
    assert goal == "flask"
    assert 1 <= len(changes) <= 3
    after = assess_project(SHOP, framesage__toml=declare(changes))
    assert after.verdict.favors == "flask"


def test_no_single_change_turns_it_where_several_are_named(assess_project):
    goal, changes = what_would_turn(assess_project(SHOP))
    assert goal and len(changes) > 1
    for change in changes:
        alone = assess_project(SHOP, framesage__toml=declare([change]))
        assert alone.verdict.favors != goal


def test_from_flask_to_django(assess_project):
    api = assess_project("flask\nflask-restx\n")
    goal, changes = what_would_turn(api)
    assert (api.verdict.favors, goal) == ("flask", "django")
    assert len(changes) == 1


def test_nothing_favoured_nothing_to_turn(assess_project):
    assert what_would_turn(assess_project("flask\n")) == ("", ())


def test_what_was_declared_is_not_up_for_change(assess_project):
    declared = "[traits]\nneeds-auth = true\nneeds-admin = true\n"
    _, changes = what_would_turn(assess_project(SHOP, framesage__toml=declared))
    assert not {change.trait.id for change in changes} & {"needs-auth", "needs-admin"}
