"""A dictionary of phrases: which of them is at a position of a text, whatever its inflection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from framesage.frozen import frozen
from framesage.language.stems import key, stem
from framesage.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")


@frozen
class Match(Generic[T]):
    """The entries of a phrase that was found in the words from ``start`` to ``end`` (exclusive)."""

    entries: tuple[T, ...]
    start: int
    end: int


class Phrasebook(Generic[T]):
    """Entries by phrase. ``skipped`` are words that do not count, such as articles."""

    def __init__(self, entries: Iterable[tuple[str, T]], skipped: Iterable[str] = ()) -> None:
        self._skipped = frozenset(skipped)
        self._entries: dict[str, tuple[T, ...]] = {}
        self._longest = 0
        for phrase, entry in entries:
            written = words(phrase)
            if not self._skipped.isdisjoint(written):
                written = tuple(word for word in written if word not in self._skipped)
            common = key(written)
            found = self._entries.get(common)
            self._entries[common] = (*found, entry) if found else (entry,)
            # A compound in the text may be written as more words than in the phrase.
            self._longest = max(self._longest, len(written) + 1)
        self._beginnings = {found[:3] for found in self._entries}

    def __bool__(self) -> bool:
        return bool(self._entries)

    def same(self) -> Iterator[tuple[T, ...]]:
        """Yield the entries of phrases that differ in form only, such as "log in" and "login"."""
        return (entries for entries in self._entries.values() if len(entries) > 1)

    def longest_at(self, text: Sequence[str], start: int, end: int) -> Match[T] | None:
        """Return the longest phrase that begins at ``start`` and ends at ``end`` at the latest."""
        if text[start] in self._skipped or not self._may_begin(text, start):
            return None
        places = [place for place in range(start, end) if text[place] not in self._skipped]
        for count in range(min(self._longest, len(places)), 0, -1):
            entries = self._entries.get(key([text[place] for place in places[:count]]))
            if entries:
                return Match(entries, start, places[count - 1] + 1)
        return None

    def longest_ending(self, text: Sequence[str], start: int, end: int) -> Match[T] | None:
        """Return the longest phrase that ends at ``end``, and begins at ``start`` or later."""
        for first in range(max(start, end - self._longest), end):
            entries = self._entries.get(key(text[first:end]))
            if entries:
                return Match(entries, first, end)
        return None

    def _may_begin(self, text: Sequence[str], start: int) -> bool:
        beginning = stem(text[start])[:3]
        return len(beginning) < 3 or beginning in self._beginnings
