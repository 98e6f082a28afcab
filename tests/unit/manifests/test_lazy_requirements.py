"""Requirements that take their location when they are looked at."""

from pathlib import Path

from framesage.manifests import read, reread
from framesage.manifests.model import Purpose
from framesage.text import Source

TEXT = "flask\n\nsix \\\n  >=1\n# via\n#   flask\njinja2  # via flask\n"


def requirements_of(text: str):
    return read(Source(Path("app/requirements.txt"), text)).requirements


def test_they_are_a_sequence():
    found = requirements_of(TEXT)
    assert [one.name for one in found] == ["flask", "six", "jinja2"]
    assert [one.range.start.line for one in found] == [0, 2, 6]
    assert found[-1].name == "jinja2"
    assert [one.name for one in found[1:]] == ["six", "jinja2"]
    assert found == requirements_of(TEXT)
    assert found != requirements_of(TEXT + "\n\ngunicorn")


def test_only_those_looked_at_are_placed():
    found = requirements_of(TEXT)
    assert [one.range.start.line for one in found.named(lambda name: name == "jinja2")] == [6]
    assert found._known.keys() == {0, 2}  # the first, as the head of the list, too


def test_around_a_line():
    found = requirements_of("# a comment\n" + TEXT)
    assert [[one.name for one in found.near_line(line)] for line in (0, 1, 4, 9)] == [
        [],
        ["flask"],
        ["six"],
        ["jinja2"],
    ]


def test_a_change_is_made_when_they_are_looked_at():
    seen = []
    found = requirements_of(TEXT).mapped(lambda one: seen.append(one.name) or one)
    assert seen == []
    assert found[1].group.purpose is Purpose.RUNTIME
    assert seen == ["six"]


def test_who_pulled_a_line_in_is_told_by_the_names_of_the_whole_file():
    before = read(Source(Path("app/requirements.txt"), "jinja2  # via flask\n"))
    assert before.requirements[0].via == ()
    after = reread(before, Source(Path("app/requirements.txt"), "jinja2  # via flask\nflask\n"))
    assert after.requirements[0].via == ("flask",)
