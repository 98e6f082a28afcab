"""Results for short arguments are cached, those for long ones are not."""

from __future__ import annotations

from framesage.memoize import MAX_LENGTH, memoize_short


def test_short_arguments_are_computed_once():
    calls = []

    @memoize_short(8)
    def count(text: str, more: int = 0) -> int:
        """Count."""
        calls.append(text)
        return len(text) + more

    assert [count("ab"), count("ab"), count("ab", more=1)] == [2, 2, 3]
    assert calls == ["ab", "ab"]
    assert count.__doc__ == "Count."


def test_long_arguments_are_not_cached():
    calls = []
    work = memoize_short(8)(lambda text: calls.append(text) or len(text))
    long = "x" * (MAX_LENGTH + 1)
    assert [work(long), work(long)] == [MAX_LENGTH + 1] * 2
    assert calls == [long, long]


def test_length_can_be_measured_by_another_function():
    calls = []
    work = memoize_short(8, lambda lines: sum(map(len, lines)))(calls.append)
    for lines in (("a", "b"), ("x" * MAX_LENGTH, "y")) * 2:
        work(lines)
    assert calls == [("a", "b"), ("x" * MAX_LENGTH, "y"), ("x" * MAX_LENGTH, "y")]
