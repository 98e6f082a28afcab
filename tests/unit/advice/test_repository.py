"""Several projects of one repository: what they bring to each other, and shared lists."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths

TODAY = date(2026, 11, 24)
LOGIN = "flask>=3.1\nflask-login\n"
THROTTLING = "flask-login-without-throttling"


@pytest.fixture
def assess(tmp_path, make_project):
    """Return the assessments of all projects by the name of their folder."""

    def run(files, *paths):
        make_project(tmp_path, files)
        start = [tmp_path / path for path in paths or (".",)]
        found = assess_paths(start, TODAY, around=tmp_path)
        return {assessment.project.root.name: assessment for assessment in found}

    return run


def rules(assessment):
    return {finding.rule for finding in assessment.findings}


def package(name, *requirements):
    listed = ", ".join(f'"{requirement}"' for requirement in requirements)
    return f'[project]\nname = "{name}"\ndependencies = [{listed}]\n'


def test_what_a_package_of_the_repository_brings_is_not_missing(assess):
    files = {
        "shop/requirements.txt": f"{LOGIN}-e ../gate",
        "gate/setup.cfg": "[metadata]\nname = gate\n",
    }
    assert THROTTLING in rules(assess(files)["shop"])
    files["gate/setup.cfg"] += "[options]\ninstall_requires = flask-limiter\n"
    assert THROTTLING not in rules(assess(files)["shop"])


@pytest.mark.parametrize(
    "line", ["-r gone.txt", "-e ../gone", "-r https://example.com/x.txt", "git+https://x.org/a.git"]
)
def test_nothing_is_missing_while_something_is_unread(assess, line):
    assert THROTTLING in rules(assess({"shop/requirements.txt": LOGIN})["shop"])
    assert THROTTLING not in rules(assess({"shop/requirements.txt": LOGIN + line})["shop"])


def test_other_findings_remain_while_something_is_unread(assess):
    files = {"shop/requirements.txt": "django==3.2\n-r gone.txt\n"}
    assert "django-unsupported" in rules(assess(files)["shop"])


def test_what_development_misses_does_not_matter(assess):
    files = {"shop/requirements.txt": LOGIN, "shop/requirements-dev.txt": "-r gone.txt"}
    assert THROTTLING in rules(assess(files)["shop"])


def test_an_unread_list_keeps_the_framework_from_missing(assess):
    described = '[project]\nname = "x"\ndescription = "A customer portal with accounts"\n'
    files = {"portal/pyproject.toml": described}
    assert rules(assess(files)["portal"])
    files["portal/requirements.txt"] = "-r ../base.txt"
    found = assess(files)["portal"]
    assert rules(found) == set()


def test_the_framework_can_be_in_a_package_of_the_repository(assess):
    files = {
        "portal/pyproject.toml": package("portal", "ground @ file:../ground", "psycopg"),
        "ground/pyproject.toml": package("ground", "django>=3.2,<4"),
    }
    found = assess(files)
    assert found["portal"].framework.state == "django"
    assert rules(found["portal"]) == set()  # what is wrong with its release is said once, there
    assert "django-unsupported" in rules(found["ground"])


def test_a_package_for_tests_does_not_make_a_framework(assess):
    files = {
        "lib/pyproject.toml": '[dependency-groups]\ntest = ["ground @ file:../ground"]\n',
        "ground/pyproject.toml": package("ground", "django"),
    }
    assert assess(files)["lib"].framework.state == "none"


def test_a_list_and_a_package_with_another_framework_are_one_application(assess):
    files = {
        "shop/requirements.txt": "flask\n-e ../ground",
        "ground/pyproject.toml": package("ground", "django"),
    }
    use = assess(files)["shop"].framework
    assert (use.state, use.apart) == ("both", False)
    assert {part.location.path.parent.name for part in use.parts} == {"shop"}


def test_a_list_of_tests_is_no_second_project(assess):
    files = {
        "requirements.txt": "flask==2.0\nflask-login\n",
        "checks/browser/requirements.txt": "-r ../../requirements.txt\nselenium\ntesttools\n",
    }
    found = assess(files)
    assert len(found) == 1
    (project,) = found.values()
    assert len(project.findings) == len({(item.rule, item.location) for item in project.findings})
    alone = assess(files, "checks/browser")
    assert rules(alone["browser"])  # it is what was asked for


def test_a_list_with_findings_of_its_own_is_a_project(assess):
    files = {
        "requirements.txt": "flask>=3.1\n",
        "worker/requirements.txt": "-r ../requirements.txt\nflask-script\n",
    }
    found = assess(files)
    assert {finding.location.path.parent.name for finding in found["worker"].findings} == {"worker"}


def test_projects_with_a_common_list_report_its_findings_once(assess):
    files = {
        "common.txt": "flask==2.0\n",
        "a/requirements.txt": "-r ../common.txt\nflask-login",
        "b/requirements.txt": "-r ../common.txt\nflask-login",
    }
    found = assess(files)
    assert "flask-unsupported" in rules(found["a"])
    assert "flask-unsupported" not in rules(found["b"])
    assert THROTTLING in rules(found["a"]) & rules(found["b"])
