"""Verdicts: a framework is favored, both fit, undecided, or outside."""

import pytest

from framesage.analysis.verdict import verdict_symbols


def with_traits(assess_project, *traits: str):
    declared = "[traits]\n" + "".join(f"{trait} = true\n" for trait in traits)
    return assess_project("gunicorn\n", framesage__toml=declared).verdict


@pytest.mark.parametrize(
    ("traits", "favors", "certainty"),
    [
        (("needs-auth", "needs-admin", "content-heavy"), "django", "high"),
        (("api-only", "small-project"), "flask", "high"),
        (("mvp",), "flask", "medium"),
        (("beginner",), "flask", "low"),
        (("enterprise",), "django", "medium"),
        (("api-only", "small-project", "needs-auth"), "flask", "medium"),
        (("microservice", "needs-auth", "needs-admin", "large-scale"), "django", "medium"),
    ],
)
def test_declared_traits_favor_a_framework(assess_project, traits, favors, certainty):
    verdict = with_traits(assess_project, *traits)
    assert (verdict.favors, verdict.certainty) == (favors, certainty)
    assert verdict.because
    assert [reason.weight for reason in verdict.because] == sorted(
        (reason.weight for reason in verdict.because), reverse=True
    )


@pytest.mark.parametrize(
    "traits",
    [
        ("needs-auth", "api-only"),
        ("needs-auth", "needs-admin", "small-project"),
        ("content-heavy", "needs-auth", "microservice", "mvp"),
    ],
)
def test_without_a_clear_majority_the_verdict_is_either(assess_project, traits):
    verdict = with_traits(assess_project, *traits)
    assert (verdict.favors, verdict.certainty, verdict.score) == ("either", "", 0.0)
    assert verdict.because and verdict.despite


def test_weak_reasons_on_both_sides_are_undecided(assess_project):
    declared = "[traits]\nbeginner = true\n"
    verdict = assess_project("gunicorn\nplaid-python\n", framesage__toml=declared).verdict
    assert (verdict.favors, verdict.certainty) == ("undecided", "")
    assert verdict.because and verdict.despite


def test_reasons_that_say_the_same_are_discounted(assess_project):
    because = with_traits(assess_project, "small-project", "mvp", "microservice").because
    strongest = because[0].weight
    assert [reason.weight for reason in because] == [strongest, strongest, strongest / 2]
    assert because[2].source in ("small-project-favors-flask", "mvp-favors-flask")


def test_no_reasons_on_either_side_are_undecided(assess_project):
    verdict = assess_project("flask\n").verdict
    assert (verdict.favors, verdict.certainty) == ("undecided", "")


def test_guidance_that_is_off_does_not_count(assess_project):
    settings = '[rules]\naccounts-favor-django = "off"\n'
    before = assess_project("flask\nflask-login\npsycopg\n").verdict
    after = assess_project("flask\nflask-login\npsycopg\n", framesage__toml=settings).verdict
    assert before.favors == "django"
    assert {reason.source for reason in (*before.because, *before.despite)} - {
        reason.source for reason in (*after.because, *after.despite)
    } == {"accounts-favor-django"}
    assert after.score < before.score


@pytest.mark.parametrize(
    "requirements", ["fastapi\n", "streamlit\n", "requests\n", "uvicorn\nstrawberry-graphql\n"]
)
def test_other_frameworks_and_programs_are_outside(assess_project, requirements):
    assert assess_project(requirements).verdict.favors == "outside"


@pytest.mark.parametrize(
    "more",
    [
        '[project.optional-dependencies]\nflask = ["flask"]\ndjango = ["django"]\n',
        '[dependency-groups]\ntest = ["django", "pytest"]\n',
    ],
)
def test_a_library_that_supports_both_frameworks_is_outside(assess_project, more):
    project = '[project]\nname = "log-in-kit"\ndependencies = ["gunicorn", "passlib"]\n'
    assert assess_project(pyproject__toml=project).verdict.favors == "django"
    supporting = assess_project(pyproject__toml=project + more)
    assert (supporting.framework.state, supporting.verdict.favors) == ("none", "outside")
    assert supporting.findings == ()


def test_a_verdict_has_symbols_for_its_certainty_and_those_below(assess_project):
    verdict = with_traits(assess_project, "api-only")
    assert list(verdict_symbols(verdict)) == [
        "verdict:flask",
        "verdict:flask:low",
        "verdict:flask:medium",
    ]


def test_a_reusable_package_without_a_framework_is_outside(assess_project):
    project = '[project]\nname = "log-in-kit"\ndependencies = ["wtforms", "passlib"]\n'
    assert assess_project(pyproject__toml=project).verdict.favors == "django"
    described = f'{project}description = "Library for forms"\nkeywords = ["library"]\n'
    library = assess_project(pyproject__toml=described)
    assert (library.web, library.verdict.favors, library.findings) == (True, "outside", ())


STARTED = ["__init__", "asgi", "settings", "urls", "wsgi"]
"""What ``django-admin startproject`` writes into the package."""
FIRST_APP = ["__init__", "admin", "apps", "models", "tests", "views", "migrations/__init__"]
"""What ``manage.py startapp`` writes."""


@pytest.mark.parametrize(
    "paths",
    [
        [],
        [f"parcels/{name}.py" for name in STARTED],
        [f"parcels/{name}.py" for name in STARTED] + [f"scans/{name}.py" for name in FIRST_APP],
    ],
)
def test_few_files_are_no_reason_to_change_from_the_framework_in_use(
    assess_project, tmp_path, paths
):
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    verdict = assess_project("django\n", manage__py="").verdict
    assert verdict.favors in ("undecided", "either")


def test_few_files_and_a_word_are(assess_project):
    readme = "# Parcels\n\nA small prototype.\n"
    assert assess_project("django\n", manage__py="", README__md=readme).verdict.favors == "flask"


@pytest.mark.parametrize("declared", ["small-project = true", "needs-orm = false"])
def test_one_declared_trait_is_a_reason_to_change(assess_project, declared):
    verdict = assess_project("django\n", framesage__toml=f"[traits]\n{declared}\n").verdict
    assert verdict.favors == "flask"
