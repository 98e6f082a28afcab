"""Lock files decide which versions are in use."""

import pytest

LOCK = '[[package]]\nname = "{}"\nversion = "{}"\n\n'


def project(*requirements: str) -> str:
    listed = ", ".join(f'"{requirement}"' for requirement in requirements)
    return f'[project]\nname = "shop"\ndependencies = [{listed}]\n'


@pytest.fixture
def messages(assess_project):
    """Return the messages of a project's findings on 2026-11-24, by rule."""

    def run(requirements, lock, name="uv__lock"):
        files = {"pyproject__toml": project(*requirements), name: lock}
        findings = assess_project(**files).findings
        return {finding.rule: finding.message for finding in findings}

    return run


def test_the_locked_version_counts_if_the_specifier_admits_more(messages):
    found = messages(["django>=4"], LOCK.format("django", "4.2.16"))
    assert found["django-unsupported"].startswith(
        "Upgrade to Django 5.2 (LTS) or later: "
        "security support for 4.2.16 in uv.lock ended 7 April 2026."
    )


@pytest.mark.parametrize("name", ["poetry__lock", "pdm__lock", "pylock__toml"])
def test_the_message_names_the_lock(messages, name):
    found = messages(["flask"], LOCK.format("flask", "2.0.1"), name)
    assert f"2.0.1 in {name.replace('__', '.')} ended" in found["flask-unsupported"]


def test_a_locked_supported_release_is_not_reported(messages):
    assert "django-unsupported" not in messages(["django>=4"], LOCK.format("django", "5.2.3"))


def test_the_message_names_the_releases_of_an_unsupported_specifier(messages):
    found = messages(["django~=4.2.0"], LOCK.format("django", "4.2.16"))
    assert found["django-unsupported"].endswith(" for 4.2 ended 7 April 2026.")


def test_an_outdated_lock_file_is_not_used(messages):
    assert "django-unsupported" not in messages(["django>=5"], LOCK.format("django", "4.2.16"))


def test_one_supported_version_of_several_is_enough(messages):
    forks = LOCK.format("django", "4.2.16") + LOCK.format("django", "5.2.3")
    assert "django-unsupported" not in messages(["django>=4"], forks)
    older = LOCK.format("django", "4.2.16") + LOCK.format("django", "3.2.25")
    found = messages(["django>=3"], older)["django-unsupported"]
    assert " 4.2.16 and 3.2.25 in uv.lock ended" in found


def test_the_version_of_a_requirement_with_a_url_does_not_count(messages):
    url = "django @ git+https://git.example/django@stable/4.2.x"
    assert "django-unsupported" not in messages([url], LOCK.format("django", "4.2.16"))


def test_version_conditions_use_the_lock_file(messages):
    requirements = ["django>=5", "django-csp"]
    later = messages(requirements, LOCK.format("django", "6.0.1"))
    earlier = messages(requirements, LOCK.format("django", "5.2.3"))
    assert len(later.keys() - earlier.keys()) == 1


def test_packages_that_are_only_in_the_lock_file_are_not_requirements(assess_project):
    lock = LOCK.format("django", "3.2") + LOCK.format("flask-login", "0.6")
    assessment = assess_project(pyproject__toml=project("requests"), uv__lock=lock)
    assert not assessment.web
    assert assessment.findings == ()
