"""Requirements whose ranges are computed on access."""

from pathlib import Path

from framesage.manifests import read, reread
from framesage.manifests.model import Purpose
from framesage.text import Source

TEXT = "flask\n\nsix \\\n  >=1\n# via\n#   flask\njinja2  # via flask\n"


def requirements_of(text: str):
    return read(Source(Path("app/requirements.txt"), text)).requirements


def test_sequence_of_requirements():
    found = requirements_of(TEXT)
    assert [requirement.name for requirement in found] == ["flask", "six", "jinja2"]
    assert [requirement.range.start.line for requirement in found] == [0, 2, 6]
    assert found[-1].name == "jinja2"
    assert [requirement.name for requirement in found[1:]] == ["six", "jinja2"]
    assert found == requirements_of(TEXT)
    assert found != requirements_of(TEXT + "\n\ngunicorn")


def test_only_accessed_requirements_are_positioned():
    found = requirements_of(TEXT)
    assert [
        requirement.range.start.line for requirement in found.named(lambda name: name == "jinja2")
    ] == [6]
    assert found._known.keys() == {0, 2}  # the first one is the anchor


def test_requirements_near_a_line():
    found = requirements_of("# a comment\n" + TEXT)
    assert [
        [requirement.name for requirement in found.near_line(line)] for line in (0, 1, 4, 9)
    ] == [
        [],
        ["flask"],
        ["six"],
        ["jinja2"],
    ]


def test_changes_are_made_on_access():
    changed = []
    found = requirements_of(TEXT).mapped(
        lambda requirement: changed.append(requirement.name) or requirement
    )
    assert changed == []
    assert found[1].group.purpose is Purpose.RUNTIME
    assert changed == ["six"]


def test_via_comments_depend_on_the_names_in_the_whole_file():
    before = read(Source(Path("app/requirements.txt"), "jinja2  # via flask\n"))
    assert before.requirements[0].via == ()
    after = reread(before, Source(Path("app/requirements.txt"), "jinja2  # via flask\nflask\n"))
    assert after.requirements[0].via == ("flask",)


def test_requirements_are_positioned_once_while_their_lines_stay():
    path = Path("app/requirements.txt")
    before = read(Source(path, TEXT))
    known = [*before.requirements]
    after = reread(before, Source(path, TEXT.replace("flask\n", "flask>1\n", 1)))
    found = [*after.requirements.mapped(lambda requirement: requirement)]
    assert [new is old for new, old in zip(found, known, strict=True)] == [False, True, True]
    below = reread(after, Source(path, "\n" + TEXT)).requirements
    assert [requirement.range.start.line for requirement in below] == [1, 3, 7]
    assert [requirement.range.start.line for requirement in before.requirements] == [0, 2, 6]
