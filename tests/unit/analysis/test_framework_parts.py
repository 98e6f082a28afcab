"""The parts of a project that use different frameworks: files, groups and extras."""

import pytest

from framesage.analysis.framework_parts import in_several_lists
from framesage.wording.locations import parts_words

HEAD = '[project]\nname = "x"\ndependencies = ["psycopg"]\n[dependency-groups]\n'
POETRY = '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.11"\n'


@pytest.fixture
def assess_files(tmp_path, make_project):
    from datetime import date

    from framesage.advice.workspace import assess_paths

    def run(files: dict[str, str]):
        (assessment,) = assess_paths([make_project(tmp_path, files)], date(2026, 11, 24))
        return assessment

    return run


def words(assessment) -> str:
    return parts_words(assessment.framework.parts, assessment.project)


def both_rules(assessment) -> set[str]:
    return {
        finding.rule for finding in assessment.findings if finding.rule.startswith("two-frameworks")
    }


APART = {
    "groups": (
        {"pyproject.toml": HEAD + 'web = ["django"]\napi = ["flask"]\n'},
        "Django in the group `web` and Flask in the group `api`",
    ),
    "Poetry's groups": (
        {
            "pyproject.toml": f'{POETRY}[tool.poetry.group.web.dependencies]\ndjango = "^5"\n'
            '[tool.poetry.group.api.dependencies]\nflask = "^3"\n'
        },
        "Django in the group `web` and Flask in the group `api`",
    ),
    "files with a common base": (
        {
            "requirements/base.txt": "psycopg\n",
            "requirements/web.txt": "-r base.txt\ndjango\n",
            "requirements/api.txt": "-r base.txt\nflask\n",
        },
        "Flask in requirements/api.txt and Django in requirements/web.txt",
    ),
    "a list beside the main one": (
        {
            "pyproject.toml": '[project]\nname = "x"\ndependencies = ["django"]\n',
            "requirements-api.txt": "flask\n",
        },
        "Django in pyproject.toml and Flask in requirements-api.txt",
    ),
}


@pytest.mark.parametrize("case", APART)
def test_each_framework_has_its_own_part(assess_files, case):
    files, expected = APART[case]
    assessment = assess_files(files)
    assert (assessment.framework.state, assessment.framework.apart) == ("both", True)
    assert words(assessment) == expected
    (found,) = [
        finding for finding in assessment.findings if finding.rule == "two-frameworks-apart"
    ]
    assert expected in found.message
    assert both_rules(assessment) == {"two-frameworks-apart"}


TOGETHER = {
    "one list": {"requirements.txt": "flask\ndjango\n"},
    "a base that both include": {
        "requirements/base.txt": "django\n",
        "requirements/web.txt": "-r base.txt\n",
        "requirements/api.txt": "-r common.txt\nflask\n",
        "requirements/common.txt": "-r base.txt\nsix\n",
    },
    "a base named as Windows does": {
        "requirements.txt": "flask\n-r more\\base.txt\n",
        "more/base.txt": "django\n",
    },
    "a main list that includes both": {
        "requirements.txt": "-r requirements/web.txt\n-r requirements/hooks.txt\n",
        "requirements/web.txt": "django\n",
        "requirements/hooks.txt": "flask\n",
    },
    "two main lists in one folder": {
        "pyproject.toml": '[project]\nname = "x"\ndependencies = ["django"]\n',
        "requirements.txt": "flask\n",
    },
    "the main list and a group": {
        "pyproject.toml": HEAD.replace("psycopg", "django") + 'api = ["flask"]\n'
    },
}


@pytest.mark.parametrize("case", TOGETHER)
def test_one_part_requires_both_frameworks(assess_files, case):
    assessment = assess_files(TOGETHER[case])
    assert (assessment.framework.state, assessment.framework.apart) == ("both", False)
    assert both_rules(assessment) == {"two-frameworks"}


def test_a_framework_that_is_not_in_use_has_a_part_but_no_finding(assess_files):
    files = {
        "requirements/web.txt": "django\ndjango-axes\n",
        "pyproject.toml": '[dependency-groups]\ntools = ["flask", "flask-cors"]\n',
    }
    assessment = assess_files(files)
    assert assessment.framework.state == "django"
    assert words(assessment) == (
        "Flask in the group `tools` of pyproject.toml and Django in requirements/web.txt"
    )
    assert in_several_lists(assessment.framework.parts)
    assert assessment.findings == ()


def test_the_name_of_an_extra(assess_files):
    extra = '[project.optional-dependencies]\nsimulator = ["flask"]\n'
    project = f'[project]\nname = "x"\ndependencies = ["django"]\n{extra}'
    assert words(assess_files({"pyproject.toml": project})) == (
        "Django in pyproject.toml and Flask in the extra `simulator`"
    )


@pytest.mark.parametrize("text", ["flask\n", "flask\ndjango\n", "flask-login\n"])
def test_a_single_list_is_not_named(assess_files, text):
    assert not in_several_lists(assess_files({"requirements.txt": text}).framework.parts)


def test_an_indirect_requirement_is_not_a_part(assess_files):
    head = "#\n# This file is autogenerated by pip-compile\n#\n"
    text = "dash==2.18\n    # via -r requirements.in\nflask==3.0.3\n    # via dash\n"
    assert assess_files({"requirements.txt": head + text}).framework.parts == ()


@pytest.mark.parametrize("folder", ["service", "services", "backend/microservices"])
def test_folders_of_services_are_applications_of_their_own(assess_files, folder):
    files = {"requirements.txt": "django\nflask\n", "manage.py": "", "site/views.py": ""}
    assert both_rules(assess_files(files)) == {"two-frameworks"}
    files[f"{folder}/thumbnails/main.py"] = ""
    assert both_rules(assess_files(files)) == {"two-frameworks"}  # one may be a module
    files[f"{folder}/faces/main.py"] = ""
    assessment = assess_files(files)
    assert both_rules(assessment) == {"two-frameworks-apart"}
    assert words(assessment) == "Django and Flask in requirements.txt"


def test_modules_of_services_are_none(assess_files):
    files = {"requirements.txt": "django\nflask\n", "manage.py": ""}
    files |= {f"site/services/{name}/tasks.py": "" for name in ("mail", "search", "files")}
    assert both_rules(assess_files(files)) == {"two-frameworks"}


def test_group_that_includes_both_frameworks(assess_project):
    text = (
        '[project]\nname = "x"\ndependencies = ["requests"]\n[dependency-groups]\n'
        'web = ["flask"]\nadmin = ["django"]\n{}\n'
    )
    both = 'prod = [{include-group = "web"}, {include-group = "Admin"}]'
    assert not assess_project(pyproject__toml=text.format(both)).framework.apart
    apart = 'prod = [{include-group = "web"}]\nproduction = [{include-group = "admin"}]'
    assert assess_project(pyproject__toml=text.format(apart)).framework.apart
