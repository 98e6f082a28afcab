"""Damage inputs: cut, repeat, exchange, insert, and nest deeply."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

LONGEST = 8_000
"""Bytes of an input."""

PIECES = tuple(
    text.encode()
    for text in (
        *("\n", "\r\n", "\r", "\t", " ", "\0", "\ufeff", "\u2028", "\x0c", "\x1b[31m", "é", "🦆"),
        *('"', "'", '"""', "'''", "\\", "\\u0041", "\\U00110000", "\\x41", "`", "```"),
        *("[", "]", "[[", "]]", "{", "}", "(", ")", "<", ">", ",", ";", ":", "=", "==", "@", "#"),
        *("~=", "!=", "===", ">=1,<2", "==1.*", "*", "^1", "||", "%", "${X}", "{count:>9}", "{0}"),
        *("-r ", "-c ", "-e ", "--hash=sha256:", "-r -", "../", "//host/share", "\\\\host\\share"),
        *("flask", "django", "package", "name", "version", "extras", "path", "true", "null", "nan"),
        *("1", "-1", "1e999", "9" * 400, "1979-05-27T00:00:00Z", "1.2.3", "0x", "inf", "until="),
        *("# framesage: ignore[x] y", "# via", "[tool.framesage]", "- pip:", "<!--", "-->", "::"),
        *("{include-group = 'a'}", "; extra == 'x'", "and", "or", "not", "in", "&amp;", "]]>"),
    )
)


def mutated(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return one of the seeds with some damage."""
    data = chance.choice(seeds) if seeds else b""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(WAYS)(data, chance, seeds)
    return data[:LONGEST]


def _cut(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _truncate(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _repeat(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 9, 40)) + data[end:]


def _insert(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(PIECES) + data[at:]


def _replace(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + chance.choice(PIECES) + data[end:]


def _flip(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]


def _join(data: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds) if seeds else b""
    return _truncate(data, chance, seeds) + other[chance.randrange(len(other) + 1) :]


def _swap_lines(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _pile(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Insert the same again and again: time must not grow faster than the input."""
    if chance.random() < 0.9:
        return data
    start, end = _span(data, chance)
    unit = chance.choice((data[start:end], chance.choice(PIECES), chance.choice(PIECES) * 2))
    at = chance.randrange(len(data) + 1)
    return data[:at] + unit[:40] * chance.choice((50, 300, 1_500)) + data[at:]


def _nest(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Insert an opening hundreds of times, sometimes with what closes it: recursion must end."""
    if chance.random() < 0.8:
        return data
    opening, closing = chance.choice(PAIRS)
    count, at = chance.choice((50, 300, 1_500)), chance.randrange(len(data) + 1)
    return data[:at] + opening * count + closing * chance.choice((0, count)) + data[at:]


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 1, 2, 5, 20, 100, 500)))


PAIRS = ((b"[", b"]"), (b"{", b"}"), (b"(", b")"), (b'{"a":', b"}"), (b"- ", b""), (b"a.", b""))
WAYS = (
    _cut,
    _truncate,
    _repeat,
    _insert,
    _insert,
    _replace,
    _flip,
    _join,
    _swap_lines,
    _pile,
    _nest,
)
