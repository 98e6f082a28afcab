"""Packages are added to and removed from a pyproject.toml."""

import pytest
import tomli

from framesage.fixes import apply_edits
from framesage.fixes.editors import editor_of
from unit.fixes.locations import read_text

HEAD = '[project]\nname = "x"\n'
POETRY = "[tool.poetry.dependencies]\n"
ADDED = {
    "a line each": (
        'dependencies = [\n    "flask>=3",\n    "wtforms",\n]\n',
        'dependencies = [\n    "flask>=3",\n    "wtforms",\n    "flask-wtf",\n]\n',
    ),
    "sorted, other quotes, two blanks": (
        "dependencies = [\n  'blinker',\n  'Flask>=3',\n  'WTForms',\n]\n",
        "dependencies = [\n  'blinker',\n  'Flask>=3',\n  'flask-wtf',\n  'WTForms',\n]\n",
    ),
    "no comma at the end": (
        'dependencies = [\n\t"flask",\n\t"wtforms"\n]\n',
        'dependencies = [\n\t"flask",\n\t"wtforms",\n\t"flask-wtf"\n]\n',
    ),
    "no comma but a comment at the end": (
        'dependencies = [\n  "flask",  # web\n  "wtforms" # forms, too\n]\n',
        'dependencies = [\n  "flask",  # web\n  "wtforms", # forms, too\n  "flask-wtf"\n]\n',
    ),
    "comments belong to the next": (
        'dependencies = [\n  "a",\n  "b",\n  # web\n  "wtforms",\n]\n',
        'dependencies = [\n  "a",\n  "b",\n  "flask-wtf",\n  # web\n  "wtforms",\n]\n',
    ),
    "one line": (
        'dependencies = ["flask", "wtforms"]\n',
        'dependencies = ["flask", "wtforms", "flask-wtf"]\n',
    ),
    "one line, a comma at the end": (
        'dependencies = ["flask", "wtforms",] # x\n',
        'dependencies = ["flask", "wtforms", "flask-wtf",] # x\n',
    ),
    "one line, sorted": (
        'dependencies = ["gunicorn", "psycopg", "redis"]\n',
        'dependencies = ["flask-wtf", "gunicorn", "psycopg", "redis"]\n',
    ),
    "first of a sorted list": (
        'dependencies = [\n  # web\n  "gunicorn",\n  "psycopg",\n  "redis",\n]\n',
        'dependencies = [\n  # web\n  "flask-wtf",\n  "gunicorn",\n  "psycopg",\n  "redis",\n]\n',
    ),
    "CRLF": (
        'dependencies = [\r\n  "flask",\r\n  "wtforms",\r\n]\r\n',
        'dependencies = [\r\n  "flask",\r\n  "wtforms",\r\n  "flask-wtf",\r\n]\r\n',
    ),
    "extras and markers": (
        "dependencies = [\n  \"flask[async]>=3; python_version > '3.9'\",\n]\n",
        'dependencies = [\n  "flask[async]>=3; python_version > \'3.9\'",\n  "flask-wtf",\n]\n',
    ),
    "beyond the basic plane": (
        'dependencies = ["flask", "wtforms"] # 🐍\n',
        'dependencies = ["flask", "wtforms", "flask-wtf"] # 🐍\n',
    ),
    "Poetry": (
        POETRY + 'python = "^3.11"\nflask = "^3"\nwtforms = { version = "^3" }\n\n[a]\n',
        POETRY + 'python = "^3.11"\nflask = "^3"\nwtforms = { version = "^3" }\n'
        'flask-wtf = "*"\n\n[a]\n',
    ),
    "a section": (
        'dependencies = [\n  # web\n  "flask",\n\n  # tests\n  "pytest",\n]\n',
        'dependencies = [\n  # web\n  "flask",\n  "flask-wtf",\n\n  # tests\n  "pytest",\n]\n',
    ),
    "Poetry, a section": (
        POETRY + 'python = "^3.11"\n\n# web\nflask = "^3"\n\n# db\nredis = "^5"\n',
        POETRY + 'python = "^3.11"\n\n# web\nflask = "^3"\nflask-wtf = "*"\n\n# db\nredis = "^5"\n',
    ),
    "Poetry, sorted": (
        POETRY + "python = '^3.11'\nblinker = '*'\nflask = '^3'\nwtforms = '^3'",
        POETRY + "python = '^3.11'\nblinker = '*'\nflask = '^3'\nflask-wtf = '*'\nwtforms = '^3'",
    ),
}
REMOVED = {
    "a line": (
        'dependencies = [\n    "flask",\n    "wtforms>=3", # forms\n    "redis",\n]\n',
        'dependencies = [\n    "flask",\n    "redis",\n]\n',
    ),
    "the last line": (
        'dependencies = [\n    "flask",\n    "wtforms"\n]\n',
        'dependencies = [\n    "flask",\n]\n',
    ),
    "in between": ('dependencies = ["a", "wtforms", "b"]', 'dependencies = ["a", "b"]'),
    "the last": ('dependencies = ["a", "wtforms"]', 'dependencies = ["a"]'),
    "the first": ('dependencies = ["wtforms", "a"]', 'dependencies = ["a"]'),
    "the only line": ('dependencies = [\n  "wtforms",  # forms\n]\n', "dependencies = []\n"),
    "a section": (
        'dependencies = [\n  "flask",\n\n  # forms\n  "wtforms",\n\n  # db\n  "redis",\n]\n',
        'dependencies = [\n  "flask",\n\n  # db\n  "redis",\n]\n',
    ),
    "the only": ('dependencies = ["wtforms"]', "dependencies = []"),
    "two in a line": (
        'dependencies = [\n  "a", "wtforms",\n  "b",\n]',
        'dependencies = [\n  "a",\n  "b",\n]',
    ),
    "Poetry": (
        POETRY + 'flask = "^3"\nwtforms = { version = "^3" } # forms\nredis = "*"\n',
        POETRY + 'flask = "^3"\nredis = "*"\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED)
def test_a_package_is_added_in_the_style_of_the_file(add, before, after):
    head = HEAD.replace("\n", "\r\n") if "\r\n" in before else HEAD
    assert add(head + before, "flask-wtf", "pyproject.toml") == head + after
    assert tomli.loads(head + after)


@pytest.mark.parametrize(("before", "after"), REMOVED.values(), ids=REMOVED)
def test_only_the_requirement_is_removed(remove, before, after):
    assert remove(HEAD + before, "wtforms", "pyproject.toml") == HEAD + after
    assert tomli.loads(HEAD + after)


def test_a_requirement_with_its_own_table_is_not_removed(remove):
    text = '[tool.poetry.dependencies.wtforms]\nversion = "^3"\n'
    assert remove(text, "wtforms", "pyproject.toml") == text


ALTERNATIVES = """\
[tool.poetry.dependencies]
python = "^3.9"
flask = [
    { version = "^2", python = "<3.10" },
    { version = "^3", python = ">=3.10" },
]
six = "*"
"""


@pytest.mark.parametrize("number", [0, 1])
def test_alternatives_are_removed_together(number):
    manifest = read_text(ALTERNATIVES, "pyproject.toml")
    edits = editor_of(manifest).remove(manifest.requirements[number])
    assert apply_edits(manifest.source, edits) == (
        '[tool.poetry.dependencies]\npython = "^3.9"\nsix = "*"\n'
    )


def test_package_is_added_beside_alternatives(add):
    edited = add(ALTERNATIVES, "gunicorn", "pyproject.toml")
    assert edited == ALTERNATIVES + 'gunicorn = "*"\n'
