import pytest

LOCK = '[[package]]\nname = "{}"\nversion = "{}"\n\n'


def project(*requirements: str) -> str:
    listed = ", ".join(f'"{one}"' for one in requirements)
    return f'[project]\nname = "shop"\ndependencies = [{listed}]\n'


@pytest.fixture
def messages(assess_project):
    """Return what is said of a project on the day 2026-11-24, by rule."""

    def run(requirements, lock, name="uv__lock"):
        files = {"pyproject__toml": project(*requirements), name: lock}
        return {one.rule: one.message for one in assess_project(**files).findings}

    return run


def test_a_specifier_that_admits_more_is_judged_by_the_lock(messages):
    found = messages(["django>=4"], LOCK.format("django", "4.2.16"))
    assert found["django-unsupported"].startswith(
        "Django 4.2.16 (locked in uv.lock) no longer gets security fixes: "
        "its support ended 7 April 2026."
    )


@pytest.mark.parametrize("name", ["poetry__lock", "pdm__lock", "pylock__toml"])
def test_the_message_names_the_lock(messages, name):
    found = messages(["flask"], LOCK.format("flask", "2.0.1"), name)
    assert f"Flask 2.0.1 (locked in {name.replace('__', '.')})" in found["flask-unsupported"]


def test_a_lock_on_a_supported_release_is_no_reason_to_speak(messages):
    assert "django-unsupported" not in messages(["django>=4"], LOCK.format("django", "5.2.3"))


def test_an_unsupported_specifier_is_named_by_its_releases(messages):
    found = messages(["django~=4.2.0"], LOCK.format("django", "4.2.16"))
    assert found["django-unsupported"].startswith("Django 4.2 no longer")


def test_a_lock_behind_its_file_is_not_in_use(messages):
    assert "django-unsupported" not in messages(["django>=5"], LOCK.format("django", "4.2.16"))


def test_of_several_locked_versions_a_supported_one_suffices(messages):
    forks = LOCK.format("django", "4.2.16") + LOCK.format("django", "5.2.3")
    assert "django-unsupported" not in messages(["django>=4"], forks)
    older = LOCK.format("django", "4.2.16") + LOCK.format("django", "3.2.25")
    found = messages(["django>=3"], older)["django-unsupported"]
    assert found.startswith("Django 4.2.16 and 3.2.25 (locked in uv.lock)")


def test_what_comes_from_a_url_is_not_judged_by_its_version(messages):
    url = "django @ git+https://git.example/django@stable/4.2.x"
    assert "django-unsupported" not in messages([url], LOCK.format("django", "4.2.16"))


def test_conditions_on_versions_see_the_lock(messages):
    requirements = ["django>=5", "django-csp"]
    later = messages(requirements, LOCK.format("django", "6.0.1"))
    earlier = messages(requirements, LOCK.format("django", "5.2.3"))
    assert len(later.keys() - earlier.keys()) == 1


def test_packages_of_the_lock_alone_are_no_requirements(assess_project):
    lock = LOCK.format("django", "3.2") + LOCK.format("flask-login", "0.6")
    assessment = assess_project(pyproject__toml=project("requests"), uv__lock=lock)
    assert not assessment.web
    assert assessment.findings == ()
