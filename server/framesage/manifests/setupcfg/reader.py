"""Read setup.cfg: requirements, extras, metadata and included files."""

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
    from framesage.manifests.setupcfg.ini import Option, ValueLine
    from framesage.text import Source

_LISTS = {"install_requires": Group(), "tests_require": Group(Purpose.DEVELOPMENT, "tests")}
_EXTRAS = "options.extras_require"
_STRINGS = {
    ("metadata", "name"): "name",
    ("metadata", "description"): "description",
    ("options", "python_requires"): "requires-python",
}
_DIRECTIVE = re.compile(r"(file|attr|find)\s*:\s*")
_BETWEEN_COMMAS = re.compile(r"[^,]+")
_WORD = re.compile(r"\S+")
_BETWEEN_SEMICOLONS = re.compile(
    r"[^;]+(?:;[^;]*['\"][^;]*)?"
)  # "a; b" is two requirements, "a; python_version < '3'" is one


def read_setup_cfg(source: Source) -> Manifest:
    """Read a setup.cfg; ``file:`` directives are includes."""
    options = list(scan_ini(source.lines))
    lists = [(option, group) for option in options if (group := _group(option))]
    return Manifest(
        source,
        "setup.cfg",
        requirements=LazyRequirements(
            [found for option, group in lists for found in _requirements(option, group)]
        ),
        includes=tuple(found for option, group in lists for found in _includes(option, group)),
        metadata=tuple(found for option in options for found in _metadata(option)),
        anchors=tuple(option.key_range for option, _ in lists),
        ignores=tuple(find_ignores(source.lines)),
        readme=next(filter(None, map(_readme, options)), ""),
    )


def _group(option: Option) -> Group | None:
    if option.section == "options":
        return _LISTS.get(option.key)
    return classify_extra(option.key) if option.section == _EXTRAS else None


def _directive(option: Option) -> re.Match[str] | None:
    return _DIRECTIVE.match(option.value[0].text) if option.value else None


def _requirements(option: Option, group: Group) -> Iterator[Requirement]:
    for line in () if _directive(option) else option.value:
        for part in _parts(line, _BETWEEN_SEMICOLONS):
            found = requirement_from_string(part.text, part.range, group)
            if found:
                yield found


def _includes(option: Option, group: Group | None = None) -> Iterator[Include]:
    match = _directive(option)
    if match is None or match.group(1) != "file":
        return
    first = option.value[0].part(match.end(), len(option.value[0].text))
    for line in (first, *option.value[1:]):
        for part in _parts(line, _BETWEEN_COMMAS) if line else ():
            yield Include(part.text, part.range, group=group)


def _readme(option: Option) -> str:
    """Return the first file of the long description."""
    is_description = (option.section, option.key) == ("metadata", "long_description")
    return next((file.target for file in _includes(option)), "") if is_description else ""


def _metadata(option: Option) -> Iterator[Metadata]:
    option_path = (option.section, option.key)
    if option_path == ("metadata", "classifiers") and not _directive(option):
        yield from (Metadata("classifier", line.text, line.range) for line in option.value)
    elif option_path == ("metadata", "keywords"):
        words = (part for line in option.value for part in _parts(line, _separator(option)))
        yield from (Metadata("keyword", part.text, part.range) for part in words)
    elif option_path in _STRINGS and option.value and not _directive(option):
        yield Metadata(_STRINGS[option_path], option.value[0].text, option.value[0].range)


def _separator(option: Option) -> re.Pattern[str]:
    """Return the pattern of a keyword: on a single line without commas, words are keywords."""
    is_words = len(option.value) == 1 and "," not in option.value[0].text
    return _WORD if is_words else _BETWEEN_COMMAS


def _parts(line: ValueLine, pattern: re.Pattern[str]) -> Iterator[ValueLine]:
    for match in pattern.finditer(line.text):
        part = line.part(*match.span())
        if part:
            yield part
