"""Words that name a feature elsewhere, and say nothing of the kind where they are."""

import pytest

DJANGO = '[project]\nname = "orchard"\ndescription = "{}"\ndependencies = ["django"]\n'


@pytest.fixture
def belief(assess_project):
    """Return a function: the belief in a trait, with this description and README."""

    def run(trait: str, description: str, readme: str = "") -> float:
        assessment = assess_project(
            pyproject__toml=DJANGO.format(description), **({"README.md": readme} if readme else {})
        )
        return next((found.belief for found in assessment.traits if found.trait.id == trait), 0.0)

    return run


@pytest.mark.parametrize(
    ("trait", "description", "elsewhere"),
    [
        ("renders-html", "Headless shop for orchards", "Shop for orchards"),
        ("renders-html", "Shared applications directory", "Business directory"),
        ("beginner", "Open Learning Django helpers", "My first web project"),
    ],
)
def test_a_word_counts_where_it_means_it(belief, trait, description, elsewhere):
    assert belief(trait, description) < 0.5 <= belief(trait, elsewhere)


@pytest.mark.parametrize(
    "call",
    [
        "## We are running a survey!\n\nThe survey takes five minutes.\n",
        "We're conducting our yearly user survey, have a look at it.\n",
        "Please take the survey of users.\n",
    ],
)
def test_a_call_to_readers_is_no_feature(belief, call):
    rest = "\n## About\n\nOrchard keeps a list of apple trees.\n"
    assert belief("has-forms", "", "# Orchard\n\n" + call + rest) < 0.5


def test_a_survey_that_the_project_is_about_still_counts(belief):
    assert belief("has-forms", "", "# Orchard\n\nA survey for apple growers.\n") >= 0.5


def test_whoever_runs_something_else_is_heard(belief):
    text = "# Orchard\n\nWe are running a blog about apples.\n"
    assert belief("content-heavy", "", text) >= 0.2
