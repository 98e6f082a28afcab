"""Read the options of a line of a requirements file as pip does, with the offsets of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.words import Word, word_at, words

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUIREMENT, CONSTRAINT, EDITABLE = "--requirement", "--constraint", "--editable"
_SHORT = {
    "-r": REQUIREMENT,
    "-c": CONSTRAINT,
    "-e": EDITABLE,
    "-i": "--index-url",
    "-f": "--find-links",
    "-C": "--config-settings",
}
_WITH_VALUE = {*_SHORT.values(), "--pypi-url", "--extra-index-url", "--no-binary", "--only-binary"}
_WITH_VALUE |= {"--trusted-host", "--use-feature", "--hash", "--all-releases", "--only-final"}
_WITH_VALUE |= {"--global-option", "--install-option"}
_FLAGS = {"--no-index", "--prefer-binary", "--pre", "--require-hashes", "--no-require-hashes"}
_LONG = _WITH_VALUE | _FLAGS


def read_options(text: str, start: int = 0) -> dict[str, Word]:
    """Return the values of the options by their full names; pip uses the first of each."""
    found: dict[str, Word] = {}
    for name, value in _options(text, words(text, start)):
        found.setdefault(name, value)
    return found


def _options(text: str, remaining: Iterator[Word]) -> Iterator[tuple[str, Word]]:
    for word in remaining:
        name, value = _split(word, text)
        if value is None and name in _WITH_VALUE:
            value = next(remaining, None)
        if value is not None:
            yield name, value


def _split(word: Word, text: str) -> tuple[str, Word | None]:
    """Return the full name of an option, and the value that is glued to it, if any."""
    if word.value.startswith("--"):
        name, sign, _ = word.value.partition("=")
        return _full_name(name), _rest(word, len(name) + 1, text) if sign else None
    name = _SHORT.get(word.value[:2], word.value)
    return name, _rest(word, 2, text) if len(word.value) > 2 else None


def _full_name(name: str) -> str:
    """Return the only option that starts with a name, as pip accepts abbreviations."""
    candidates = [option for option in _LONG if option.startswith(name)]
    return candidates[0] if len(candidates) == 1 and name not in _LONG else name


def _rest(word: Word, skipped: int, text: str) -> Word:
    """Return the word after its first characters; where escapes come before, of its whole range."""
    start = word.start + skipped
    if word.is_literal(text):
        return Word(word.value[skipped:], start, word.end)
    if text[word.start : start] == word.value[:skipped]:
        return word_at(text, start, word.end)
    return Word(word.value[skipped:], word.start, word.end)
