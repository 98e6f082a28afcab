"""The kits as Markdown: the counts, and a table with a link in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.kits import kits_by_need, kits_heading, kits_summary, kits_to_show
from framesage.report.markdown import address, escaped
from framesage.wording.grammar import capitalize
from framesage.wording.kits import BY_HAND, CHOOSE, HERE, INCLUDED, alternatives_words
from framesage.wording.locations import location_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Analysis
    from framesage.explanation.kit_entries import KitEntry
    from framesage.project.model import Project


def kits_lines(analysis: Analysis, level: int = 2) -> Iterator[str]:
    """Yield a section on what each framework has for the needs; nothing without needs."""
    kits = kits_to_show(analysis)
    rows = kits_by_need(kits)
    if not rows:
        return
    titles = [escaped(kit.framework.title) for kit in kits]
    yield from (f"{'#' * level} {escaped(kits_heading(kits))}", "", escaped(kits_summary(kits)), "")
    yield from (f"| Need | {' | '.join(titles)} |", f"|{'---|' * (len(titles) + 1)}")
    for entries in rows:
        need = next(entry.need for entry in entries if entry)
        cells = [_provision(entry, analysis.project) for entry in entries]
        yield f"| {capitalize(escaped(need))} | {' | '.join(cells)} |"
    yield ""


def _provision(entry: KitEntry | None, project: Project) -> str:
    """Return the requirements that cover a need, or else what the framework has for it."""
    if entry is None:
        return "–"
    if entry.included:
        included = f"{INCLUDED}: {_link(escaped(f'`{entry.included}`'), entry)}"
        return f"{included} {alternatives_words(entry.alternatives)}".rstrip()
    if entry.locations:
        return f"{HERE}: {location_list(entry.locations, project, escaped)}"
    if entry.by_hand:
        return _link(BY_HAND, entry)
    first, *others = entry.packages or entry.alternatives
    packages = ", ".join([_link(f"`{first}`", entry), *(f"`{name}`" for name in others)])
    if entry.is_choice:
        return f"{CHOOSE}: {packages}"
    return f"{packages} {alternatives_words(entry.alternatives)}".rstrip()


def _link(text: str, entry: KitEntry) -> str:
    return f"[{text}]({address(entry.url)})" if entry.url else text
