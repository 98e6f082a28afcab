"""Measure how well Framesage hears what projects say of themselves, and print it as Markdown.

    python benchmarks/hearing_report.py [--shared DIR] [--details]

Three sets of texts: one-line descriptions of people who choose (``choosers.tsv``), descriptions of
real projects without their dependencies (``descriptions.jsonl``), and the descriptions in
``tests/rules/data/held_out_descriptions.tsv``, which were written before the rules that read them
and must not be used to improve them. A web project is *heard* if it is believed to be a web
application with medium certainty, or gets a finding; a need is *found* with medium certainty.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from descriptions import SHARED, choosers, held_out, real_projects

from framesage.advice.workspace import assess_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from descriptions import Text

    from framesage.advice.model import Assessment


@dataclass(frozen=True)
class Heard:
    """What Framesage made of a text."""

    text: Text
    assessment: Assessment

    @property
    def is_web(self) -> bool:
        """Whether the text is heard as that of a web project."""
        found = {trait.trait.id for trait in self.assessment.traits if trait.certainty != "low"}
        return "web-application" in found or self.has_finding

    @property
    def has_finding(self) -> bool:
        """Whether Framesage says anything about the project."""
        return bool(self.assessment.findings)

    @property
    def found(self) -> frozenset[str]:
        """The traits with medium or high certainty."""
        return frozenset(
            trait.trait.id for trait in self.assessment.traits if trait.certainty != "low"
        )

    @property
    def is_right(self) -> bool:
        """Whether there is a finding with one of the accepted verdicts."""
        accepted = self.text.verdicts
        return self.has_finding and (
            "any" in accepted or self.assessment.verdict.favors in accepted
        )


def hear(texts: Iterable[Text], today: date) -> list[Heard]:
    """Assess a project with each description, in its own folder."""
    return [Heard(text, _assess(text, today)) for text in texts]


def _assess(text: Text, today: date) -> Assessment:
    dependencies = ", ".join(map(json.dumps, text.dependencies))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pyproject.toml")
        file.write_text(
            f'[project]\nname = "p"\nversion = "0"\ndescription = {json.dumps(text.description)}\n'
            f"dependencies = [{dependencies}]\n",
            encoding="utf-8",
        )
        return next(iter(assess_paths([file.parent], today)))


def share_heard(heard: Iterable[Heard]) -> float:
    """Return the share of the web projects that are heard as such."""
    return _share([text.is_web for text in heard if text.text.is_web])


def share_right(heard: Iterable[Heard]) -> float:
    """Return the share of the web projects with a right answer."""
    return _share([text.is_right for text in heard if text.text.is_web])


def share_found(heard: Iterable[Heard]) -> float:
    """Return the share of the labeled needs that are found: the recall."""
    return _share([need in text.found for text in heard for need in text.text.needs])


def precision(heard: Iterable[Heard]) -> float:
    """Return the share of the found needs that the labels confirm."""
    return _share(
        [
            need in text.text.needs
            for text in heard
            for need in text.found & (text.text.needs | text.text.lacks)
        ]
    )


def alarms(heard: Iterable[Heard]) -> list[str]:
    """Return the projects that are no web applications, but heard as such."""
    return [text.text.name for text in heard if text.is_web and not text.text.is_web]


def _share(outcomes: list[bool]) -> float:
    return sum(outcomes) / max(len(outcomes), 1)


def report_lines(shared: Path, today: date, *, details: bool) -> Iterator[str]:
    """Yield the report."""
    sets = [
        ("choosers", choosers(shared)),
        ("real projects", real_projects(shared)),
        ("held out", held_out()),
    ]
    yield "| texts | web | heard | right | needs found | precision | alarms |"
    yield "|---|---|---|---|---|---|---|"
    results = [(name, hear(texts, today)) for name, texts in sets]
    for name, heard in results:
        web = sum(text.text.is_web for text in heard)
        right = f"{share_right(heard):.2f}" if any(text.text.verdicts for text in heard) else ""
        exact = f"{precision(heard):.2f}" if any(text.text.lacks for text in heard) else ""
        yield (
            f"| {name} | {web} | {share_heard(heard):.2f} | {right} | {share_found(heard):.2f} "
            f"| {exact} | {len(alarms(heard))} of {len(heard) - web} |"
        )
    if details:
        for name, heard in results:
            if name != "held out":  # who sees these is tempted to add them to the rules
                yield f"\n## {name}\n"
                yield from map(_detail, heard)


def _detail(heard: Heard) -> str:
    text = heard.text
    problems = [
        *(["not heard"] if text.is_web and not heard.is_web else []),
        *(["alarm"] if heard.is_web and not text.is_web else []),
        *([f"verdict {heard.assessment.verdict.favors}"] if text.verdicts else []),
        *(["wrong"] if text.verdicts and text.is_web and not heard.is_right else []),
        *(f"missed {need}" for need in sorted(text.needs - heard.found)),
        *(f"false {need}" for need in sorted(heard.found & text.lacks)),
    ]
    return f"- {text.name} {text.description[:100]!r}: {', '.join(problems)}"


def main() -> None:
    """Parse the command line and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    for line in report_lines(options.shared, date.today(), details=options.details):  # noqa: DTZ011
        print(line)


if __name__ == "__main__":
    main()
