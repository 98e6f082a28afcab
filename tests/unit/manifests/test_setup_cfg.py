"""setup.cfg: multi-line lists, comments, directives and metadata."""

import pytest

from framesage.manifests.model import Purpose

TEXT = """\
[metadata]
name = shop
version = attr: shop.__version__
description = A shop 🛒: for people
long-description = file: README.md
keywords = web, shop
classifiers =
    Framework :: Django
    # a comment
    Programming Language :: Python

[options]
packages = find:
python_requires = >=3.8
install-requires =
    Django>=4.2 ; python_version > '3.8'
    # celery
    httpx[http2,socks]  # fast; really

    gunicorn
tests_require = pytest

[options.extras_require]
postgres = psycopg2
test =
  coverage
two = redis; hiredis

[flake8]
install_requires = nothing
"""


@pytest.fixture
def manifest(read_as):
    return read_as("setup.cfg", TEXT)


def test_requirements_and_their_groups(manifest):
    found = [(r.name, r.group.purpose, r.group.name) for r in manifest.requirements]
    assert found == [
        ("django", Purpose.RUNTIME, ""),
        ("httpx", Purpose.RUNTIME, ""),
        ("gunicorn", Purpose.RUNTIME, ""),
        ("pytest", Purpose.DEVELOPMENT, "tests"),
        ("psycopg2", Purpose.OPTIONAL, "postgres"),
        ("coverage", Purpose.DEVELOPMENT, "test"),
        ("redis", Purpose.OPTIONAL, "two"),
        ("hiredis", Purpose.OPTIONAL, "two"),
    ]
    assert manifest.requirements[0].marker == "python_version > '3.8'"
    assert manifest.requirements[1].extras == ("http2", "socks")


def test_ranges(manifest, text_at):
    texts = [text_at(manifest, r.range) for r in manifest.requirements]
    assert texts[:2] == ["Django>=4.2 ; python_version > '3.8'", "httpx[http2,socks]"]
    assert texts[-2:] == ["redis", "hiredis"]
    assert text_at(manifest, manifest.anchors[0]) == "install-requires"


def test_project_metadata(manifest, text_at):
    found = [(entry.key, entry.value) for entry in manifest.metadata]
    assert found == [
        ("name", "shop"),
        ("description", "A shop 🛒: for people"),
        ("keyword", "web"),
        ("keyword", "shop"),
        ("classifier", "Framework :: Django"),
        ("classifier", "Programming Language :: Python"),
        ("requires-python", ">=3.8"),
    ]
    assert all(text_at(manifest, entry.range) == entry.value for entry in manifest.metadata)


def test_file_directives_are_includes(read_as, text_at):
    text = "[options]\ninstall_requires = file: requirements.txt, more.in\n"
    manifest = read_as("setup.cfg", text)
    assert [include.target for include in manifest.includes] == ["requirements.txt", "more.in"]
    assert text_at(manifest, manifest.includes[1].range) == "more.in"
    assert not manifest.requirements


def test_indented_keys(read_as, text_at):
    text = "[options]\n  install_requires =\n    flask\n    redis\n  python_requires = >=3.9\n"
    manifest = read_as("setup.cfg", text)
    assert [text_at(manifest, r.range) for r in manifest.requirements] == ["flask", "redis"]
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"
    assert [entry.value for entry in manifest.metadata] == [">=3.9"]


def test_settings_of_tools_are_ignored(read_as):
    manifest = read_as("setup.cfg", "[metadata]\nlicense_file = LICENSE\n[flake8]\nselect = E\n")
    assert not manifest.requirements
    assert not manifest.metadata
    assert not manifest.anchors


@pytest.mark.parametrize("end", range(0, len(TEXT), 7))
def test_every_prefix_is_read(read_as, end):
    whole = {r.name for r in read_as("setup.cfg", TEXT).requirements}
    cut = [r.name for r in read_as("setup.cfg", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= whole


@pytest.mark.parametrize(
    ("written", "keywords"),
    [
        ("web shop", ["web", "shop"]),
        ("real time, shop", ["real time", "shop"]),
        ("\n  real time\n  shop", ["real time", "shop"]),
        ("shop", ["shop"]),
    ],
)
def test_keywords_are_separated_by_commas_lines_or_spaces(read_as, written, keywords):
    found = read_as("setup.cfg", f"[metadata]\nkeywords = {written}\n").metadata
    assert [(entry.key, entry.value) for entry in found] == [("keyword", word) for word in keywords]


def test_the_readme_is_the_first_file_of_the_long_description(manifest, read_as):
    assert manifest.readme == "README.md"
    text = "[metadata]\nlong_description =\n  file: README.rst, CHANGES.rst\n"
    assert read_as("setup.cfg", text).readme == "README.rst"
    assert read_as("setup.cfg", "[metadata]\nlong_description = A shop\n").readme == ""
    assert read_as("setup.cfg", "[options]\ninstall_requires = file: a.txt\n").readme == ""
