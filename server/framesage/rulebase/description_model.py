"""Kinds of projects and the function words with which descriptions are read."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Modifiers = Literal["", "decide", "require", "add"]
"""What the noun before the head says of a project: nothing, what it is (if it must be there:
"require"), or what it also is."""

Complement = Literal["", "is", "about"]
"""What "of X" or "for X" after the head says: nothing, that it is an X, or a part of one."""


@frozen
class ProjectKind:
    """A kind of project, by the words that people call it (``heads``: base forms).

    The strengths are those of the traits that such a project has as a whole (``is_``), those that
    it lacks (``is_not``), those that it also gives to a project that it is a part of (``has``), and
    those that also apply to a project about it (``needs``).

    ``modifiers``: in "chat app", the modifier decides what it is; in "recipe website", it adds to
    it; without one, a "tracker" may be any. ``complement``: a "prototype of a shop" is a shop; the
    "backend of a shop" is about one.
    """

    id: str
    heads: tuple[str, ...]
    modifiers: Modifiers = ""
    complement: Complement = ""
    is_: Mapping[str, float] = field(default_factory=dict)
    is_not: Mapping[str, float] = field(default_factory=dict)
    has: Mapping[str, float] = field(default_factory=dict)
    needs: Mapping[str, float] = field(default_factory=dict)


@frozen(slots=False)
class Grammar:
    """The English function words that show what a description is about; all in lower case."""

    determiners: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    accompaniments: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    dispensable: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    definitions: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    creations: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    exchanges: frozenset[str] = frozenset()
    mechanics: frozenset[str] = frozenset()
    everyone: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    emphasis: frozenset[str] = frozenset()
    boundaries: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()

    @cached_property
    def phrase_ends(self) -> frozenset[str]:
        """The words that end a noun phrase."""
        return (
            self.auxiliaries
            | self.pronouns
            | self.prepositions
            | self.relatives
            | self.conjunctions
            | self.negations
        )
