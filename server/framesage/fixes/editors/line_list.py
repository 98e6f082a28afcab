"""Edit formats with a requirement on each line: Conda environments and setup.cfg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_above, verified_comment_at_end
from framesage.fixes.editors.placement import Listed, insert_line, written_name
from framesage.fixes.editors.removal import remove_listed
from framesage.fixes.editors.specifier_text import replace_specifier
from framesage.fixes.line_edits import insert_below
from framesage.fixes.model import line_end
from framesage.frozen import frozen
from framesage.manifests.conda.yaml_list import list_items, without_comment
from framesage.manifests.setupcfg.ini import scan_ini

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.manifests.setupcfg.ini import Option


_KEY, _INDENT = "install_requires", "    "


@frozen
class _LineListEditor:
    manifest: Manifest

    def add(self, name: str, beside: Requirement, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edit that adds a line to the list of a requirement."""
        source, listed = self.manifest.source, self._list_of(beside)
        if not listed:
            return ()
        prefix = self._prefix(beside)
        text = f"{prefix}{name}{specifier}{prefix[-1:].strip(' -')}"  # perhaps with a quote
        items = [self._listed(other) for other in listed]
        return (insert_line(text, name, items, listed.index(beside), source),)

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement's line; none for the last one of a list."""
        listed = self._list_of(requirement)
        if len(listed) < 2:
            return ()
        items = [self._listed(other) for other in listed]
        top = items[0].first
        return (remove_listed(items, listed.index(requirement), self.manifest.source, top),)

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""
        return replace_specifier(self.manifest, requirement, specifier)

    def _listed(self, requirement: Requirement) -> Listed:
        start, end = requirement.range
        return Listed(written_name(requirement, self.manifest.source), start.line, end.line)

    def _list_of(self, requirement: Requirement) -> list[Requirement]:
        """Return the requirements on lines like this one's; none if others are on its line."""
        prefix = self._prefix(requirement)
        if not prefix or prefix.rstrip("\"'").strip() not in ("", "-"):
            return []
        return [
            other
            for other in self.manifest.requirements
            if other.group == requirement.group and self._prefix(other) == prefix
        ]

    def _prefix(self, requirement: Requirement) -> str:
        """Return the text before a requirement on its line: an indent, or a list item's dash."""
        start = requirement.range.start
        return self.manifest.source.line(start.line)[: start.character]


@frozen
class EnvironmentEditor(_LineListEditor):
    """Edits an environment.yml."""

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edit that adds a package below ``python`` and ``pip``."""
        source, text = self.manifest.source, name + specifier
        listed = [item for item in list_items(source.lines) if not item.is_pip]
        if listed:
            last = listed[-1]
            before = source.line(last.line)[: last.start].rstrip("\"'")
            is_item = before.strip() == "-"
            return (insert_below(source, last.line, before + text),) if is_item else ()
        return tuple(
            insert_below(source, anchor.start.line, f"  - {text}")
            for anchor in self.manifest.anchors[:1]
            if _is_key_alone(source.line(anchor.start.line))
        )

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment at the end of a line."""
        return verified_comment_at_end(comment, self.manifest, line)


def _is_key_alone(line: str) -> bool:
    return without_comment(line).endswith(":")


@frozen
class SetupCfgEditor(_LineListEditor):
    """Edits a setup.cfg, whose values extend to the end of the line."""

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edit that adds a package to ``install_requires``, which may be missing."""
        source, text = self.manifest.source, f"{_INDENT}{name}{specifier}"
        options = [option for option in scan_ini(source.lines) if option.section == "options"]
        for option in options:
            if option.key == "install_requires":
                line = option.key_range.start.line
                return () if option.value else (insert_below(source, line, text),)
        lines = (f"{_KEY} =", text) if options else ("[options]", f"{_KEY} =", text)
        filled = [number for number, line in enumerate(source.lines) if line.strip()]
        last = _last_line(options[-1]) if options else filled[-1]
        gap = () if options else ("",)
        return (insert_below(source, last, line_end(source).join((*gap, *lines))),)

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment above a line."""
        return comment_above(comment, self.manifest.source, line)


def _last_line(option: Option) -> int:
    lines = (option.key_range.end.line, *(line.range.end.line for line in option.value))
    return max(lines)
