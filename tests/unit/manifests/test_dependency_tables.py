"""Tables with a key for each requirement: conditions and alternatives."""

import pytest

from framesage.manifests.model import Purpose

POETRY = "[tool.poetry.dependencies]\n"
DUAL = """\
django = [
    { version = ">=3.2,<4", python = "<3.10" },
    {version = "^5.2", markers = "os_name == 'nt' or os_name == 'x'", python = ">=3.10"},
]
"""


@pytest.fixture
def poetry(pyproject):
    return lambda text: pyproject(POETRY + text)


def test_alternatives_are_requirements_of_their_own(poetry, text_at):
    manifest = poetry(DUAL)
    assert [(r.name, r.specifier, r.marker) for r in manifest.requirements] == [
        ("django", ">=3.2,<4", 'python_version < "3.10"'),
        ("django", "^5.2", "(os_name == 'nt' or os_name == 'x') and python_version >= \"3.10\""),
    ]
    first, second = manifest.requirements
    assert text_at(manifest, first.range) == (
        'django = [\n    { version = ">=3.2,<4", python = "<3.10" }'
    )
    assert text_at(manifest, second.range) == DUAL.splitlines()[2].strip().rstrip(",")
    assert text_at(manifest, second.name_range) == "version"
    assert first.range.end < second.range.start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('flask = {version = "*", python = "<3.8"}', ['python_version < "3.8"']),
        ('flask = {git = "https://e.org/f", platform = "win32"}', ['sys_platform == "win32"']),
        ('flask = "^3"', [""]),
        ("flask = []", [""]),
        ('flask = [{version = "3"}]', [""]),
        ('flask = ["^2", "^3"]', ["", ""]),
        ('flask.version = "^3"\nflask.python = "^3.9"', [">=", "<"]),
        ('[tool.poetry.dependencies.flask]\nversion = "^3"\npython = "<3.8"', ["<"]),
    ],
)
def test_conditions(poetry, text, expected):
    found = [requirement.marker for requirement in poetry(f"{text}\n").requirements]
    if expected[0] in ("<", ">="):
        assert len(found) == 1
        assert all(sign in found[0] for sign in expected)
    else:
        assert found == expected


def test_arrays_of_tables_are_alternatives(pyproject):
    text = (
        '[[tool.poetry.dependencies.flask]]\nversion = "^2"\npython = "<3.8"\n'
        '[[tool.poetry.dependencies.flask]]\nversion = "^3"\npython = ">=3.8"\n'
    )
    found = [(r.specifier, r.marker) for r in pyproject(text).requirements]
    assert found == [("^2", 'python_version < "3.8"'), ("^3", 'python_version >= "3.8"')]


def test_conditions_in_groups_keep_their_purpose(pyproject):
    text = '[tool.poetry.group.dev.dependencies]\npytest = {version = "*", python = "<3.8"}\n'
    (found,) = pyproject(text).requirements
    assert (found.group.purpose, found.marker) == (Purpose.DEVELOPMENT, 'python_version < "3.8"')


def test_markers_of_pixi(read_as):
    text = '[pypi-dependencies]\nflask = {version = "*", env-markers = "os_name == \'nt\'"}\n'
    (found,) = read_as("pixi.toml", text).requirements
    assert found.marker == "os_name == 'nt'"


def test_markers_of_pipenv(read_as):
    text = """[packages]
a = {version = "*", markers = "os_name == 'nt'", python_version = "< '3.8'"}
b = {version = "*", sys_platform = "== 'win32'", os_name = "== 'nt'"}
[packages.c]
version = "*"
python_version = "< '3.8'"
"""
    assert [found.marker for found in read_as("Pipfile", text).requirements] == [
        "os_name == 'nt' and python_version < '3.8'",
        "sys_platform == 'win32' and os_name == 'nt'",
        "python_version < '3.8'",
    ]
