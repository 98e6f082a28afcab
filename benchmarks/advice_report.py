"""Evaluate the rules on the corpus of real projects, and print the result as Markdown.

    python benchmarks/advice_report.py [--corpus DIR] [--details]

For each labeled trait: precision and recall of medium or high certainty, and the base rate. For the
verdict: a table of labels and verdicts (``verdict_report``). Then what is heard in descriptions
(``hearing_report``), the number of findings, every warning, every finding on projects that should
have none, and packages that the rule base lacks.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hearing_report import report_lines
from labeled_projects import CORPUS, SHARED, TRAITS, load_cases
from verdict_report import print_verdicts

from framesage.manifests.model import Origin
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labeled_projects import Case


def trait_rows(cases: list[Case]) -> list[str]:
    """Return a row for each trait: precision, recall and F1, and the F1 of always answering yes."""
    rows = []
    for column, trait in TRAITS.items():
        hits, inferred, positive = trait_counts(cases, [column])
        labeled = sum(trait in case.labeled for case in cases)
        base = positive / max(labeled, 1)
        rows.append(
            f"| {trait} | {positive} | {base:.2f} | {2 * base / (1 + base):.2f} | "
            f"{_scores(hits, inferred, positive)} |"
        )
    hits, inferred, positive = trait_counts(cases, TRAITS)
    rows.append(f"| **all** | {positive} | | | {_scores(hits, inferred, positive)} |")
    return rows


def trait_counts(cases: list[Case], columns: Iterable[str]) -> tuple[int, int, int]:
    """Return how many labeled traits are right, how many are inferred, and how many there are."""
    found = [
        (case.labeled[trait], trait in case.certain)
        for case in cases
        for trait in map(TRAITS.__getitem__, columns)
        if trait in case.labeled
    ]
    inferred, positive = sum(is_inferred for _, is_inferred in found), sum(has for has, _ in found)
    return sum(has and is_inferred for has, is_inferred in found), inferred, positive


def _scores(hits: int, inferred: int, positive: int) -> str:
    precision = hits / inferred if inferred else 0.0
    recall = hits / positive if positive else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"{inferred} | {precision:.2f} | {recall:.2f} | {f1:.2f}"


def print_report(cases: list[Case], *, details: bool) -> None:
    """Print the report."""
    print("| trait | positives | base rate | base F1 | inferred | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(trait_rows(cases)))
    print_verdicts(cases)
    print("\n## What descriptions say\n")
    print("\n".join(report_lines(SHARED, date.today(), details=details)))  # noqa: DTZ011
    print_findings(cases)
    print_unknown(cases)
    if details:
        print_details(cases)


def label_rows(cases: list[Case]) -> list[str]:
    """Return a row for each label: the number of projects and of their findings."""
    by_label: dict[str, list[list[Severity]]] = {}
    for case in cases:
        severities = [
            finding.severity for assessment in case.assessments for finding in assessment.findings
        ]
        by_label.setdefault(case.label, []).append(severities)
    return [_label_row(label, projects) for label, projects in sorted(by_label.items())]


def _label_row(label: str, projects: list[list[Severity]]) -> str:
    counts = [len(severities) for severities in projects]
    warnings = sum(severities.count(Severity.WARNING) for severities in projects)
    return (
        f"| {label} | {len(projects)} | {sum(counts) / len(projects):.1f} | {max(counts)} "
        f"| {counts.count(0)} | {warnings} |"
    )


def print_findings(cases: list[Case]) -> None:
    """Print the number of findings by label and rule, and the findings that need a look."""
    print("\n## Findings\n")
    print("| framework | projects | findings per project | maximum | without findings | warnings |")
    print("|---|---|---|---|---|---|")
    print("\n".join(label_rows(cases)), end="\n\n")
    counts = Counter(
        (case.label, finding.rule, str(finding.severity))
        for case in cases
        for assessment in case.assessments
        for finding in assessment.findings
    )
    for (label, rule, severity), count in sorted(counts.items()):
        print(f"- {label}: {rule} ({severity}) {count}")
    print("\n## All warnings, and all findings on not-web and other-web\n")
    for case in cases:
        for assessment in case.assessments:
            for finding in assessment.findings:
                if finding.severity is Severity.WARNING or case.label in ("not-web", "other-web"):
                    file = assessment.project.relative(finding.location.path)
                    line = finding.location.range.start.line + 1
                    print(
                        f"- {case.repo} ({case.label}) {assessment.project.root.name}: "
                        f"{file}:{line} {finding.rule}: {finding.message}"
                    )


def print_unknown(cases: list[Case]) -> None:
    """Print how many direct requirements the rule base knows, and the most frequent others."""
    known = 0
    unknown: Counter[str] = Counter()
    for case in cases:
        for assessment in case.assessments:
            for manifest in assessment.project.manifests:
                for requirement in manifest.requirements:
                    if requirement.origin is Origin.DIRECT:
                        if assessment.rule_base.knows(requirement.name):
                            known += 1
                        else:
                            unknown[requirement.name] += 1
    total = known + sum(unknown.values())
    most = ", ".join(f"{name} ({count})" for name, count in unknown.most_common(40))
    print("\n## Coverage of the rule base\n")
    print(f"{known / max(total, 1):.1%} of {total} direct requirements have an entry.")
    print(f"Most frequent packages without an entry: {most}")


def print_details(cases: list[Case]) -> None:
    """Print a line for each project: label, verdict, and the traits that differ."""
    print("\n## Projects\n")
    for case in cases:
        certain = case.certain
        labels = {trait: case.labels.get(column) for column, trait in TRAITS.items()}
        wrong = [trait for trait, label in labels.items() if label == "n" and trait in certain]
        missed = [trait for trait, label in labels.items() if label == "y" and trait not in certain]
        verdict = case.main.verdict
        print(
            f"- {case.repo} [{case.label}] label {case.labels.get('verdict')}, verdict "
            f"{verdict.favors} {verdict.certainty} {verdict.score:.2f}; "
            f"false positives {wrong}; missed {missed}"
        )


def main() -> None:
    """Parse the command line and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    print_report(load_cases(options.corpus, date.today()), details=options.details)  # noqa: DTZ011


if __name__ == "__main__":
    main()
