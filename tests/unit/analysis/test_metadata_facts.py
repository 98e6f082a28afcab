"""What a description says, and what it denies."""

import pytest

from framesage.analysis.metadata_facts import description_words

SAID = {
    "A simple blog without comments or accounts": "a simple blog",
    "Not a blog: a reverse proxy": "a reverse proxy",
    "API without pages, for the news desk": "api for the news desk",
    "A wiki with no log-in but with search": "a wiki with but with search",
    "Not only a blog": "not only a blog",
    "A no-code shop, nothing else": "a no-code shop nothing else",
    "Notes; never a CMS": "notes",
}


@pytest.mark.parametrize(("description", "said"), SAID.items())
def test_what_a_description_denies_is_not_said(description, said):
    assert [word for word in description_words(description) if " " not in word] == said.split()


def test_words_on_the_two_sides_of_a_denial_do_not_stand_together():
    said = set(description_words("A blog without an admin: tool for writers"))
    assert "tool for" in said
    assert said.isdisjoint({"admin tool", "blog tool", "blog without"})


@pytest.mark.parametrize(
    "description",
    ["Serves a machine learning model over HTTP", "Sample tracking for a lab, with log-in"],
)
def test_machines_that_learn_and_samples_make_no_first_project(assess_project, description):
    project = f'[project]\nname = "x"\ndescription = "{description}"\ndependencies = ["gunicorn"]\n'
    traits = {found.trait.id for found in assess_project(pyproject__toml=project).traits}
    assert "web-application" in traits
    assert traits.isdisjoint({"beginner", "mvp"})
