"""Compare verdicts with the labels: from files, from declared traits, and from a dialogue."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from corpus import CHOOSERS
from framesage.advice.assess import assess
from framesage.analysis.model import FrameworkUse
from framesage.analysis.verdict import reach_verdict
from framesage.consultation.consult import PRESUMED, consult
from framesage.consultation.model import Answer
from framesage.project.model import Project, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus import Case
    from framesage.advice.model import Assessment

LABELS = ("flask", "django", "either")
VERDICTS = (*LABELS, "undecided", "outside")


def print_verdicts(cases: list[Case]) -> None:
    """Print how the verdicts agree with the labels; projects labeled ``none`` are left out."""
    print("\n## Verdicts\n")
    labeled = [case for case in cases if case.labels.get("verdict") in LABELS]
    asking = [case for case in labeled if case.label != "other-web"]
    print_table("From the files (projects on other frameworks left out)", asking, _from_files)
    print_table("With the labeled traits declared", labeled, _with_labels)
    print_table("With nothing but the labeled traits", labeled, _labels_alone)
    print_choosers(labeled[0].main)
    print_dialogues(labeled)


def print_table(title: str, cases: list[Case], verdict_of: Callable[[Case], str]) -> None:
    """Print the number of projects by label and verdict, and their agreement."""
    counts = Counter((case.labels["verdict"], verdict_of(case)) for case in cases)
    agreeing = sum(counts[label, label] for label in LABELS)
    print(f"{title}: {agreeing / len(cases):.2f} agreement on {len(cases)} projects.\n")
    print(f"| label | {' | '.join(VERDICTS)} |")
    print("|---" * (len(VERDICTS) + 1) + "|")
    for label in LABELS:
        print(f"| {label} | {' | '.join(str(counts[label, found]) for found in VERDICTS)} |")
    print()


def _from_files(case: Case) -> str:
    return case.main.verdict.favors


def _with_labels(case: Case) -> str:
    """Return what the guidance alone favors, whatever framework the project uses."""
    return _favored(case.main, case.labeled)


def _labels_alone(case: Case) -> str:
    return _favored(_fresh(case.main), case.labeled)


def _favored(assessment: Assessment, traits: Mapping[str, bool]) -> str:
    outside = {trait.id: False for trait in assessment.rule_base.traits.values() if trait.outside}
    declared = _declare(assessment, {**PRESUMED, **outside, **traits})
    return reach_verdict(declared.memory, declared.rule_base, FrameworkUse()).favors


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
    with CHOOSERS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["traits"]]
    found = {
        row["id"]: _favored(_fresh(assessment), dict.fromkeys(row["traits"].split(","), True))
        for row in rows
    }
    wrong = [row for row in rows if found[row["id"]] not in row["verdict"].split("|")]
    print(f"Choosers: an accepted verdict for {len(rows) - len(wrong)} of {len(rows)}.\n")
    for row in wrong:
        print(f"- {row['id']} ({row['traits']}): {found[row['id']]}, not {row['verdict']}")


def print_dialogues(cases: list[Case]) -> None:
    """Print how many questions a person who answers from the labels is asked.

    The person starts with nothing, and does not know what is not labeled.
    """
    start = _fresh(cases[0].main)
    asked, other = [], []
    for case in cases:
        answers, dialogue = _ask(start, case.labeled)
        asked.append(len(answers))
        whole = _declare(start, case.labeled)
        if dialogue.verdict.favors != whole.verdict.favors:
            other.append(f"{case.repo}: {dialogue.verdict.favors}, not {whole.verdict.favors}")
    share = 1 - len(other) / len(cases)
    print(f"Dialogue: {median(asked):.0f} questions in the median, at most {max(asked)};", end=" ")
    print(f"{share:.0%} end with the verdict of all labels.\n")
    print("\n".join(f"- {line}" for line in other))


def _ask(start: Assessment, traits: Mapping[str, bool]) -> tuple[dict[str, Answer], Assessment]:
    """Hold a dialogue in which labeled traits are known; return the answers and the result."""
    words = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}
    answers: dict[str, Answer] = {}
    step = consult(start, answers)
    while step.question:
        answers[step.question.id] = words[traits.get(step.question.id)]
        step = consult(start, answers)
    return answers, step.assessment
