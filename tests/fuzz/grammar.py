"""Inputs that hypothesis generates: lines as people write them, in any order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from fuzz.mutation import PIECES

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.target import Target

PHASES = (Phase.generate, Phase.shrink)


@cache
def texts_like(target: Target) -> st.SearchStrategy[bytes]:
    """Return a strategy for texts of lines and pieces of the seeds, and of any characters."""
    lines = sorted({line for text in target.seeds() for line in text.split(b"\n")})
    line = st.one_of(
        st.sampled_from(lines or [b""]),
        st.lists(st.sampled_from(PIECES), max_size=6).map(b"".join),
        st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=20),
    )
    ends = st.sampled_from([b"\n", b"\n", b"\r\n", b"\r", b""])
    return st.tuples(st.lists(line, max_size=12), ends).map(lambda drawn: drawn[1].join(drawn[0]))


def run_generated(target: Target, check: Callable[[bytes], None], count: int, start: int) -> None:
    """Check generated inputs; a failing one is made as small as possible."""

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=PHASES,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(texts_like(target))
    def run(data: bytes) -> None:
        check(data)

    run()
