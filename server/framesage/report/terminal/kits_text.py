"""The kits for a terminal: what each framework includes and takes for each need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Column, Table
from rich.text import Text

from framesage.explanation.kits import kits_by_need
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.wording.grammar import capitalize
from framesage.wording.kits import (
    HERE,
    alternatives_words,
    provision_words,
)
from framesage.wording.locations import location_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.explanation.kit_entries import KitEntry
    from framesage.explanation.kits import Kit
    from framesage.project.model import Project


def kit_lines(kits: Sequence[Kit], project: Project) -> Iterator[Text]:
    """Yield each need, and below it what each framework has for it, with a page about that."""
    titles = [kit.framework.title for kit in kits]
    for entries in kits_by_need(kits):
        yield Text(f"  {_need(entries)}")
        for title, entry in zip(titles, entries, strict=True):
            if entry:
                page = (f"  <{entry.url}>" if entry.url else "", QUIET)
                name = f"    {title:<{max(map(len, titles))}}  "
                yield Text.assemble(name, _words(entry, project), page)


def kits_table(kits: Sequence[Kit], project: Project) -> Table:
    """Return a table with a row for each need and a column for each framework.

    What a framework has is a link to a page about it, where the terminal has links.
    """
    titles = ("Need", *(kit.framework.title for kit in kits))
    columns = [Column(title, overflow="fold") for title in titles]  # long names stay whole
    table = Table(*columns, box=box.SIMPLE_HEAD)
    for entries in kits_by_need(kits):
        cells = [_words(entry, project) if entry else Text("-") for entry in entries]
        table.add_row(_need(entries), *cells)
    return table


def _need(entries: Sequence[KitEntry | None]) -> str:
    return capitalize(next(entry.need for entry in entries if entry))


def _words(entry: KitEntry, project: Project) -> Text:
    """Return the requirements that cover a need, or else what the framework has for it."""
    if entry.locations and not entry.included:
        return Text(f"{HERE}: {location_list(entry.locations, project, printable)}")
    choices = entry.alternatives if entry.is_choice else ()
    words = provision_words(entry.included, entry.packages, choices)
    instead = "" if entry.is_choice else alternatives_words(entry.alternatives)
    linked = (words, f"link {entry.url}" if entry.url else "")
    return Text.assemble(linked, (f" {instead}" if instead else "", QUIET))
