"""The fewest changes of traits that flip a verdict."""

import pytest

from framesage.explanation.what_if import find_flips, flip_words, read_by_guidance
from framesage.rulebase import load_rule_base

API = "flask\nflask-smorest\nflask-sqlalchemy\nflask-jwt-extended\npsycopg\n"
SHOP = "flask\nflask-login\nflask-sqlalchemy\nflask-wtf\nflask-admin\n"


def declare(changes) -> str:
    lines = [f"{change.trait.id} = {str(change.holds).lower()}" for change in changes]
    return "[traits]\n" + "\n".join(lines) + "\n"


def test_declaring_the_changes_flips_the_verdict(assess_project):
    before = assess_project(SHOP)
    (flip,) = find_flips(before)
    assert before.verdict.favors == "django"
    assert flip.framework.id == "flask"
    assert 1 <= len(flip.changes) <= 3
    after = assess_project(SHOP, framesage__toml=declare(flip.changes))
    assert after.verdict.favors == "flask"


def test_no_single_change_flips_a_verdict_that_needs_several(assess_project):
    (flip,) = find_flips(assess_project(SHOP))
    assert len(flip.changes) > 1
    for change in flip.changes:
        alone = assess_project(SHOP, framesage__toml=declare([change]))
        assert alone.verdict.favors != flip.framework.id


def test_from_flask_to_django(assess_project):
    api = assess_project("flask\nflask-restx\n")
    (flip,) = find_flips(api)
    assert (api.verdict.favors, flip.framework.id) == ("flask", "django")
    assert len(flip.changes) == 1


@pytest.mark.parametrize("requirements", ["flask\n", API])
def test_an_open_verdict_can_flip_to_either_framework(assess_project, requirements):
    before = assess_project(requirements)
    assert before.verdict.favors in ("undecided", "either")
    flips = {flip.framework.id: flip.changes for flip in find_flips(before)}
    assert flips.keys() == {"flask", "django"}
    for goal, changes in flips.items():
        after = assess_project(requirements, framesage__toml=declare(changes))
        assert after.verdict.favors == goal


def test_another_framework_has_no_flips(assess_project):
    assert find_flips(assess_project("fastapi\nuvicorn\n")) == ()


def test_the_most_likely_change_is_suggested(assess_project):
    site = assess_project("flask\nflask-smorest\nsqlalchemy\n")
    believed = {found.trait.id: found.belief for found in site.traits}
    (flip,) = find_flips(site)
    (change,) = flip.changes
    assert change.holds and believed[change.trait.id] < 0.5
    assert change.trait.id == "needs-admin"  # nearer to what is seen than a content site is


@pytest.mark.parametrize("requirements", [SHOP, API, "flask\n", "django\nwagtail\n"])
def test_only_traits_that_a_person_can_answer_are_changed(assess_project, requirements):
    flips = find_flips(assess_project(requirements))
    changes = [change for flip in flips for change in flip.changes]
    assert changes and all(change.trait.question for change in changes)


def test_traits_that_exclude_each_other_are_not_suggested_together(assess_project):
    declared = "[traits]\nmicroservice = true\n"
    service = assess_project("gunicorn\n", framesage__toml=declared)
    changed = {change.trait.id for flip in find_flips(service) for change in flip.changes}
    assert changed
    assert changed.isdisjoint(service.rule_base.excluded_by("microservice"))


def test_the_most_frequent_of_equal_changes_is_suggested(assess_project):
    declared = "[traits]\napi-only = true\nneeds-auth = true\n"
    changes = changes_to(assess_project("gunicorn\n", framesage__toml=declared), "flask")
    assert [change.trait.id for change in changes] == ["small-project"]


def test_declared_traits_are_not_changed(assess_project):
    declared = "[traits]\nneeds-auth = true\nneeds-admin = true\n"
    flips = find_flips(assess_project(SHOP, framesage__toml=declared))
    changed = {change.trait.id for flip in flips for change in flip.changes}
    assert not changed & {"needs-auth", "needs-admin"}


def test_traits_read_by_guidance_have_a_denial():
    base = load_rule_base()
    traits = [base.traits[name] for name in read_by_guidance(base) if name in base.traits]
    assert [trait.id for trait in traits if not trait.denial] == []
    assert base.traits["needs-auth"].words(holds=False) == "no user accounts"


def test_a_reusable_package_has_no_flips(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask", "flask-restx"]\n'
    assert find_flips(assess_project(pyproject__toml=project))
    project += "[tool.framesage.traits]\nreusable-package = true\n"
    assert find_flips(assess_project(pyproject__toml=project)) == ()


def changes_to(assessment, goal: str):
    (flip,) = [flip for flip in find_flips(assessment) if flip.framework.id == goal]
    return flip.changes


@pytest.mark.parametrize("description", ["Booking portal", "Church website with news"])
def test_pages_are_not_suggested_in_favor_of_flask(assess_project, description):
    project = f'[project]\nname = "x"\ndescription = "{description}"\ndependencies = ["gunicorn"]\n'
    changes = changes_to(assess_project(pyproject__toml=project), "flask")
    assert {change.trait.id for change in changes}.isdisjoint({"renders-html", "serves-api"})


def test_a_change_is_said_in_the_words_of_the_question(assess_project):
    (flip,) = find_flips(assess_project(SHOP))
    for change in flip.changes:
        question = change.trait.question
        assert change.words.lower() == (question.yes if change.holds else question.no).lower()
    assert flip_words(flip).startswith(f"Flask would fit better if {flip.changes[0].words} (`")


@pytest.mark.parametrize(
    ("trait", "words"),
    [("api-only", "API without HTML pages"), ("needs-auth", "user accounts and login")],
)
def test_a_title_within_a_sentence_keeps_its_acronym(trait, words):
    assert load_rule_base().traits[trait].words(holds=True) == words


def test_nothing_would_fit_better_than_a_framework_that_is_kept(assess_project):
    assert find_flips(assess_project("django\ndjangorestframework\n")) == ()
