"""Descriptions of projects with labels, to measure how well Framesage hears them."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
HELD_OUT = ROOT / "tests" / "rules" / "data" / "held_out_descriptions.tsv"
COLUMNS = {"needs-relational-db": "needs-orm"}
"""The traits whose columns in ``traits.tsv`` have another name."""


@dataclass(frozen=True)
class Text:
    """A description with its labels: whether it is a web project, what it needs and lacks."""

    name: str
    description: str
    is_web: bool
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    verdicts: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()


def choosers(shared: Path) -> list[Text]:
    """Return the descriptions of people who choose."""
    with (shared / "choosers" / "choosers.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Text(
            row["id"],
            row["description"],
            row["verdict"] != "not-web",
            _names(row["traits"]),
            verdicts=tuple(row["verdict"].split("|")),
            dependencies=tuple(row["dependencies"].split()),
        )
        for row in rows
    ]


def real_projects(shared: Path) -> list[Text]:
    """Return the descriptions of the corpus, with the labels of its projects."""
    corpus = shared / "corpus"
    kinds = {entry["repo"]: entry["label"] for entry in _json_lines(corpus / "manifest.jsonl")}
    with (corpus / "traits.tsv").open(encoding="utf-8") as file:
        labels = {row["repo"]: row for row in csv.DictReader(file, delimiter="\t")}
    return [
        Text(
            entry["repo"],
            entry["description"],
            kinds[entry["repo"]] != "not-web",
            _labeled(labels.get(entry["repo"], {}), "y"),
            _labeled(labels.get(entry["repo"], {}), "n"),
        )
        for entry in _json_lines(corpus / "descriptions.jsonl")
    ]


def held_out() -> list[Text]:
    """Return the descriptions that were put aside."""
    with HELD_OUT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Text(
            f"{number}",
            row["description"],
            row["kind"] == "web",
            _names(row["traits"].replace(",", " ")),
        )
        for number, row in enumerate(rows, 2)
    ]


def _labeled(row: dict[str, str], label: str) -> frozenset[str]:
    names = (name for name, value in row.items() if value == label and name != "verdict")
    return frozenset(COLUMNS.get(name, name) for name in names)


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.replace(",", " ").split())


def _json_lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
