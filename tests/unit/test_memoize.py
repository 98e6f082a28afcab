"""What is remembered, and what is too long to be."""

from __future__ import annotations

from framesage.memoize import LONGEST, memoize_short


def test_a_line_is_worked_out_once():
    seen = []

    @memoize_short(8)
    def work(text: str, more: int = 0) -> int:
        """Work."""
        seen.append(text)
        return len(text) + more

    assert [work("ab"), work("ab"), work("ab", more=1)] == [2, 2, 3]
    assert seen == ["ab", "ab"]
    assert work.__doc__ == "Work."


def test_what_is_long_is_not_kept():
    seen = []
    work = memoize_short(8)(lambda text: seen.append(text) or len(text))
    long = "x" * (LONGEST + 1)
    assert [work(long), work(long)] == [LONGEST + 1] * 2
    assert seen == [long, long]


def test_how_long_something_is_can_be_told():
    seen = []
    work = memoize_short(8, lambda lines: sum(map(len, lines)))(seen.append)
    for lines in (("a", "b"), ("x" * LONGEST, "y")) * 2:
        work(lines)
    assert seen == [("a", "b"), ("x" * LONGEST, "y"), ("x" * LONGEST, "y")]
