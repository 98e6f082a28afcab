"""Measure the advice on the corpus beside the checkout, and write the table as Markdown.

    python benchmarks/advice_report.py [--corpus DIR] [--details]

For each labelled trait: precision and recall of "medium or high" certainty, with the base rate
beside it. For the verdict: agreement with the labels (``either`` counts half). Then the findings,
every warning line by line, false alarms outside, and packages without an entry.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_paths
from framesage.manifests.model import Origin
from framesage.project import CachedFileSystem, DirEntry, Disk
from framesage.severity import Severity

if TYPE_CHECKING:
    from framesage.advice.model import Assessment

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TRAITS = {  # column of traits.tsv -> trait
    name: "needs-orm" if name == "needs-relational-db" else name
    for name in [
        "renders-html",
        "serves-api",
        "api-only",
        "microservice",
        "small-project",
        "large-scale",
        "mvp",
        "needs-auth",
        "needs-admin",
        "needs-relational-db",
        "content-heavy",
        "enterprise",
        "security-critical",
        "performance-sensitive",
    ]
}


@dataclass(frozen=True)
class Case:
    """One corpus project: its labels, all its assessments, and the one that is its application."""

    repo: str
    label: str
    labels: dict[str, str]
    assessments: tuple[Assessment, ...]

    @property
    def main(self) -> Assessment:
        """The web project with most direct requirements; without a web project, any."""
        return max(self.assessments, key=lambda one: (one.web, _size(one)))

    @property
    def certain(self) -> set[str]:
        """The traits of at least medium certainty of the application."""
        return {found.trait.id for found in self.main.traits if found.certainty != "low"}


def _size(assessment: Assessment) -> int:
    manifests = assessment.project.manifests
    return sum(r.origin is Origin.DIRECT for m in manifests for r in m.requirements)


class WholeTree(Disk):
    """A corpus project as it was: the files of ``tree.txt`` that the corpus has not are empty.

    The names of files are evidence. A setup.py, which the corpus leaves out, stays out: an empty
    one would say that there is nothing in it.
    """

    def __init__(self, project: Path) -> None:
        names: dict[Path, dict[str, DirEntry]] = {}
        for line in (project / "tree.txt").read_text(encoding="utf-8").splitlines():
            path = project / line.strip()
            if path.name == "setup.py":
                continue
            names.setdefault(path.parent, {})[path.name] = DirEntry(path.name)
            for folder in path.parents:
                if folder == project:
                    break
                names.setdefault(folder.parent, {})[folder.name] = DirEntry(
                    folder.name, is_dir=True
                )
        self.names = names

    def text(self, path: Path) -> str | None:
        """Return what the corpus has, else the emptiness of a file of the tree."""
        known = self.names.get(path.parent, {}).get(path.name)
        return super().text(path) or ("" if known and not known.is_dir else None)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries that the corpus has and those of the tree."""
        there = {one.name: one for one in super().entries(folder)}
        return tuple(sorted({**self.names.get(folder, {}), **there}.values()))


def load_cases(corpus: Path, today: date) -> list[Case]:
    """Assess every project of the corpus."""
    with (corpus / "traits.tsv").open(encoding="utf-8") as file:
        labels = {row["repo"]: row for row in csv.DictReader(file, delimiter="\t")}
    cases = []
    for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        repo = entry["repo"]
        folder = corpus / "projects" / repo.replace("/", "+")
        found = tuple(assess_paths([folder], today, CachedFileSystem(WholeTree(folder))))
        if found:
            cases.append(Case(repo, entry["label"], labels.get(repo, {}), found))
    return cases


def trait_rows(cases: list[Case]) -> list[str]:
    """Precision, recall and F1 of each trait, and of always saying yes."""
    rows: list[str] = []
    totals: Counter[str] = Counter()
    for column, trait in TRAITS.items():
        judged = [case for case in cases if case.labels.get(column) in ("y", "n")]
        truth = {case.repo for case in judged if case.labels[column] == "y"}
        said = {case.repo for case in judged if trait in case.certain}
        hits = len(truth & said)
        totals.update(hits=hits, said=len(said), truth=len(truth))
        base = len(truth) / max(len(judged), 1)
        rows.append(
            f"| {trait} | {len(truth)} | {base:.2f} | {2 * base / (1 + base):.2f} | "
            f"{_scores(hits, len(said), len(truth))} |"
        )
    rows.append(
        f"| **all** | {totals['truth']} | | | "
        f"{_scores(totals['hits'], totals['said'], totals['truth'])} |"
    )
    return rows


