"""Check the words with which descriptions are read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.language.phrasebook import Phrasebook
from framesage.language.words import words
from framesage.rulebase import symbols
from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import EvidenceGroup
    from framesage.rulebase.rule_base import RuleBase


def check_descriptions(rule_base: RuleBase) -> Iterator[Issue]:
    """Find heads and phrases that are listed twice in different forms, and idle words in them."""
    yield from _check_heads(rule_base)
    yield from _check_phrases(rule_base)


def _check_heads(rule_base: RuleBase) -> Iterator[Issue]:
    heads = ((head, (kind.id, head)) for kind in rule_base.kinds.values() for head in kind.heads)
    for (first, head), *others in Phrasebook(heads).same():
        for kind, other in others:
            message = f"'{other}' is the same as '{head}' in '{first}', and takes its place"
            location = rule_base.locations[f"kind:{kind}"]
            yield Issue("same-words", location, message, rule_base.locations[f"kind:{first}"])


def _check_phrases(rule_base: RuleBase) -> Iterator[Issue]:
    by_trait: dict[tuple[str, bool, symbols.Kind], list[EvidenceGroup]] = defaultdict(list)
    for group in rule_base.evidence:
        for kind in (symbols.Kind.PHRASE, symbols.Kind.ATTRIBUTE):
            by_trait[group.trait, group.against, kind].append(group)
    skipped = rule_base.lexicon.skipped
    for (_, _, kind), groups in by_trait.items():
        entries = [(name, (group, name)) for group in groups for name in _names(group, kind)]
        for (first, phrase), *others in Phrasebook(entries, skipped).same():
            for group, other in others:
                message = f"'{other}' is the same as '{phrase}' in '{first.id}'"
                location, earlier = (
                    rule_base.locations[f"evidence:{found.id}"] for found in (group, first)
                )
                yield Issue("same-words", location, message, earlier)
        for phrase, (group, _) in entries:
            idle = [word for word in words(phrase) if word in skipped]
            if idle:
                message = f"leave '{idle[0]}' out of '{phrase}': it is skipped in descriptions"
                yield Issue("idle-words", rule_base.locations[f"evidence:{group.id}"], message)


def _names(group: EvidenceGroup, kind: symbols.Kind) -> Iterator[str]:
    beginning = f"{kind.value}:"
    for symbol in group.strengths:
        if symbol.startswith(beginning):
            yield symbols.parse(symbol).name
