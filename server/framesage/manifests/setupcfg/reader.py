"""Reading setup.cfg: requirements, extras, what the project says of itself, files it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Include, Metadata, Purpose
from framesage.manifests.positioned import requirement_from_string
from framesage.manifests.setupcfg.ini import scan_ini
from framesage.manifests.suppression_comments import find_ignores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.model import Requirement
    from framesage.manifests.setupcfg.ini import Option, Piece
    from framesage.text import Source

_LISTS = {"install_requires": Group(), "tests_require": Group(Purpose.DEVELOPMENT, "tests")}
_EXTRAS = "options.extras_require"
_PLAIN = {
    ("metadata", "name"): "name",
    ("metadata", "description"): "description",
    ("options", "python_requires"): "requires-python",
}
_DIRECTIVE = re.compile(r"(file|attr|find)\s*:\s*")
_NAMES = re.compile(r"[^,]+")
_GLUED = re.compile(r"[^;]+(?:;[^;]*['\"][^;]*)?")  # "a; b" is two, "a; python_version < '3'" one


def read_setup_cfg(source: Source) -> Manifest:
    """Return what a setup.cfg says; ``file:`` directives are includes."""
    options = list(scan_ini(source.lines))
    lists = [(option, group) for option in options if (group := _group(option))]
    return Manifest(
        source,
        "setup.cfg",
        requirements=LazyRequirements(
            [found for option, group in lists for found in _requirements(option, group)]
        ),
        includes=tuple(include for option, _ in lists for include in _includes(option)),
        metadata=tuple(one for option in options for one in _metadata(option)),
        anchors=tuple(option.key_range for option, _ in lists),
        ignores=tuple(find_ignores(source.lines)),
    )


def _group(option: Option) -> Group | None:
    if option.section == "options":
        return _LISTS.get(option.key)
    return classify_extra(option.key) if option.section == _EXTRAS else None


def _directive(option: Option) -> re.Match[str] | None:
    return _DIRECTIVE.match(option.pieces[0].text) if option.pieces else None


def _requirements(option: Option, group: Group) -> Iterator[Requirement]:
    for piece in () if _directive(option) else option.pieces:
        for part in _parts(piece, _GLUED):
            found = requirement_from_string(part.text, part.range, group)
            if found:
                yield found


def _includes(option: Option) -> Iterator[Include]:
    match = _directive(option)
    if match is None or match.group(1) != "file":
        return
    first = option.pieces[0].part(match.end(), len(option.pieces[0].text))
    for piece in (first, *option.pieces[1:]):
        for part in _parts(piece, _NAMES) if piece else ():
            yield Include(part.text, part.range)


def _metadata(option: Option) -> Iterator[Metadata]:
    location = (option.section, option.key)
    if location == ("metadata", "classifiers") and not _directive(option):
        yield from (Metadata("classifier", piece.text, piece.range) for piece in option.pieces)
    elif location == ("metadata", "keywords"):
        words = (part for piece in option.pieces for part in _parts(piece, _NAMES))
        yield from (Metadata("keyword", part.text, part.range) for part in words)
    elif location in _PLAIN and option.pieces and not _directive(option):
        yield Metadata(_PLAIN[location], option.pieces[0].text, option.pieces[0].range)


def _parts(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Piece]:
    for match in pattern.finditer(piece.text):
        part = piece.part(*match.span())
        if part:
            yield part
