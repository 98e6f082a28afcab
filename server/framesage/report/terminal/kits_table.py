"""Both kits side by side for a terminal: what each framework includes and takes for each need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from framesage.explanation.kits import kits_by_need
from framesage.wording.grammar import capitalize, join_words
from framesage.wording.kits import BY_HAND, INCLUDED, alternatives_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.explanation.kits import Kit, KitEntry

_NOTHING = "-"


def kits_table(kits: Sequence[Kit]) -> Table:
    """Return a table with a row for each need and a column for each framework.

    The packages are links to their pages, where the terminal has links.
    """
    table = Table("Need", *(kit.framework.title for kit in kits), box=box.SIMPLE_HEAD)
    for entries in kits_by_need(kits):
        need = next(entry.need for entry in entries if entry)
        table.add_row(capitalize(need), *map(_cell, entries))
    return table


def page_lines(kits: Sequence[Kit]) -> Iterator[Text]:
    """Yield the pages that the table links to, each once, for output without links."""
    pages: dict[str, list[str]] = {}
    for entry in (entry for kit in kits for entry in kit.entries if entry.url):
        names = [entry.included] if entry.included else [*entry.packages[:1]]
        pages.setdefault(entry.url, []).extend(names or [entry.need])
    for url, names in pages.items():
        yield Text(f"  {join_words(list(dict.fromkeys(names)))}: {url}")


def _cell(entry: KitEntry | None) -> Text:
    if entry is None:
        return Text(_NOTHING)
    if entry.included:
        return Text.assemble(f"{INCLUDED}: ", (entry.included, _link(entry, "green")))
    if entry.by_hand:
        return Text(BY_HAND, _link(entry, "yellow"))
    first, *others = entry.packages
    more = "".join(f", {name}" for name in others)
    instead = alternatives_words(entry.alternatives)
    return Text.assemble((first, _link(entry)), more, (f" {instead}" if instead else "", "dim"))


def _link(entry: KitEntry, style: str = "") -> str:
    return f"{style} link {entry.url}".strip() if entry.url else style
