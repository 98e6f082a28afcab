"""The readers compared with pip's parser, tomli and packaging, on every file of the corpus."""

import re
from pathlib import Path

import tomli
from packaging.requirements import Requirement as Reference
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from corpus.damage import content, dependency_files, read_bytes
from framesage.manifests import read, read_requirements, reader_by_name
from framesage.manifests.manifest import Manifest
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Range, Source

OPTIONS_REJECTED_BY_PARSER = ("--no-binary", "--only-binary")
"""Options behind a requirement that pip accepts and pip-requirements-parser rejects."""


KEY_AND_VALUE = re.compile(r"[\w.\"'-]+\s*=(?!=)")


def texts(corpus: Path, wanted) -> list[tuple[Path, str]]:
    paths = sorted(path for path in (corpus / "projects").rglob("*") if wanted(path))
    return [(path, path.read_bytes().decode("utf-8-sig", "replace")) for path in paths]


def is_requirements(path: Path) -> bool:
    return path.is_file() and reader_by_name(path) is read_requirements


def normalized(specifier: str) -> str:
    try:
        return str(SpecifierSet(specifier))
    except InvalidSpecifier:
        return specifier


def test_names_and_specifiers_match_pip(corpus, require_module):
    parser = require_module("pip_requirements_parser")
    files = texts(corpus, is_requirements)
    compared = 0
    for path, text in files:
        theirs = parser.RequirementsFile.from_file(str(path), include_nested=False)
        known = [
            (canonicalize_name(requirement.name), normalized(str(requirement.specifier or "")))
            for requirement in theirs.requirements
            if requirement.name
        ]
        known += [
            (canonicalize_name(Reference(line).name), normalized(str(Reference(line).specifier)))
            for invalid in theirs.invalid_lines
            for option in OPTIONS_REJECTED_BY_PARSER
            if option in invalid.line and (line := invalid.line.split(option)[0].strip())
        ]
        ours = [
            (r.name, normalized(r.specifier))
            for r in read_requirements(Source(path, text)).requirements
        ]
        assert sorted(ours) == sorted(known), path
        compared += len(known)
    assert compared > 5000


def written_in(document: dict) -> list[str]:
    project = document.get("project", {})
    lists = [project.get("dependencies", []), *project.get("optional-dependencies", {}).values()]
    lists += document.get("dependency-groups", {}).values()
    return [entry for entries in lists for entry in entries if isinstance(entry, str)]


def poetry_in(document: dict) -> list[str]:
    poetry = document.get("tool", {}).get("poetry", {})
    tables = [poetry.get("dependencies", {}), poetry.get("dev-dependencies", {})]
    tables += [group.get("dependencies", {}) for group in poetry.get("group", {}).values()]
    return [name for table in tables for name in table if name != "python"]


def test_pyproject_requirements_match_tomli_and_packaging(corpus):
    compared = 0
    for path, text in texts(corpus, lambda path: path.name == "pyproject.toml"):
        document = tomli.loads(text)
        manifest = read(Source(path, text))
        ours = {r.name for r in manifest.requirements if r.origin.value == "direct"}
        theirs = {canonicalize_name(Reference(written).name) for written in written_in(document)}
        theirs |= {canonicalize_name(name) for name in poetry_in(document)}
        tools = document.get("tool", {})
        for written in tools.get("uv", {}).get("dev-dependencies", []):
            theirs.add(canonicalize_name(Reference(written).name))
        lists = [*tools.get("pdm", {}).get("dev-dependencies", {}).values()]
        for environment in tools.get("hatch", {}).get("envs", {}).values():
            lists.append(environment.get("dependencies", []))
            lists.append(environment.get("extra-dependencies", []))
        theirs |= {
            canonicalize_name(Reference(written).name) for group in lists for written in group
        }
        assert ours == theirs, path
        compared += len(theirs)
    assert compared > 1000


def test_parts_match_packaging(corpus):
    compared = 0
    for path, text in texts(corpus, lambda path: path.name == "pyproject.toml"):
        for written in written_in(tomli.loads(text)):
            parsed = parse_requirement(written)
            reference = Reference(written)
            assert parsed is not None, (path, written)
            assert parsed.name == canonicalize_name(reference.name)
            assert normalized(parsed.specifier) == str(reference.specifier), written
            assert set(parsed.extras) == reference.extras
            assert bool(parsed.marker) == (reference.marker is not None)
            compared += 1
    assert compared > 500


def text_in(manifest: Manifest, span: Range) -> str:
    (first, start), (last, end) = span
    lines = manifest.source.lines[first : last + 1]
    return "\n".join([*lines[:-1], lines[-1][:end]])[start:]


def read_alone(text: str, manifest: Manifest) -> list[tuple]:
    """Read the text of a requirement alone, in the format of its file."""
    if manifest.format == "pyproject" and "\\" in text:
        text = tomli.loads(f'text = "{text}"')["text"]
    if KEY_AND_VALUE.match(text):  # name = version, as in Pipenv and Poetry
        alone = read(Source(Path("Pipfile"), f"[packages]\n{text}"))
    else:
        alone = read_requirements(Source(Path("requirements.txt"), text))
    return [content(requirement) for requirement in alone.requirements]


def test_text_in_a_range_is_the_requirement(corpus):
    compared = 0
    for path in dependency_files(corpus):
        manifest = read_bytes(path, path.read_bytes())
        for found in manifest.requirements:
            text = text_in(manifest, found.range)
            assert read_alone(text, manifest) == [content(found)], (path, text)
            compared += 1
    assert compared > 12_000