def _scores(hits: int, said: int, truth: int) -> str:
    precision = hits / said if said else 0.0
    recall = hits / truth if truth else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"{said} | {precision:.2f} | {recall:.2f} | {f1:.2f}"


def verdict_score(cases: list[Case]) -> tuple[float, int, Counter[tuple[str, str]]]:
    """Mean agreement on projects labelled flask or django; and who was told what."""
    told = Counter((c.labels.get("verdict", "?"), c.main.verdict.favors) for c in cases)
    judged = [case for case in cases if case.labels.get("verdict") in ("flask", "django")]
    points = [_agreement(case.main.verdict.favors, case.labels["verdict"]) for case in judged]
    return sum(points) / max(len(points), 1), len(points), told


def _agreement(favors: str, label: str) -> float:
    return 1.0 if favors == label else 0.5 if favors == "either" else 0.0


def print_report(cases: list[Case], *, details: bool) -> None:
    """Print the whole table."""
    print("| trait | positives | base rate | base F1 | said | precision | recall | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(trait_rows(cases)))
    score, number, told = verdict_score(cases)
    print(f"\nVerdict agreement on {number} projects labelled flask or django: {score:.2f}\n")
    for (label, favors), times in sorted(told.items()):
        print(f"- labelled {label}, told {favors}: {times}")
    print_findings(cases)
    print_unknown(cases)
    if details:
        print_details(cases)


def label_rows(cases: list[Case]) -> list[str]:
    """Of each kind of project, how many there are and how many findings they have."""
    found: dict[str, list[list[Severity]]] = {}
    for case in cases:
        levels = [finding.severity for one in case.assessments for finding in one.findings]
        found.setdefault(case.label, []).append(levels)
    return [
        f"| {label} | {len(each)} | {sum(map(len, each)) / len(each):.1f} | {max(map(len, each))} "
        f"| {sum(not levels for levels in each)} | {sum(map(_warnings, each))} |"
        for label, each in sorted(found.items())
    ]


def _warnings(levels: list[Severity]) -> int:
    return levels.count(Severity.WARNING)


def print_findings(cases: list[Case]) -> None:
    """Print findings per label and rule, all warnings, and all that outsiders are told."""
    print("\n## Findings\n")
    print("| projects on | number | findings each | at most | without any | warnings in all |")
    print("|---|---|---|---|---|---|")
    print("\n".join(label_rows(cases)), end="\n\n")
    counts = Counter(
        (case.label, f.rule, str(f.severity))
        for case in cases
        for a in case.assessments
        for f in a.findings
    )
    for (label, rule, level), times in sorted(counts.items()):
        print(f"- {label}: {rule} ({level}) {times}")
    print("\n## Every warning, and every finding on not-web and other-web\n")
    for case in cases:
        for assessment in case.assessments:
            for finding in assessment.findings:
                if finding.severity is Severity.WARNING or case.label in ("not-web", "other-web"):
                    where = assessment.project.relative(finding.location.path)
                    line = finding.location.range.start.line + 1
                    print(
                        f"- {case.repo} ({case.label}) {assessment.project.root.name}: "
                        f"{where}:{line} {finding.rule}: {finding.message}"
                    )


def print_unknown(cases: list[Case]) -> None:
    """Print how many direct requirements have an entry, and the most frequent without."""
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
    print(f"\n## Entries\n\n{known / max(total, 1):.1%} of {total} direct requirements have one.")
    print("Without, most frequent:", ", ".join(f"{n} ({t})" for n, t in unknown.most_common(40)))


def print_details(cases: list[Case]) -> None:
    """Print a line a project: label, verdict, traits that are wrong or missed."""
    print("\n## Projects\n")
    for case in cases:
        said = case.certain
        wrong = [t for c, t in TRAITS.items() if case.labels.get(c) == "n" and t in said]
        missed = [t for c, t in TRAITS.items() if case.labels.get(c) == "y" and t not in said]
        verdict = case.main.verdict
        print(
            f"- {case.repo} [{case.label}] labelled {case.labels.get('verdict')}, told "
            f"{verdict.favors} {verdict.certainty} {verdict.score:.2f}; "
            f"wrong {wrong}; missed {missed}"
        )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    print_report(load_cases(options.corpus, date.today()), details=options.details)  # noqa: DTZ011


if __name__ == "__main__":
    main()
