import pytest

from framesage.analysis.location import Location
from framesage.wording.requirements import role_words

LOCK = '[[package]]\nname = "{}"\nversion = "{}"\n\n'


@pytest.fixture
def role(assess_project):
    """Return the role of a package in words."""

    def run(package, **files):
        project = assess_project(**files).project
        (location,) = [
            Location(manifest, requirement.range, requirement)
            for manifest in project.manifests
            for requirement in manifest.requirements
            if requirement.name == package
        ]
        return role_words(location, project)

    return run


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("six", ""),
        ("six  # via flask", "Installed as a dependency of flask."),
        ("six; sys_platform == 'win32'", "Only if `sys_platform == 'win32'`."),
        (
            "six; python_version < '3'",
            "Not counted: `python_version < '3'` is false in every environment that the project "
            "supports.",
        ),
    ],
)
def test_lines_of_requirements_files(role, line, words):
    assert role("six", requirements__txt=f"flask\n{line}\n") == words


def test_groups_extras_and_constraints(role):
    files = {
        "pyproject__toml": '[project]\nname = "x"\n[project.optional-dependencies]\nai = ["a"]\n'
        '[dependency-groups]\ndev = ["b"]\n[tool.uv]\nconstraint-dependencies = ["c"]\n'
    }
    assert role("a", **files) == "Optional (ai)."
    assert role("b", **files) == "For development (dev)."
    assert role("c", **files) == "A constraint: limits the version, but installs nothing."


def test_a_requirement_of_a_compiled_file(role):
    files = {"requirements__in": "flask", "requirements__txt": "flask==3.1\nsix==1.16"}
    assert role("six", **files) == "Compiled from the list of direct requirements."


def test_locked_versions(role):
    files = {
        "pyproject__toml": '[project]\nname = "x"\ndependencies = ["flask>=2"]\n',
        "uv__lock": LOCK.format("flask", "3.1.0"),
    }
    assert role("flask", **files) == "Version 3.1.0 is locked in uv.lock."
    files["poetry__lock"] = LOCK.format("flask", "3.1.0")
    assert role("flask", **files) == "Version 3.1.0 is locked in poetry.lock and uv.lock."


def test_a_requirement_that_is_never_installed_does_not_count(assess_project):
    assert assess_project("flask; python_version < '3'").framework.state == "none"
    assert assess_project("flask; python_version < '3.9'").framework.state == "flask"
    project = '[project]\nname = "x"\nrequires-python = ">=3.10"\ndependencies = [{}]\n'
    line = "\"flask; python_version < '3.9'\""
    assert assess_project(pyproject__toml=project.format(line)).framework.state == "none"
