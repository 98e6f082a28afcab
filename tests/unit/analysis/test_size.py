"""The kind and size of a project depend on its tree, words and names, not on packages alone."""

import pytest

MONITORING = "ddtrace\ndatadog\nstatsd\nnewrelic\nelastic-apm\nprometheus-client\nmarkus\n"


def tree(count: int) -> dict[str, str]:
    return {f"app{number // 20}/m{number}.py": "" for number in range(count)}


def certain(assessment) -> set[str]:
    return {found.trait.id for found in assessment.traits if found.certainty != "low"}


@pytest.mark.parametrize(
    ("requirements", "count", "wanted"),
    [
        ("django\n", 30, "small-project"),
        ("django\nnewrelic\ngunicorn\n", 30, "small-project"),
        ("flask\n", 60, ""),
        ("django\nedx-django-utils\nedx-toggles\nnewrelic\npymemcache\n", 30, "small-project"),
        (f"django\n{MONITORING}", 150, ""),
        ("django\n", 400, "large-scale"),
        ("django\nkafka-python\ndjango-waffle\npsycogreen\n", 250, "large-scale"),
    ],
)
def test_the_size_of_the_tree(assess_project, requirements, count, wanted):
    found = certain(assess_project(requirements, **tree(count)))
    assert found & {"small-project", "large-scale"} == ({wanted} if wanted else set())


def test_a_description_outweighs_a_small_tree(assess_project):
    project = (
        '[project]\nname = "x"\ndependencies = ["django"]\n'
        'description = "A ticket shop for millions of users"\n'
    )
    found = certain(assess_project(pyproject__toml=project, **tree(2)))
    assert "large-scale" in found
    assert "small-project" not in found


def test_many_features_are_not_small(assess_project):
    few = certain(assess_project("flask\ncelery\n", **tree(35)))
    more = "flask-login\nflask-wtf\nflask-mail\nflask-babel\nflask-limiter\nelasticsearch\n"
    many = certain(assess_project(f"flask\ncelery\n{more}", **tree(35)))
    assert "small-project" in few
    assert "small-project" not in many


@pytest.mark.parametrize(
    ("requirements", "count", "name", "wanted"),
    [
        ("flask\ngrpcio\n", 10, "x", False),
        ("flask\ngrpcio\nkafka-python\n", 300, "x", False),
        ("flask\ngoogle-cloud-pubsub\n", 60, "x", False),
        ("flask\ngrpcio\ngrpcio-tools\n", 10, "mail-service", True),
        ("flask\n", 10, "orders-svc", True),
        ("flask\nflask-admin\nflask-login\ngrpcio\n", 10, "shop-service", False),
        ("django\nwagtail\nkafka-python\n", 10, "news-service", False),
    ],
)
def test_passing_messages_is_not_enough(assess_project, requirements, count, name, wanted):
    project = f'[project]\nname = "{name}"\ndynamic = ["dependencies"]\n'
    found = certain(assess_project(requirements, pyproject__toml=project, **tree(count)))
    assert ("microservice" in found) is wanted
