"""The readers on every file of the corpus, beside pip's parser, tomli and packaging."""

import os
import random
from pathlib import Path

import pytest
import tomli
from packaging.requirements import InvalidRequirement
from packaging.requirements import Requirement as Reference
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from framesage.manifests import read, read_requirements, reader_for
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Source

MARKS_OF_PIP_PARSER = ("--no-binary", "--only-binary")
"""Options behind a requirement that pip takes and pip-requirements-parser calls invalid."""


def texts(corpus: Path, wanted) -> list[tuple[Path, str]]:
    paths = sorted(path for path in (corpus / "projects").rglob("*") if wanted(path))
    return [(path, path.read_bytes().decode("utf-8-sig", "replace")) for path in paths]


def is_requirements(path: Path) -> bool:
    return path.is_file() and reader_for(path) is read_requirements


def normal(specifier: str) -> str:
    try:
        return str(SpecifierSet(specifier))
    except InvalidSpecifier:
        return specifier


def test_names_and_specifiers_are_pips(corpus):
    parser = pytest.importorskip("pip_requirements_parser")
    files = texts(corpus, is_requirements)
    compared = 0
    for path, text in files:
        theirs = parser.RequirementsFile.from_file(str(path), include_nested=False)
        known = [
            (canonicalize_name(one.name), normal(str(one.specifier or "")))
            for one in theirs.requirements
            if one.name
        ]
        known += [
            (canonicalize_name(Reference(line).name), normal(str(Reference(line).specifier)))
            for one in theirs.invalid_lines
            for mark in MARKS_OF_PIP_PARSER
            if mark in one.line and (line := one.line.split(mark)[0].strip())
        ]
        ours = [
            (r.name, normal(r.specifier))
            for r in read_requirements(Source(path, text)).requirements
        ]
        assert sorted(ours) == sorted(known), path
        compared += len(known)
    assert compared > 5000


def test_the_parser_to_compare_with_is_there_in_ci():
    if os.environ.get("CI"):
        import pip_requirements_parser  # noqa: F401


def written_in(document: dict) -> list[str]:
    project = document.get("project", {})
    lists = [project.get("dependencies", []), *project.get("optional-dependencies", {}).values()]
    lists += document.get("dependency-groups", {}).values()
    return [one for entries in lists for one in entries if isinstance(one, str)]


def poetry_in(document: dict) -> list[str]:
    poetry = document.get("tool", {}).get("poetry", {})
    tables = [poetry.get("dependencies", {}), poetry.get("dev-dependencies", {})]
    tables += [group.get("dependencies", {}) for group in poetry.get("group", {}).values()]
    return [name for table in tables for name in table if name != "python"]


def test_pyproject_requirements_are_those_of_tomli_and_packaging(corpus):
    compared = 0
    for path, text in texts(corpus, lambda path: path.name == "pyproject.toml"):
        document = tomli.loads(text)
        manifest = read(Source(path, text))
        ours = {r.name for r in manifest.requirements if r.origin.value == "direct"}
        theirs = {canonicalize_name(Reference(one).name) for one in written_in(document)}
        theirs |= {canonicalize_name(one) for one in poetry_in(document)}
        tools = document.get("tool", {})
        for one in tools.get("uv", {}).get("dev-dependencies", []):
            theirs.add(canonicalize_name(Reference(one).name))
        lists = [*tools.get("pdm", {}).get("dev-dependencies", {}).values()]
        for environment in tools.get("hatch", {}).get("envs", {}).values():
            lists.append(environment.get("dependencies", []))
            lists.append(environment.get("extra-dependencies", []))
        theirs |= {canonicalize_name(Reference(one).name) for group in lists for one in group}
        assert ours == theirs, path
        compared += len(theirs)
    assert compared > 1000


def test_parts_are_packagings(corpus):
    compared = 0
    for path, text in texts(corpus, lambda path: path.name == "pyproject.toml"):
        for written in written_in(tomli.loads(text)):
            parsed = parse_requirement(written)
            reference = Reference(written)
            assert parsed is not None, (path, written)
            assert parsed.name == canonicalize_name(reference.name)
            assert normal(parsed.specifier) == str(reference.specifier), written
            assert set(parsed.extras) == reference.extras
            assert bool(parsed.marker) == (reference.marker is not None)
            compared += 1
    assert compared > 500


def test_the_text_in_a_range_is_that_requirement(corpus):
    compared = 0
    for path, text in texts(corpus, lambda path: path.is_file() and reader_for(path) is not None):
        manifest = read(Source(path, text))
        lines = manifest.source.lines
        for found in manifest.requirements:
            span = found.range
            keyed = path.name == "Pipfile" or "poetry" in text  # name = version, no PEP 508
            if span.start.line != span.end.line or found.url or keyed:
                continue
            inside = lines[span.start.line][span.start.character : span.end.character]
            try:
                reference = Reference(inside)
            except InvalidRequirement:
                assert parse_requirement(inside).name == found.name
                continue
            assert canonicalize_name(reference.name) == found.name, path
            assert str(reference.specifier) == normal(found.specifier), path
            compared += 1
    assert compared > 8000


@pytest.mark.parametrize("seed", range(4))
def test_truncation_is_survived_and_says_nothing_new(corpus, seed):
    chance = random.Random(seed)
    files = texts(corpus, lambda path: path.is_file() and reader_for(path) is not None)
    for path, text in chance.sample(files, 25):
        whole = {r.name for r in read(Source(path, text)).requirements}
        for _ in range(6):
            cut = chance.randrange(len(text) + 1)
            found = [r.name for r in read(Source(path, text[:cut])).requirements]
            assert set(found[:-1]) <= whole, (path, cut)  # the last one may be half a name
