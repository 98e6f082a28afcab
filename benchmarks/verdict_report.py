"""Compare verdicts with the labels: from files, from declared traits, and from a dialogue."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from labeled_projects import CHOOSERS

from framesage.advice.assess import assess
from framesage.analysis.model import FrameworkUse
from framesage.analysis.verdict import reach_verdict
from framesage.consultation.consult import consult
from framesage.consultation.model import Answer
from framesage.consultation.presumptions import PRESUMED
from framesage.project.model import Project
from framesage.project.settings.model import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from labeled_projects import Case

    from framesage.advice.model import Assessment

LABELS = ("flask", "django", "either")
VERDICTS = (*LABELS, "undecided", "outside")


@dataclass(frozen=True)
class Dialogues:
    """The numbers of questions asked, and what ended otherwise than with all labels declared."""

    asked: tuple[int, ...]
    other: tuple[str, ...]

    @property
    def same(self) -> float:
        """The share of dialogues that end with the verdict of all labels."""
        return 1 - len(self.other) / len(self.asked)


def print_verdicts(cases: list[Case]) -> None:
    """Print how the verdicts agree with the labels."""
    print("\n## Verdicts\n")
    cases = labeled_cases(cases)
    rest = on_candidates(cases)
    print_table("From the files (projects on other frameworks left out)", rest, from_files)
    print_table("With the labeled traits declared", cases, with_labels)
    print_table("With nothing but the labeled traits", cases, labels_alone)
    print_choosers(cases[0].main)
    print_dialogues(cases)


def labeled_cases(cases: list[Case]) -> list[Case]:
    """Return the projects for which the guidance is labeled to favor a framework, or either."""
    return [case for case in cases if case.labels.get("verdict") in LABELS]


def on_candidates(cases: list[Case]) -> list[Case]:
    """Return the projects without those on other frameworks."""
    return [case for case in cases if case.label != "other-web"]


def agreement(cases: list[Case], verdict_of: Callable[[Case], str]) -> float:
    """Return the share of projects whose verdict is that of their label."""
    return sum(verdict_of(case) == case.labels["verdict"] for case in cases) / len(cases)


def print_table(title: str, cases: list[Case], verdict_of: Callable[[Case], str]) -> None:
    """Print the number of projects by label and verdict, and their agreement."""
    counts = Counter((case.labels["verdict"], verdict_of(case)) for case in cases)
    print(f"{title}: {agreement(cases, verdict_of):.2f} agreement on {len(cases)} projects.\n")
    print(f"| label | {' | '.join(VERDICTS)} |")
    print("|---" * (len(VERDICTS) + 1) + "|")
    for label in LABELS:
        print(f"| {label} | {' | '.join(str(counts[label, found]) for found in VERDICTS)} |")
    print()


def from_files(case: Case) -> str:
    """Return the verdict on the files alone."""
    return case.main.verdict.favors


def with_labels(case: Case) -> str:
    """Return what the guidance favors with the labeled traits declared in the project.

    The framework in use does not matter.
    """
    return _favored(case.main, case.labeled)


def labels_alone(case: Case) -> str:
    """Return what the guidance favors if nothing but the labeled traits is known."""
    return _favored(_fresh(case.main), case.labeled)


def _favored(assessment: Assessment, traits: Mapping[str, bool]) -> str:
    outside = {trait.id: False for trait in assessment.rule_base.traits.values() if trait.outside}
    declared = _declare(assessment, {**PRESUMED, **outside, **traits})
    memory, sightings = declared.memory, declared.sightings
    return reach_verdict(memory, sightings, declared.rule_base, FrameworkUse()).favors


def _declare(assessment: Assessment, traits: Mapping[str, bool]) -> Assessment:
    project = assessment.project
    settings = replace(project.settings, traits={**project.settings.traits, **traits})
    return assess(replace(project, settings=settings), assessment.rule_base, assessment.today)


def _fresh(assessment: Assessment) -> Assessment:
    """Return the assessment of a web application of which nothing is known."""
    project = Project(Path("fresh"), (), Settings(traits=PRESUMED))
    return assess(project, assessment.rule_base, assessment.today)


def print_choosers(assessment: Assessment) -> None:
    """Print the verdicts on stated needs that are not among the accepted ones."""
    if not CHOOSERS.is_file():
        print(f"Choosers: skipped, {CHOOSERS.name} is missing.\n")
        return
    verdicts = chooser_verdicts(assessment)
    right = [verdict in accepted for verdict, accepted in verdicts.values()]
    print(f"Choosers: an accepted verdict for {sum(right)} of {len(right)}.\n")
    for name, (verdict, accepted) in verdicts.items():
        if verdict not in accepted:
            print(f"- {name}: {verdict}, not {' or '.join(accepted)}")


def chooser_verdicts(assessment: Assessment) -> dict[str, tuple[str, list[str]]]:
    """Return the verdict for the needs that each person states, and those that are accepted."""
    with CHOOSERS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["traits"]]
    fresh = _fresh(assessment)
    return {
        row["id"]: (
            _favored(fresh, dict.fromkeys(row["traits"].split(","), True)),
            row["verdict"].split("|"),
        )
        for row in rows
    }


def print_dialogues(cases: list[Case]) -> None:
    """Print how many questions are asked, and which dialogues end with another verdict."""
    found = hold_dialogues(cases)
    print(f"Dialogue: {median(found.asked):.0f} questions in the median,", end=" ")
    print(f"at most {max(found.asked)};", end=" ")
    print(f"{found.same:.0%} end with the verdict of all labels.\n")
    print("\n".join(f"- {line}" for line in found.other))


def hold_dialogues(cases: list[Case]) -> Dialogues:
    """Ask a person who answers from the labels and does not know the rest, from the beginning."""
    start = _fresh(cases[0].main)
    asked, other = [], []
    for case in cases:
        answers, result = _ask(start, case.labeled)
        asked.append(len(answers))
        found, whole = result.verdict.favors, _declare(start, case.labeled).verdict.favors
        if found != whole:
            other.append(f"{case.repo}: {found}, not {whole}")
    return Dialogues(tuple(asked), tuple(other))


def _ask(start: Assessment, traits: Mapping[str, bool]) -> tuple[dict[str, Answer], Assessment]:
    """Hold a dialogue in which labeled traits are known; return the answers and the result."""
    words = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}
    answers: dict[str, Answer] = {}
    step = consult(start, answers)
    while step.question:
        answers[step.question.id] = words[traits.get(step.question.id)]
        step = consult(start, answers)
    return answers, step.assessment
