"""The requirements of a pyproject.toml in sections: those of a run of lines, and all others.

A line of a run is read on its own. After an edit of such lines, only they are read again, as long
as the run is still one; after all other edits, lines with the same text are not parsed again.
"""

from __future__ import annotations

from itertools import compress, groupby
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.lazy_requirements import LazyRequirements, moved_requirement
from framesage.manifests.numbered import Numbered
from framesage.manifests.positioned import requirement_from_string, requirements_in_items
from framesage.text import Range
from framesage.toml.runs import Run, item_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.manifests.model import Group, Origin, Requirement
    from framesage.manifests.pyproject.requirement_lists import RequirementList
    from framesage.text import ChangedLines


class Known:
    """Requirements that have been read before: those on lines of runs by their texts, for each kind
    of list, and all others by name and range."""

    def __init__(self) -> None:
        self.by_text: dict[tuple[Group, Origin], dict[str, Requirement | None]] = {}
        self.others: dict[tuple[str, Range], Requirement] = {}

    def texts(self, listed: RequirementList) -> dict[str, Requirement | None]:
        """Return the requirements on lines of lists like this one."""
        return self.by_text.setdefault((listed.group, listed.origin), {})

    def same(self, requirement: Requirement) -> Requirement:
        """Return an equal requirement that is known, or the same."""
        known = self.others.get((requirement.name, requirement.range))
        return known if known == requirement and known else requirement


class Section(NamedTuple):
    """Requirements with the lines on which they start, and the run and the list that they are in.

    Without a run, they do not have a line each, and are read with all that is around them.
    """

    run: Run | None
    listed: RequirementList | None
    found: Numbered[Requirement]

    def edited(self, change: ChangedLines, lines: Sequence[str]) -> Section:
        """Return a section after an edit of lines of its run, which stays as long."""
        if self.listed is None:
            return self
        fresh = _read(Run(change.first, change.after), lines, self.listed, Known())
        return self._replace(found=self.found.edited(change, fresh))


def sections_of(
    lists: Iterable[RequirementList], lines: Sequence[str], known: Known
) -> Iterator[Section]:
    """Yield the sections of lists."""
    for listed in lists:
        for is_run, items in groupby(listed.array.items, lambda item: item.kind == "run"):
            if not is_run:
                found = requirements_in_items(items, listed.group, listed.origin)
                yield one_by_one(found, known)
                continue
            for item in items:
                run = Run(item.range.start.line, item.range.end.line)
                yield Section(run, listed, _read(run, lines, listed, known))


def one_by_one(requirements: Iterable[Requirement], known: Known) -> Section:
    """Return the section of requirements that have their ranges in the file."""
    found = [*requirements]
    starts = [requirement.range.start.line for requirement in found]
    items = map(moved_requirement, found, (-line for line in starts))
    return Section(None, None, Numbered([*map(known.same, items)], starts))


def known_from(sections: Iterable[Section], lines: Sequence[str]) -> Known:
    """Return the requirements that have been read before on the lines of a file."""
    known = Known()
    for run, listed, found in sections:
        if run and listed:
            texts = known.texts(listed)
            texts.update(dict.fromkeys(lines[run.first : run.end]))
            texts.update(zip(map(lines.__getitem__, found.lines), found.items, strict=True))
        else:
            known.others.update(((item.name, item.range), item) for item in found.items)
    return known


def joined(sections: Iterable[Section], before: LazyRequirements | None) -> LazyRequirements:
    """Return the requirements of sections in their order."""
    unpositioned: list[Requirement] = []
    first_lines: list[int] = []
    for section in sections:
        unpositioned += section.found.items
        first_lines += section.found.lines
    return LazyRequirements(unpositioned, first_lines, before=before)


def _read(
    run: Run, lines: Sequence[str], listed: RequirementList, known: Known
) -> Numbered[Requirement]:
    texts = known.texts(listed)
    run_lines = lines[run.first : run.end]
    for line in run_lines:
        if line not in texts:
            texts[line] = _on(line, listed)
    read = [*map(texts.__getitem__, run_lines)]
    return Numbered([*filter(None, read)], [*compress(range(*run), read)])


def _on(line: str, listed: RequirementList) -> Requirement | None:
    """Read a line of a run as if it were the first one of its file."""
    item = item_on(line)
    if item is None:
        return None
    content = Range.on_line(0, item.start, item.end)
    return requirement_from_string(item.text, content, listed.group, listed.origin)
