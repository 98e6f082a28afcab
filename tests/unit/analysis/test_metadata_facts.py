"""The words of a description count, except for those that it negates."""

import pytest

from framesage.analysis.metadata_facts import description_words, metadata_symbols
from framesage.manifests.model import Metadata
from framesage.text import Range

WORDS = {
    "A simple blog without comments or accounts": "a simple blog",
    "Not a blog: a reverse proxy": "a reverse proxy",
    "API without pages, for the news desk": "api for the news desk",
    "A wiki with no log-in but with search": "a wiki with but with search",
    "Not only a blog": "not only a blog",
    "A no-code shop, nothing else": "a no-code shop nothing else",
    "Notes; never a CMS": "notes",
}


@pytest.mark.parametrize(("description", "words"), WORDS.items())
def test_negated_words_are_left_out(description, words):
    assert [word for word in description_words(description) if " " not in word] == words.split()


def test_words_around_a_negated_clause_are_not_neighbors():
    words = set(description_words("A blog without an admin: tool for writers"))
    assert "tool for" in words
    assert words.isdisjoint({"admin tool", "blog tool", "blog without"})


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
        ("description", "A blog", ["word:a", "word:blog", "word:a blog"]),
        ("requires-python", ">=3.10", []),
    ],
)
def test_the_symbols_of_metadata(key, value, symbols):
    metadata = Metadata(key, value, Range.on_line(0, 0, 1))
    assert list(metadata_symbols(metadata, ["Environment :: "])) == symbols
