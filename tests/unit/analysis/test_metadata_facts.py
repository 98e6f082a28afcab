"""The metadata of a project are evidence, at the exact place that states it."""

import pytest

from framesage.analysis.metadata_facts import label_symbols
from framesage.manifests.model import Metadata
from framesage.text import Range

PYPROJECT = """
[project]
name = "acme-shop"
dependencies = ["gunicorn"]
description = {}
"""


def facts(assessment):
    """Return the texts of the locations of facts from prose, by symbol."""
    stated = ("kind:", "about:", "phrase:", "lacks:", "attribute:")
    return {
        symbol: [location.text for location in assessment.sightings.locations(symbol)]
        for symbol in assessment.sightings.symbols
        if symbol.startswith(stated)
    }


def test_facts_point_to_the_words_that_state_them(assess_project):
    text = PYPROJECT.format('"An *online store* where customers log in"')
    found = facts(assess_project(pyproject__toml=text))
    assert found["kind:shop"] == ["online store"]
    assert found["phrase:log in"] == ["log in"]


def test_facts_in_escaped_or_long_texts_point_to_their_lines(assess_project):
    text = PYPROJECT.format('"""\\\n  A site,\n  an online store \\u0041\n"""')
    assessment = assess_project(pyproject__toml=text)
    (fact,) = assessment.sightings.of("kind:website")
    assert (fact.location.range.start.line, fact.location.text) == (5, "site")


def test_the_readme_is_read_where_the_description_says_little(assess_project):
    readme = "# Acme\n\nAcme is a wiki for cooks.\n"
    little = assess_project(pyproject__toml=PYPROJECT.format('"Salt and more"'), README__md=readme)
    assert facts(little)["kind:wiki"] == ["wiki"]
    assert "kind:shop" not in facts(little)
    enough = assess_project(
        pyproject__toml=PYPROJECT.format('"An online store"'), README__md=readme
    )
    assert "kind:wiki" not in facts(enough)


def test_the_first_paragraph_of_a_readme_that_names_a_kind_decides(assess_project):
    readme = "# Acme chat\n\nOf Acme.\n\nAcme is a wiki where users log in.\n\nDemo for members\n"
    assessment = assess_project(pyproject__toml=PYPROJECT.format('"Salt"'), README__md=readme)
    found = facts(assessment)
    assert [symbol for symbol in found if symbol.startswith("kind:")] == ["kind:wiki"]
    assert {"phrase:log in", "phrase:member"} <= found.keys()
    (log_in,) = assessment.sightings.of("phrase:log in")
    (wiki,) = assessment.sightings.of("kind:wiki")
    assert log_in.reliability < wiki.reliability < 1


def test_the_name_is_read_where_nothing_says_what_the_project_is(assess_project):
    assert facts(assess_project(pyproject__toml=PYPROJECT.format('"Salt"'))) == {
        "kind:shop": ["shop"]
    }


def test_a_long_description_is_read_quickly(assess_project):
    text = PYPROJECT.format('"An online store for ' + "salt " * 200_000 + '"')
    assert "kind:shop" in facts(assess_project(pyproject__toml=text))


@pytest.mark.parametrize(
    "description",
    ["Serves a machine learning model over HTTP", "Sample tracking for a lab, with log-in"],
)
def test_machine_learning_and_samples_are_not_evidence_of_beginners(assess_project, description):
    project = f'[project]\nname = "x"\ndescription = "{description}"\ndependencies = ["gunicorn"]\n'
    traits = {found.trait.id for found in assess_project(pyproject__toml=project).traits}
    assert "web-application" in traits
    assert traits.isdisjoint({"beginner", "mvp"})


@pytest.mark.parametrize(
    ("key", "value", "symbols"),
    [
        ("classifier", "Framework :: Salt :: 2", ["classifier:Framework :: Salt :: 2"]),
        (
            "classifier",
            "Environment :: Web Environment",
            ["classifier:Environment :: Web Environment", "classifier:Environment :: *"],
        ),
        ("keyword", " REST ", ["keyword:rest"]),
        ("description", "A blog", []),
        ("requires-python", ">=3.10", []),
    ],
)
def test_the_symbols_of_classifiers_and_keywords(key, value, symbols):
    metadata = Metadata(key, value, Range.on_line(0, 0, 1))
    assert list(label_symbols(metadata, ["Environment :: "])) == symbols
