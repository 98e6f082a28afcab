"""What descriptions say of starters, guides, services of users and accounts elsewhere."""

import pytest


@pytest.fixture
def traits(assess_project):
    """Return a function: the traits of at least medium certainty of a described project."""

    def run(text: str, framework: str = "flask") -> set[str]:
        project = f'[project]\nname = "x"\ndependencies = ["{framework}"]\ndescription = "{text}"\n'
        found = assess_project(pyproject__toml=project).traits
        return {trait.trait.id for trait in found if trait.certainty != "low"}

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Skeleton Flask project for a JSON API with tokens",
        "Starter Flask application for REST APIs",
        "Flask template for a GraphQL API",
    ],
)
def test_a_starter_is_what_it_is_for(traits, text):
    assert {"mvp", "serves-api", "api-only"} <= traits(text)


@pytest.mark.parametrize(
    "text",
    [
        "A beginner's guide to Flask",
        "Code samples from the tutorial series about parcels",
        "REST API example",
    ],
)
def test_guides_and_examples_are_first_versions(traits, text):
    assert "mvp" in traits(text)


@pytest.mark.parametrize("text", ["Users service", "User service of a parcel network"])
def test_a_service_of_users_is_no_identity_provider(traits, text):
    found = traits(text)
    assert "security-critical" not in found
    assert "needs-auth" not in found


def test_an_account_elsewhere_is_none_here(traits):
    assert "needs-auth" not in traits("Sends texts with your trial account at a provider", "django")


def test_an_interface_to_data_is_no_website(traits):
    assert "renders-html" not in traits("Interface to the tide data of a harbor")
