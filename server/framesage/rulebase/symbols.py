"""The grammar of symbols: the strings that name facts and propositions.

Facts, evidence and conditions refer to each other by symbol. Symbols are strings because they are
compared and hashed thousands of times per keystroke; only this module knows how they are written.

Facts: ``package:NAME``, ``package:NAME@SPECIFIER``, ``requirement:PATTERN;KEY=VALUE;...``,
``python:SPECIFIER``, ``project:PATTERN``, ``plugin:FRAMEWORK``,
``release:FRAMEWORK:unsupported``, ``classifier:TEXT``, ``keyword:TEXT``, ``kind:ID``, ``part:ID``,
``about:ID``, ``attribute:TEXT``, ``phrase:TEXT``, ``lacks:TEXT``, ``layout:FACT``, ``name:WORD``,
``verdict:VERDICT``, ``verdict:FRAMEWORK:CERTAINTY``, ``change:KIND``, ``clash:KIND``,
``parts:WAY``, ``decided``, ``unread`` and ``declared:TRAIT``.
Propositions: ``trait:ID``, ``uses:FRAMEWORK``, ``favors:FRAMEWORK``.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Kind(Enum):
    """The kind of a symbol, by the word that it begins with."""

    PACKAGE = "package"
    REQUIREMENT = "requirement"
    PYTHON = "python"
    PROJECT = "project"
    PLUGIN = "plugin"
    RELEASE = "release"
    CLASSIFIER = "classifier"
    KEYWORD = "keyword"
    KIND = "kind"
    PART = "part"
    ABOUT = "about"
    PHRASE = "phrase"
    ATTRIBUTE = "attribute"
    LACKS = "lacks"
    LAYOUT = "layout"
    NAME = "name"
    VERDICT = "verdict"
    CHANGE = "change"
    CLASH = "clash"
    PARTS = "parts"
    DECIDED = "decided"
    UNREAD = "unread"
    DECLARED = "declared"
    TRAIT = "trait"
    USES = "uses"
    FAVORS = "favors"


class Symbol(NamedTuple):
    """A symbol in its parts.

    ``detail`` is a package's version specifier, the limits of a requirement, a verdict's certainty
    or a release's state.
    """

    kind: Kind
    name: str
    detail: str = ""


_DETAIL_AFTER = {Kind.PACKAGE: "@", Kind.REQUIREMENT: ";", Kind.VERDICT: ":", Kind.RELEASE: ":"}


@lru_cache(maxsize=8192)
def parse(symbol: str) -> Symbol:
    """Return the parts of a symbol; raise ValueError for an unknown kind."""
    word, _, name = symbol.partition(":")
    kind = Kind(word)
    if kind in _DETAIL_AFTER:
        name, _, detail = name.partition(_DETAIL_AFTER[kind])
        return Symbol(kind, name, detail)
    return Symbol(kind, name)


def trait_of(symbol: str) -> str:
    """Return the id of the trait in a proposition; "" if it is not about a trait."""
    return symbol[len("trait:") :] if symbol.startswith("trait:") else ""


def package_of(symbol: str) -> str:
    """Return the name of the package in a symbol; "" for other kinds.

    Much faster than ``parse``, for the thousands of symbols of the rule base.
    """
    return symbol[len("package:") :].partition("@")[0] if symbol.startswith("package:") else ""


def includes(symbols: Iterable[str], kind: Kind) -> bool:
    """Return whether any of the symbols is of this kind."""
    beginning = f"{kind.value}:"  # parsing all takes time
    return any(symbol.startswith(beginning) for symbol in symbols)


def package(name: str, specifier: str = "") -> str:
    """Return the symbol of a package (normalized name), or of these versions of it."""
    return intern(f"package:{name}@{specifier}" if specifier else f"package:{name}")


def requirement(pattern: str, limits: Mapping[str, str]) -> str:
    """Return the symbol of any requirement for a package (a name, or a pattern with ``*``) that
    keeps to the limits, which are the keys of a condition and must not contain ``;``."""
    return intern(";".join((f"requirement:{pattern}", *map("=".join, limits.items()))))


def limits_of(detail: str) -> dict[str, str]:
    """Return the limits in the detail of a requirement's symbol."""
    parts = (part.partition("=") for part in detail.split(";") if part)
    return {key: value for key, _, value in parts}


def python(specifier: str) -> str:
    """Return the symbol of a project that supports one of these versions of Python."""
    return f"python:{specifier}"


def project(pattern: str) -> str:
    """Return the symbol of a project whose name matches a pattern with ``*``, in lower case."""
    return f"project:{pattern}"


def plugin(framework: str) -> str:
    """Return the symbol of any package made for a framework."""
    return f"plugin:{framework}"


def release_unsupported(framework: str) -> str:
    """Return the symbol of a requirement that only admits unsupported releases of a framework."""
    return f"release:{framework}:unsupported"


def classifier(text: str) -> str:
    """Return the symbol of a trove classifier, or of a beginning of one followed by ``*``."""
    return f"classifier:{text}"


def keyword(text: str) -> str:
    """Return the symbol of a keyword in the metadata, in lower case."""
    return f"keyword:{text}"


def kind(identity: str) -> str:
    """Return the symbol of a kind of project that the project's description names as its own."""
    return f"kind:{identity}"


def part(identity: str) -> str:
    """Return the symbol of a kind of project that is a part of the described project."""
    return f"part:{identity}"


def about(identity: str) -> str:
    """Return the symbol of a kind of project that the described project is a part of."""
    return f"about:{identity}"


def phrase(text: str) -> str:
    """Return the symbol of a phrase in the project's description."""
    return f"phrase:{text}"


def attribute(text: str) -> str:
    """Return the symbol of an attribute of the project in its description: "a small wiki"."""
    return f"attribute:{text}"


def lacks(text: str) -> str:
    """Return the symbol of a phrase that the project's description negates."""
    return f"lacks:{text}"


def layout(fact: str) -> str:
    """Return the symbol of a fact about the names of a project's files."""
    return f"layout:{fact}"


def named(word: str) -> str:
    """Return the symbol of a word in the names of a project; ``-word`` if a name ends in it."""
    return f"name:{word}"


def verdict(name: str, certainty: str = "") -> str:
    """Return the symbol of a verdict, or of one with at least this certainty.

    ``name`` is the id of the favored framework, or ``either``, ``undecided`` or ``outside``.
    """
    return f"verdict:{name}:{certainty}" if certainty else f"verdict:{name}"


def change(kind: str) -> str:
    """Return the symbol of a requirement that is affected by a kind of package change."""
    return f"change:{kind}"


def clash(kind: str) -> str:
    """Return the symbol of a requirement that does not work with another one, for a reason."""
    return f"clash:{kind}"


def parts(way: str) -> str:
    """Return the symbol of two frameworks in lists of requirements ``apart`` or ``together``."""
    return f"parts:{way}"


DECIDED = "decided"
"""The symbol of a framework that the settings declare."""

UNREAD = "unread"
"""The symbol of a list or package of the repository that is required and cannot be read."""


def declared(trait: str) -> str:
    """Return the symbol of the settings' declaration of a trait."""
    return f"declared:{trait}"


def trait(identity: str) -> str:
    """Return the proposition that a project has a trait."""
    return intern(f"trait:{identity}")


def uses(framework: str) -> str:
    """Return the proposition that a project uses a framework."""
    return f"uses:{framework}"


def favors(framework: str) -> str:
    """Return the proposition that the guidance favors a framework."""
    return f"favors:{framework}"
