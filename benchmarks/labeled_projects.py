"""The labeled projects of the corpus, and their assessments."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_paths
from framesage.manifests.model import Origin
from framesage.project import CachedFileSystem, DirEntry, Disk

if TYPE_CHECKING:
    from datetime import date

    from framesage.advice.model import Assessment

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
CHOOSERS = SHARED / "choosers" / "choosers.tsv"
TRAITS = {  # by the column of traits.tsv
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
    """A project of the corpus: its labels and its assessments."""

    repo: str
    label: str
    labels: dict[str, str]
    assessments: tuple[Assessment, ...]

    @property
    def main(self) -> Assessment:
        """The assessment of the application: the web project with most direct requirements."""
        return max(self.assessments, key=lambda assessment: (assessment.web, _size(assessment)))

    @property
    def labeled(self) -> dict[str, bool]:
        """The traits with a clear label, and whether the project has them."""
        clear = {column: self.labels.get(column) for column in TRAITS}
        return {TRAITS[name]: label == "y" for name, label in clear.items() if label in ("y", "n")}

    @property
    def certain(self) -> set[str]:
        """The traits of the application that have at least medium certainty."""
        return {found.trait.id for found in self.main.traits if found.certainty != "low"}


def _size(assessment: Assessment) -> int:
    manifests = assessment.project.manifests
    return sum(
        requirement.origin is Origin.DIRECT
        for manifest in manifests
        for requirement in manifest.requirements
    )


class WholeTree(Disk):
    """The complete tree of a project: files in ``tree.txt`` that the corpus omits are empty.

    File names are evidence. A setup.py, which the corpus omits, is left out: an empty one would
    declare that there are no requirements.
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
        """Return the content of a file; empty if the corpus omits it."""
        known = self.names.get(path.parent, {}).get(path.name)
        return super().text(path) or ("" if known and not known.is_dir else None)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, including files that the corpus omits."""
        on_disk = {entry.name: entry for entry in super().entries(folder)}
        return tuple(sorted({**self.names.get(folder, {}), **on_disk}.values()))


def load_cases(corpus: Path, today: date) -> list[Case]:
    """Assess every project of the corpus."""
    with (corpus / "traits.tsv").open(encoding="utf-8") as file:
        labels = {row["repo"]: row for row in csv.DictReader(file, delimiter="\t")}
    cases = []
    for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        repo = entry["repo"]
        folder = corpus / "projects" / repo.replace("/", "+")
        assessments = tuple(assess_paths([folder], today, CachedFileSystem(WholeTree(folder))))
        if assessments:
            cases.append(Case(repo, entry["label"], labels.get(repo, {}), assessments))
    return cases
