"""Extract facts from a project's metadata: classifiers, keywords, and what it says it is.

The description is read first. Where it does not say what the project is, the opening and title of
the README are read, and then the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.description import read_description, read_name
from framesage.analysis.location import Location
from framesage.analysis.sightings import Sighting
from framesage.rulebase import symbols
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.analysis.description import Mention, Reading
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Metadata
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase

    _Metadata = tuple[Manifest, Metadata]

_TEXTS = {"description": 1.0, "readme": 0.9, "title": 0.9}
"""How much prose counts, by the key of metadata, in the order in which it is read."""
_TEXTS_TOGETHER = (("description",), ("readme", "title"))
"""Texts that are read together: where one says what the project is, the others add phrases."""
_PHRASES = (symbols.Kind.PHRASE, symbols.Kind.LACKS)
_README_PHRASE = 0.6
"""How much phrases of a README count: it also speaks of its neighbors, history and installation."""


def metadata_facts(project: Project, rule_base: RuleBase) -> Iterator[Sighting]:
    """Yield the facts that the metadata of a project's dependency files show."""
    reliability = rule_base.scale.reliabilities["metadata"]
    found = list(project.metadata())
    for manifest, metadata in found:
        location = Location(manifest, metadata.range, metadata)
        for symbol in label_symbols(metadata, rule_base.classifier_prefixes):
            yield Sighting(symbol, reliability, location)
    for (manifest, metadata), mention in _mentions(found, rule_base):
        location = Location(manifest, _range(manifest, metadata, mention), metadata)
        yield Sighting(mention.symbol, reliability * mention.reliability, location)


def label_symbols(metadata: Metadata, classifier_prefixes: Iterable[str]) -> Iterator[str]:
    """Yield the symbols of a classifier or keyword."""
    if metadata.key == "classifier":
        yield symbols.classifier(metadata.value)
        for prefix in classifier_prefixes:
            if metadata.value.startswith(prefix):
                yield symbols.classifier(f"{prefix}*")
    elif metadata.key == "keyword":
        yield symbols.keyword(metadata.value.strip().lower())


def _mentions(
    found: Sequence[_Metadata], rule_base: RuleBase
) -> Iterator[tuple[_Metadata, Mention]]:
    """Yield what texts state; the first of them that says what the project is decides that.

    Without any text, the lexicon is not needed, which takes long to make.
    """
    for keys in _TEXTS_TOGETHER:
        is_told = False
        for item in (item for key in keys for item in found if item[1].key == key):
            reading = read_description(item[1].value, rule_base.lexicon)
            mentions = _added(reading) if is_told else reading.mentions
            yield from ((item, _counted(mention, item[1].key)) for mention in mentions)
            is_told = is_told or reading.names_kind
        if is_told:
            return
    for item in found:
        if item[1].key == "name":
            yield from ((item, mention) for mention in read_name(item[1].value, rule_base.lexicon))


def _added(reading: Reading) -> Iterable[Mention]:
    """Return the mentions that count where an earlier text said what the project is."""
    phrases = [found for found in reading.mentions if symbols.parse(found.symbol).kind in _PHRASES]
    return dict.fromkeys((*phrases, *reading.remarks))


def _counted(mention: Mention, key: str) -> Mention:
    """Return a mention with the reliability that it has in a text of this kind."""
    is_remark = key != "description" and symbols.parse(mention.symbol).kind in _PHRASES
    share = _README_PHRASE if is_remark else _TEXTS[key]
    return mention._replace(reliability=mention.reliability * share)


def _range(manifest: Manifest, metadata: Metadata, mention: Mention) -> Range:
    """Return where a mention is written; the whole text where it is written in another way."""
    written = metadata.value[mention.start : mention.end]
    first, last = metadata.range
    for number in range(first.line, last.line + 1):
        begin = first.character if number == first.line else 0
        place = manifest.source.line(number).find(written, begin)
        if place >= 0:
            return Range.on_line(number, place, place + len(written))
    return metadata.range
