"""Time is linear in what a file repeats: rules in one comment, and lines about one package."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from growth import assert_linear


@pytest.mark.parametrize(
    ("begin", "repeated", "end", "size"),
    [
        ("flask # framesage: ignore[", "rule-name-{0},", "x]\n", 500),
        ("", "flask\n", "", 1000),
        ("", "django<2\n", "", 500),
    ],
)
def test_repetitions(tmp_path, make_project, begin, repeated, end, size):
    def make(count):
        text = begin + "".join(repeated.format(number) for number in range(count)) + end
        return make_project(tmp_path / str(count), {"requirements.txt": text})

    assess_paths([make(2)], date(2026, 7, 26))
    assert_linear(lambda folder: list(assess_paths([folder], date(2026, 7, 26))), make, size)
