"""pyproject.toml: all tables with requirements, in valid and in incomplete files."""

from pathlib import Path

import pytest

from framesage.manifests import read
from framesage.manifests.model import Origin, Purpose
from framesage.text import Source

STANDARD = """\
[project]
name = "shop"
description = "A shop 🛒 for web people"
keywords = ["web", "shop"]
classifiers = ["Framework :: Django"]
requires-python = ">=3.10"
dependencies = [
  "Flask[async]>=3 ; python_version > '3.9'",  # framesage: ignore[x] ok
  'click',
]

[project.optional-dependencies]
postgres = ["psycopg2"]
test = ["pytest"]

[dependency-groups]
dev = ["ruff", {include-group = "typing"}]
typing = ["mypy"]
prod = ["gunicorn"]

[tool.uv]
dev-dependencies = ["ipython"]
constraint-dependencies = ["werkzeug<4"]

[build-system]
requires = ["hatchling"]

[tool.framesage]
framework = "flask"
rule-paths = ["rules"]
layout = false

[tool.framesage.traits]
needs-auth = true
"""

POETRY = """\
[tool.poetry]
name = "old"
description = "d"

[tool.poetry.dependencies]
python = "^3.10"
Django = "^4.2"
psycopg2 = {version = "*", optional = true, extras = ["binary"]}
fork = {git = "https://e.org/fork.git"}
multi = [{version = ">=1", python = "<3.9"}, {version = ">=2"}]

[tool.poetry.dependencies.long]
version = ">=7"
extras = ["a", "b"]

[tool.poetry.group.dev.dependencies]
pytest = "*"

[tool.poetry.dev-dependencies]
black = "*"
"""


def test_standard_tables(pyproject):
    found = {
        r.name: (r.group.purpose, r.group.name, r.origin) for r in pyproject(STANDARD).requirements
    }
    direct = Origin.DIRECT
    assert found == {
        "flask": (Purpose.RUNTIME, "", direct),
        "click": (Purpose.RUNTIME, "", direct),
        "psycopg2": (Purpose.OPTIONAL, "postgres", direct),
        "pytest": (Purpose.DEVELOPMENT, "test", direct),
        "ruff": (Purpose.DEVELOPMENT, "dev", direct),
        "mypy": (Purpose.DEVELOPMENT, "typing", direct),
        "gunicorn": (Purpose.RUNTIME, "prod", direct),
        "ipython": (Purpose.DEVELOPMENT, "dev", direct),
        "werkzeug": (Purpose.RUNTIME, "", Origin.CONSTRAINT),
    }


def test_ranges_are_inside_the_quotes(pyproject, text_at):
    manifest = pyproject(STANDARD)
    flask = manifest.requirements[0]
    assert text_at(manifest, flask.range) == "Flask[async]>=3 ; python_version > '3.9'"
    assert text_at(manifest, flask.name_range) == "Flask"
    assert (flask.extras, flask.specifier) == (("async",), ">=3")
    assert text_at(manifest, manifest.anchors[0]) == "dependencies"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", '[tool.framesage]\ndescription = "A shop"\n'),
        ("framesage.toml", 'description = "A shop" # said\n[traits]\nmvp = true\n'),
    ],
)
def test_the_description_in_the_settings_is_metadata(name, text, text_at):
    manifest = read(Source(Path(name), text))
    (found,) = manifest.metadata
    assert (found.key, found.value, text_at(manifest, found.range)) == (
        "description",
        "A shop",
        "A shop",
    )


@pytest.mark.parametrize("value", ["3", "[1]", "{ a = 1 }", ""])
def test_a_description_that_is_no_text_is_not_metadata(value):
    assert read(Source(Path("framesage.toml"), f"description = {value}\n")).metadata == ()


def test_metadata(pyproject, text_at):
    manifest = pyproject(STANDARD)
    assert [(entry.key, entry.value) for entry in manifest.metadata] == [
        ("name", "shop"),
        ("description", "A shop 🛒 for web people"),
        ("requires-python", ">=3.10"),
        ("keyword", "web"),
        ("keyword", "shop"),
        ("classifier", "Framework :: Django"),
    ]
    assert [text_at(manifest, entry.range) for entry in manifest.metadata] == [
        entry.value for entry in manifest.metadata
    ]


def test_settings_and_ignores(pyproject, text_at):
    manifest = pyproject(STANDARD)
    assert {setting.path: setting.value for setting in manifest.settings} == {
        ("framework",): "flask",
        ("rule-paths",): ["rules"],
        ("layout",): False,
        ("traits", "needs-auth"): True,
    }
    assert text_at(manifest, manifest.settings[-1].key_range) == "needs-auth"
    assert [ignore.rules for ignore in manifest.ignores] == [("x",)]


