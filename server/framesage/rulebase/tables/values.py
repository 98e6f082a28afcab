"""The types of values that several tables share."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from framesage.manifests import reader_by_name
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.framework_states import STATES
from framesage.rulebase.names import (
    is_package,
    is_requirement,
    is_specifier,
    not_a_package,
    not_a_specifier,
)
from framesage.rulebase.tables.types import (
    GUIDE,
    Choice,
    Either,
    Id,
    ListOf,
    Reference,
    TableOf,
    Text,
    is_page,
)

_KEBAB = r"^[a-zA-Z0-9]+(-[a-z0-9]+)*$"
_VERSION = r"^[0-9]{1,20}(\.[0-9]{1,20})*$"
_NAME = r"[a-z0-9]+(-[a-z0-9]+)*"


def _check_id(text: str) -> str:
    if re.fullmatch(_KEBAB, text):
        return ""
    return f"'{text}' must be in kebab-case: lowercase words joined by '-'"


def _check_package(name: str) -> str:
    return "" if is_package(name) else not_a_package(name)


def _check_package_or_prefix(name: str) -> str:
    return _check_package(name.removesuffix("-*"))


def _check_pattern(name: str) -> str:
    plain = name.replace("*", "x")
    if plain == name or is_package(plain):
        return _check_package(plain)
    return f"'{name}' is not a valid pattern"


def _check_specifier(text: str) -> str:
    return "" if is_specifier(text) else not_a_specifier(text)


def _check_declared(text: str) -> str:
    return "" if text in ("", "?") else _check_specifier(text)


def _check_requirement(text: str) -> str:
    return (
        "" if is_requirement(text) else f"'{text}' is not a requirement (PEP 508), like 'flask>=3'"
    )


def _check_list(name: str) -> str:
    valid = is_package(canonicalize_name(name))
    return "" if valid else f"'{name}' is not a valid name of a dependency group or an extra"


def _check_file(name: str) -> str:
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts
    if inside and path.suffix in (".txt", ".in") and reader_by_name(path) is not None:
        return ""
    return f"'{name}' is not a valid name of a requirements file"


def _check_lowercase(text: str) -> str:
    return "" if text == text.lower() else f"write '{text}' in lowercase"


def _check_version(text: str) -> str:
    return "" if re.fullmatch(_VERSION, text) else f"'{text}' must be a version like \"4.2\""


def _check_page(text: str) -> str:
    return "" if is_page(text) else "must be an https page"


TEXT = Text("a string", r"\S")
"""A text that must not be empty."""
NAME = Text("one line of at most 200 characters", r"^(?=[^\r\n]*\S)[^\r\n]{1,200}(?![\s\S])")
"""A name, which titles and lists of editors contain as it is."""
NEW_ID = Text("a string", _KEBAB, _check_id)
"""The id that a table defines."""
PAGE = Text("an https page", r"^https://", _check_page)
PACKAGE = Text("a package name", f"^{_NAME}$", _check_package)
PACKAGE_OR_PREFIX = Text("a package name", rf"^{_NAME}(-\*)?$", _check_package_or_prefix)
PACKAGE_PATTERN = Text("a package name", r"^[a-z0-9*]+(-[a-z0-9*]+)*$", _check_pattern)
VERSION = Text("a version", _VERSION, _check_version)
SERIES = Text('like "4.2"', r"^[0-9]{1,20}\.[0-9]{1,20}$")
SPECIFIER = Text("a version specifier", r"^\s*([<>=!~]|$)", _check_specifier)
DECLARED_SPECIFIER = Text("a version specifier", r"^\s*([<>=!~?]|$)", _check_declared)
LOWERCASE = Text("a string in lowercase", r"^[^A-Z]*$", _check_lowercase)
REFERENCES = ListOf(Reference(), f"a list of https pages, or of '{GUIDE}G01'", filled=True)
REQUIREMENTS = ListOf(
    Text("a requirement", r"^\s*[A-Za-z0-9]", _check_requirement), "a list of strings"
)
LIST_NAME = Text("a dependency group or an extra", "^[A-Za-z0-9._-]+$", _check_list)
FILE_NAME = Text("a requirements file", r"\.(txt|in)$", _check_file)
STRINGS = ListOf(Text(), "a list of strings")

TRAIT = Id("trait", "trait")
FRAMEWORK = Id("framework", "framework")
CANDIDATE = Id("candidate", "framework")
NEED = Id("need", "need")
PACKAGE_SET = Id("package-set", "package set")
PACKAGES = ListOf(PACKAGE, "a list of package names")
SOME_PACKAGES = ListOf(PACKAGE, "a list of package names", filled=True)

CANDIDATE_STATE = Id("candidate", "framework", STATES)
FRAMEWORKS_IN_USE = ListOf(
    CANDIDATE_STATE, "a framework, or a list of them", filled=True, single=True
)

CERTAINTY = Choice(
    "certainty",
    {
        "low": "There are hints.",
        "medium": "It is probably so.",
        "high": "It is almost certainly so.",
    },
)
CONDITION = Either(
    (TRAIT, TableOf("condition")),
    "a condition (the id of a trait, or a table)",
    "write several conditions as all = [...], any = [...] or none = [...]",
)
CONDITIONS = ListOf(CONDITION, "a list of conditions", filled=True)
