"""Pipfile: packages, development packages and custom categories."""

import pytest

from framesage.manifests.model import Purpose

TEXT = """\
[[source]]
url = "https://index.example/simple"
name = "pypi"

[packages]
Django = "~=4.2"  # framesage: ignore[x] ok
"gunicorn" = "*"
psycopg2 = {version = ">=2.9", extras = ["binary"], markers = "python_version > '3.8'"}
fork = {git = "https://e.org/fork.git", ref = "main"}

[dev-packages]
pytest = "*"

[docs]
sphinx = "*"

[requires]
python_version = "3.10"

[scripts]
serve = "python manage.py runserver"
"""


@pytest.fixture
def manifest(read_as):
    return read_as("Pipfile", TEXT)


def test_packages_and_their_purposes(manifest):
    found = [(r.name, r.specifier, r.group.purpose) for r in manifest.requirements]
    assert found == [
        ("django", "~=4.2", Purpose.RUNTIME),
        ("gunicorn", "", Purpose.RUNTIME),
        ("psycopg2", ">=2.9", Purpose.RUNTIME),
        ("fork", "", Purpose.RUNTIME),
        ("pytest", "", Purpose.DEVELOPMENT),
        ("sphinx", "", Purpose.DEVELOPMENT),
    ]


def test_requirement_with_an_inline_table(manifest):
    psycopg, fork = manifest.requirements[2:4]
    assert psycopg.extras == ("binary",)
    assert psycopg.marker == "python_version > '3.8'"
    assert fork.url == "https://e.org/fork.git"


def test_inline_tables(read_as, text_at):
    text = 'packages = {flask = "*", redis = {version = ">=5"}}\ndev-packages.pytest = "*"\n'
    manifest = read_as("Pipfile", text)
    found = [(r.name, r.specifier, r.group.name) for r in manifest.requirements]
    assert found == [("flask", "", ""), ("redis", ">=5", ""), ("pytest", "", "dev")]
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == ["packages"]


def test_parts_of_a_marker_as_keys(read_as):
    text = """[packages]\nx = {python_version = "< '3'", sys_platform = "== 'win32'"}\n"""
    (found,) = read_as("Pipfile", text).requirements
    assert found.marker == "python_version < '3' and sys_platform == 'win32'"


def test_ranges(manifest, text_at):
    assert text_at(manifest, manifest.requirements[0].range) == 'Django = "~=4.2"'
    assert text_at(manifest, manifest.requirements[0].name_range) == "Django"
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == [
        "packages",
        "dev-packages",
        "docs",
    ]


def test_python_and_ignores(manifest, text_at):
    (python,) = manifest.metadata
    assert (python.key, python.value) == ("requires-python", "==3.10.*")
    assert text_at(manifest, python.range) == "3.10"
    assert manifest.ignores[0].rules == ("x",)


def test_keys_that_are_not_package_names_are_ignored(read_as):
    manifest = read_as("Pipfile", '[packages]\n"" = "*"\n"a b" = "*"\nflask = "*"\n')
    assert [r.name for r in manifest.requirements] == ["flask"]


@pytest.mark.parametrize("end", range(0, len(TEXT), 7))
def test_every_prefix_is_read(read_as, end):
    whole = {r.name for r in read_as("Pipfile", TEXT).requirements}
    cut = [r.name for r in read_as("Pipfile", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= whole
