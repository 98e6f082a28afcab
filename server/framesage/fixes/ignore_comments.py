"""Ignore comments: writing one for a location, and taking one away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, apply_edits, line_end, shared
from framesage.manifests import reader_or_default
from framesage.manifests.requirements.logical_lines import logical_lines
from framesage.text import Position, Range, Source
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.analysis.model import Location
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Ignore

_INLINE = ("environment", "setup.py")
_TOML = ("pyproject", "framesage", "pipfile", "pixi")


def write_ignore(rule: str, location: Location) -> Edit | None:
    """Return the edit that ignores a rule at a location; None where no comment can stand there."""
    source, line = location.manifest.source, location.range.start.line
    before = next(
        (one for one in location.manifest.ignores if one.line == line and one.rules), None
    )
    if before:
        return _joined(rule, before, source)
    if location.manifest.format == "requirements":
        return _in_requirements(rule, source, line)
    if location.manifest.format in _TOML and not _in_text(source, line):
        return _at_end(rule, source, line)
    if location.manifest.format == "script" and source.line(line).startswith("# "):
        return _at_end(rule, source, line)
    if location.manifest.format == "setup.cfg":  # whose values go on to the line's end
        return _above(rule, source, line)
    if location.manifest.format in _INLINE:
        edit = _at_end(rule, source, line)
        return edit if _says_the_same(location.manifest, edit) else None
    return None


def _says_the_same(manifest: Manifest, edit: Edit) -> bool:
    """Tell whether a comment is one, and does not stand behind a backslash."""
    source, (line, begin) = manifest.source, edit.range.start
    after = reader_or_default(source.path)(Source(source.path, apply_edits(source, [edit])))
    asked = [[(one.name, one.specifier) for one in each.requirements] for each in (manifest, after)]
    return asked[0] == asked[1] and not source.line(line)[:begin].endswith("\\")


def remove_ignore(ignore: Ignore, manifest: Manifest, rules: tuple[str, ...]) -> Edit:
    """Return the edit that takes rules out of an ignore comment; all of it where none is left."""
    source, number = manifest.source, ignore.range.start.line
    left = [rule for rule in ignore.rules if rule not in rules]
    line = source.line(number)
    if left:
        begin = line.index("[", ignore.range.start.character) + 1
        return _without_names(source, number, begin, line.find("]", begin), rules)
    kept = line[: ignore.range.start.character].rstrip()
    if kept or number + 1 >= len(source.lines):
        return _edit(source, number, len(kept), len(line), "")
    return Edit(source.path, Range(Position(number, 0), Position(number + 1, 0)), "")


def _without_names(
    source: Source, number: int, begin: int, end: int, names: tuple[str, ...]
) -> Edit:
    """Return the edit that takes names out of a list of them: one that only takes away, where they
    stand together."""
    listed = source.line(number)[begin:end]
    kept = ",".join(one for one in listed.split(",") if one.strip() not in names).strip()
    same = shared(listed, kept)
    behind = kept[same:]
    if not listed.endswith(behind):
        return _edit(source, number, begin, end, kept)
    return _edit(source, number, begin + same, end - len(behind), "")


def _joined(rule: str, ignore: Ignore, source: Source) -> Edit | None:
    number = ignore.range.start.line
    close = source.line(number).find("]", ignore.range.start.character)
    return _edit(source, number, close, close, f", {rule}") if close >= 0 else None


def _in_requirements(rule: str, source: Source, line: int) -> Edit | None:
    """At the line's end; above a requirement that goes on, whose lines end in a backslash."""
    logical = [one for one in logical_lines(source.lines) if one.first <= line]
    if not logical:
        return None
    first, parts = logical[-1].first, len(logical[-1].offsets)
    if parts == 1:
        return _at_end(rule, source, line)
    return _above(rule, source, line) if first == line else None


def _above(rule: str, source: Source, number: int) -> Edit:
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    at = Position(number, 0)
    text = f"{indent}# framesage: ignore[{rule}] {line_end(source)}"
    return Edit(source.path, Range(at, at), text)


def _at_end(rule: str, source: Source, number: int) -> Edit:
    line = source.line(number)
    end = len(line.rstrip())
    return _edit(source, number, end, len(line), f"  # framesage: ignore[{rule}] ")


def _in_text(source: Source, line: int) -> bool:
    """Tell whether a line ends inside a text of several lines, where a ``#`` is no comment."""
    values = [entry.value for entry in scan(source.text, source.lines).flat]
    for value in values:  # grows: the items of arrays are values too
        values.extend(value.items)
        if value.kind == "string" and value.range.start.line <= line < value.range.end.line:
            return True
    return False


def _edit(source: Source, line: int, begin: int, end: int, text: str) -> Edit:
    return Edit(source.path, Range.on_line(line, begin, end), text)
