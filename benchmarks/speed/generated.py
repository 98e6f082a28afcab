"""Generated workspaces of many projects, and generated packs of many rules."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from speed.documents import KNOWN

if TYPE_CHECKING:
    from pathlib import Path

_PER_TEAM = 50
_PACKAGES = 2_000  # even, so that the two packages of a rule differ
_PROJECT = """\
[project]
name = "service-{number}"
version = "1.0"
description = "Service {number} of the shop"
dependencies = [
{items}]
"""
_RULE = """\
[[rule]]
id = "load-{number}"
title = "Rule {number}"
message = "Replace {{package}}."
why = "It is a rule of a benchmark."
severity = "hint"
at = "matches"
references = ["https://example.com/{number}"]

[rule.when]
all = [
  {{ package = "{first}" }},
  {{ package = "{second}" }},
  {{ none = [{{ package = "{third}" }}] }},
]

[[rule.test]]
name = "applies"
requirements = ["flask", "{first}", "{second}"]
wanted = true

[[rule.test]]
name = "does not apply"
requirements = ["flask", "{first}"]
wanted = false

"""


def write_projects(folder: Path, count: int) -> None:
    """Write projects of 16 requirements with some code, 50 to a folder, in a repository."""
    (folder / ".git").mkdir(parents=True)
    random = Random(count)
    for number in range(count):
        root = folder / f"team-{number // _PER_TEAM}" / f"service-{number}"
        (root / "app").mkdir(parents=True)
        names = [*random.sample(KNOWN, 12), *(f"acme-{random.randrange(3000)}" for _ in range(4))]
        lines = [f"{name}>={random.randrange(1, 5)}.{random.randrange(30)}" for name in names]
        _write(root / "pyproject.toml", _project(number, lines))
        if number % 2:
            _write(root / "requirements.txt", "\n".join(lines) + "\n")
        _write(root / "README.md", f"# Service {number}\n\nOne of the services of the shop.\n")
        _write(root / "app" / "__init__.py", "")
        _write(root / "app" / "views.py", "PAGES = 1\n")


def _project(number: int, lines: list[str]) -> str:
    items = "".join(f'  "{line}",\n' for line in lines)
    return _PROJECT.format(number=number, items=items)


def write_rules(folder: Path, count: int) -> None:
    """Write a folder of rules about two or three packages each, with their tests."""
    folder.mkdir(parents=True)
    rules = (
        _RULE.format(number=number, first=first, second=second, third=third)
        for number, (first, second, third) in enumerate(packages_of_rules(count))
    )
    _write(folder / "rules.toml", "".join(rules))


def packages_of_rules(count: int) -> list[tuple[str, str, str]]:
    """Return the packages that each rule is about: two that it needs and one that it excludes."""
    return [
        (f"acme-{number % _PACKAGES}", f"acme-{(number * 37 + 1) % _PACKAGES}", f"other-{number}")
        for number in range(count)
    ]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
