"""Extract facts from a project's metadata: classifiers, keywords, and what it says it is.

The description is read first. Where it does not say what the project is, the title and opening of
the README are read, and then the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.description import read_description, read_name
from framesage.analysis.model import Location
from framesage.inference import Fact
from framesage.rulebase import symbols
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.analysis.description import Mention
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Metadata
    from framesage.project.model import Project
    from framesage.rulebase.lexicon import Lexicon
    from framesage.rulebase.rule_base import RuleBase

    _Metadata = tuple[Manifest, Metadata]

_TEXTS = {"description": 1.0, "title": 0.7, "readme": 0.7}
"""How much prose counts, by the key of metadata, in the order in which it is read.

A README also speaks of installation, history and its neighbors.
"""


def metadata_facts(project: Project, rule_base: RuleBase) -> Iterator[Fact]:
    """Yield the facts that the metadata of a project's dependency files show."""
    reliability = rule_base.scale.reliabilities["metadata"]
    found = list(project.metadata())
    for manifest, metadata in found:
        location = Location(manifest, metadata.range, metadata)
        for symbol in label_symbols(metadata, rule_base.classifier_prefixes):
            yield Fact(symbol, reliability, location)
    for (manifest, metadata), mention in _mentions(found, rule_base.lexicon):
        location = Location(manifest, _range(manifest, metadata, mention), metadata)
        yield Fact(mention.symbol, reliability * mention.reliability, location)


def label_symbols(metadata: Metadata, classifier_prefixes: Iterable[str]) -> Iterator[str]:
    """Yield the symbols of a classifier or keyword."""
    if metadata.key == "classifier":
        yield symbols.classifier(metadata.value)
        for prefix in classifier_prefixes:
            if metadata.value.startswith(prefix):
                yield symbols.classifier(f"{prefix}*")
    elif metadata.key == "keyword":
        yield symbols.keyword(metadata.value.strip().lower())


def _mentions(found: Sequence[_Metadata], lexicon: Lexicon) -> Iterator[tuple[_Metadata, Mention]]:
    """Yield what texts state, until one of them says what the project is."""
    for key, share in _TEXTS.items():
        texts = [item for item in found if item[1].key == key]
        readings = [read_description(metadata.value, lexicon) for _, metadata in texts]
        for item, reading in zip(texts, readings, strict=True):
            for mention in reading.mentions:
                yield item, mention._replace(reliability=mention.reliability * share)
        if any(reading.names_kind for reading in readings):
            return
    for item in found:
        if item[1].key == "name":
            yield from ((item, mention) for mention in read_name(item[1].value, lexicon))


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
