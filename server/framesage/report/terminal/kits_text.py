"""The kits for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.explanation.kits import kits_by_need
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.wording.grammar import capitalize
from framesage.wording.kits import HERE, provision_words
from framesage.wording.locations import location_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.explanation.kits import Kit, KitEntry
    from framesage.project.model import Project


def kit_lines(kits: Sequence[Kit], project: Project) -> Iterator[Text]:
    """Yield each need, and below it what each framework has for it, with a page about that."""
    titles = [kit.framework.title for kit in kits]
    for entries in kits_by_need(kits):
        yield Text(f"  {capitalize(next(entry.need for entry in entries if entry))}")
        for title, entry in zip(titles, entries, strict=True):
            if entry:
                words = _words(entry, project)
                page = (f"  <{entry.url}>", QUIET)
                yield Text.assemble(f"    {title:<{max(map(len, titles))}}  {words}", page)


def _words(entry: KitEntry, project: Project) -> str:
    """Return the requirements that cover a need, or else what the framework has for it."""
    if entry.locations and not entry.included:
        return f"{HERE}: {location_list(entry.locations, project, printable)}"
    return provision_words(entry.included, entry.packages, entry.alternatives)