def test_poetry(pyproject, text_at):
    manifest = pyproject(POETRY)
    found = {r.name: r for r in manifest.requirements}
    assert list(found) == ["django", "psycopg2", "fork", "multi", "long", "black", "pytest"]
    assert found["django"].specifier == "^4.2"
    assert text_at(manifest, found["django"].range) == 'Django = "^4.2"'
    assert found["psycopg2"].group.purpose is Purpose.OPTIONAL
    assert found["psycopg2"].extras == ("binary",) and found["psycopg2"].specifier == ""
    assert found["fork"].url == "https://e.org/fork.git"
    assert [r.specifier for r in manifest.requirements if r.name == "multi"] == [">=1", ">=2"]
    assert (found["long"].specifier, found["long"].extras) == (">=7", ("a", "b"))
    assert found["pytest"].group.purpose is Purpose.DEVELOPMENT
    assert ("requires-python", "^3.10") in [(entry.key, entry.value) for entry in manifest.metadata]
    assert text_at(manifest, manifest.anchors[0]) == "tool.poetry.dependencies"


def test_optional_group_of_poetry_is_not_a_runtime_group(pyproject):
    text = """\
[tool.poetry.group.web]
optional = true
[tool.poetry.group.web.dependencies]
flask = "*"
[tool.poetry.group.api.dependencies]
django = "*"
"""
    found = {r.name: r.group.purpose for r in pyproject(text).requirements}
    assert found == {"flask": Purpose.OPTIONAL, "django": Purpose.RUNTIME}


WHOLE = """\
[project]
name = "x"
dependencies = [
  "flask>=3",
  "flask-login",
  "flask-wtf",
]

[project.optional-dependencies]
db = ["sqlalchemy"]
"""
ALL = {"flask", "flask-login", "flask-wtf", "sqlalchemy"}

DAMAGE = {
    # kind: (before, after, what must still be seen)
    "a closing quote dropped": ('"flask-login",', '"flask-login,', ALL),
    "an opening quote dropped": ('"flask-login",', 'flask-login",', ALL),
    "a comma dropped": ('"flask-login",', '"flask-login"', ALL),
    "the opening bracket dropped": ("= [\n  ", "= \n  ", ALL),
    "an opening bracket dropped on one line": ('= ["sql', '= "sql', ALL),
    "the closing bracket dropped": ("]\n\n[", "\n\n[", ALL),
    "a header dropped": ("[project.optional-dependencies]\n", "", ALL - {"sqlalchemy"}),
    "half a header dropped": (
        "[project.optional-dependencies]",
        "[project.optional-dep",
        ALL - {"sqlalchemy"},
    ),
    "half a string typed": ('"flask-login",', '"flask-login",\n  "dja', ALL | {"dja"}),
    "a single quote typed": ('"flask-login",', '"flask-login",\n  "', ALL),
    "three quotes typed": ('"flask-login",', '"flask-login",\n  """', ALL),
    "half a key typed": ('name = "x"\n', 'name = "x"\ndescr\n', ALL),
    "half a header typed": ("[project.optional", "[tool.\n\n[project.optional", ALL),
    "a key without a value typed": ('name = "x"\n', 'name = "x"\nversion =\n', ALL),
    "merge markers": (
        '  "flask-login",\n',
        '<<<<<<< HEAD\n  "flask-login",\n=======\n  "flask-user",\n>>>>>>> other\n',
        ALL | {"flask-user"},
    ),
    "a duplicate key": ('name = "x"\n', 'name = "x"\nname = "y"\n', ALL),
    "a bracket typed in a string": ('"flask-login",', '"flask-login[",', ALL),
    "the file truncated": (
        '"flask-wtf",\n]\n\n[project.optional-dependencies]\ndb = ["sqlalchemy"]\n',
        '"flask-w',
        {"flask", "flask-login", "flask-w"},
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_requirements_in_damaged_text(pyproject, kind):
    before, after, wanted = DAMAGE[kind]
    text = WHOLE.replace(before, after, 1)
    assert text != WHOLE
    assert {r.name for r in pyproject(text).requirements} == wanted


def test_typing_a_requirement_never_hides_its_neighbors(pyproject):
    before, after = WHOLE.split('  "flask-login",\n')
    for typed in range(len('  "django>=5",') + 1):
        text = before + '  "django>=5",'[:typed] + "\n" + after
        assert {"flask", "flask-wtf", "sqlalchemy"} <= {
            r.name for r in pyproject(text).requirements
        }


def test_missing_quotes_between_two_requirements(pyproject):
    manifest = pyproject('[project]\ndependencies = ["flask, "django"]\nname = "x"\n')
    assert [r.name for r in manifest.requirements] == ["flask", "django"]
    assert [entry.value for entry in manifest.metadata] == ["x"]
