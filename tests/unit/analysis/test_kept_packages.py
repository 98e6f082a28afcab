"""Changed packages that a project keeps for a reason, or has replaced already."""

import pytest

CHANGES = {
    "broken-by-now",
    "broken-by-upgrade",
    "built-in-by-now",
    "needless-backport",
    "superseded-package",
    "unmaintained-security-package",
}


@pytest.fixture
def changes(assess_project):
    def run(requirements: str = "", **files: str):
        found = assess_project(requirements, **files).findings
        return [finding for finding in found if finding.rule in CHANGES]

    return run


@pytest.mark.parametrize(
    "line",
    [
        "fuzzywuzzy  # required by our importer\n",
        "fuzzywuzzy  # Workaround for a bug in the new one\n",
        "# Only used in old migrations, see the wiki.\n# We should squash them.\nfuzzywuzzy\n\n",
        "# the worker crashes without it\nfuzzywuzzy  # (sic)\n",
    ],
)
def test_a_comment_with_a_reason_keeps_a_superseded_package(changes, line):
    assert changes(f"flask\n{line}") == []


@pytest.mark.parametrize(
    "line",
    [
        "fuzzywuzzy  # compares names\n",
        "# required by the importer\nfuzzywuzzy\nrequests\n",  # a heading
        "# required by the importer\n\nfuzzywuzzy\n",
        "# required by the importer\nrequests\n\nfuzzywuzzy\n",
        "requests  # until 2030\nfuzzywuzzy\n",
    ],
)
def test_other_comments_do_not(changes, line):
    assert [finding.rule for finding in changes(f"flask\n{line}")] == ["superseded-package"]


def test_comments_in_toml_count_too(changes):
    project = '[project]\nname = "a"\ndependencies = [\n  "flask",\n'
    assert changes(pyproject__toml=f'{project}  "fuzzywuzzy",\n]\n')
    assert not changes(pyproject__toml=f'{project}  "fuzzywuzzy",  # until March\n]\n')
    assert not changes(pyproject__toml=f'{project}  # needed by X\n  "fuzzywuzzy",\n]\n')


@pytest.mark.parametrize("line", ["pycrypto  # until March\n", "flask-script  # until March\n"])
def test_no_comment_keeps_what_is_unsafe_or_broken(changes, line):
    assert len(changes(f"flask>=3\n{line}")) == 1


def test_what_another_requirement_of_the_list_needs_is_kept(changes):
    assert changes("django>=5.0\npytz\n")
    assert not changes("django>=5.0\ndrf-yasg\npytz\n")


@pytest.mark.parametrize(
    ("beside", "is_reported"),
    [
        ("", True),
        ("elasticsearch>=8,<9\n", True),
        ("elasticsearch==8.18.1\n", True),
        ("elasticsearch<8\n", False),
        ("elasticsearch~=8.12.0\n", False),
    ],
)
def test_a_change_can_need_a_version_of_another_package(changes, beside, is_reported):
    assert bool(changes(f"flask\n{beside}elasticsearch-dsl\n")) is is_reported


def test_what_a_package_declares_can_rule_that_version_out(changes):
    assert changes("flask\nelasticsearch-dsl>=8,<9\n")
    assert not changes("flask\nelasticsearch-dsl==7.4.1\n")


def test_where_the_replacement_is_required_only_the_rest_remains_to_do(changes):
    (found,) = changes("flask\nraven\nSentry_SDK\n")
    expected = "Remove raven once nothing imports it: Sentry_SDK is required already."
    assert found.message == expected
    (alone,) = changes("flask\nraven\n")
    assert alone.message == "Replace Raven with sentry-sdk: Raven is deprecated."


def test_a_package_in_several_lists_is_reported_once_where_it_is_chosen(changes):
    (found,) = changes(
        pyproject__toml='[project]\nname = "a"\ndependencies = ["flask", "raven"]\n',
        **{"requirements.txt": "flask==3.1.1\nraven==6.10.0\n"},
    )
    assert found.location.path.name == "pyproject.toml"
    assert [related.location.path.name for related in found.related] == ["requirements.txt"]


def test_of_two_lists_the_less_pinned_one_is_named(changes):
    files = {
        "requirements.txt": "flask==3.1.1\nraven==6.10.0\n",
        "requirements-base.txt": "flask\nraven\n",
    }
    (found,) = changes(**files)
    assert found.location.path.name == "requirements-base.txt"


def test_an_ignored_place_does_not_hide_the_others(changes):
    (found,) = changes(
        pyproject__toml='[project]\nname = "a"\ndependencies = [\n'
        '"flask",\n"raven",  # framesage: ignore[superseded-package] old\n]\n',
        **{"requirements.txt": "flask==3.1.1\nraven==6.10.0\n"},
    )
    assert found.location.path.name == "requirements.txt"
