"""What is fuzzed: a function that takes any bytes, and the texts to start from."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Target(NamedTuple):
    """A parser with its promises: ``check`` raises an error if one of them does not hold.

    ``seeds`` are texts that make sense to it. ``weight`` is its share of the inputs; what takes a
    hundred times as long gets a hundredth. If it does not ``mutates``, it damages seeds itself.
    No input of 20 KB takes more than so many ``seconds`` of the processor.
    """

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    weight: float = 1
    mutates: bool = True
    seconds: float = 1.5


def text_of(data: bytes) -> str:
    """Return bytes as a text, as an editor shows them."""
    return data.decode("utf-8", "replace")


def chance_of(data: bytes) -> random.Random:
    """Return random numbers that depend on an input only, so that a find can be repeated."""
    return random.Random(zlib.crc32(data))


def edited(text: str, chance: random.Random) -> str:
    """Return a text after one edit, as in an editor."""
    at, removed = chance.randrange(len(text) + 1), chance.choice((0, 0, 1, 1, 5, 60))
    typed = chance.choice(("", "a", "\n", '"', "'", "[", "]", ",", "#", "\\", "x\r\n", "flask\n"))
    return text[:at] + typed + text[at + removed :]
