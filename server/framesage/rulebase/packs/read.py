"""Read the files of packs; the errors of one pack do not concern the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import limits
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.packs.description import read_pack
from framesage.rulebase.packs.size import content_errors, size, too_many_bytes
from framesage.rulebase.parsing import read_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from framesage.rulebase.packs.model import Pack, PackFiles
    from framesage.rulebase.parsing import RuleFile


@frozen
class ReadPack:
    """The parsed files of a pack, or of rule files without a ``pack.toml``."""

    found: PackFiles
    pack: Pack | None
    files: tuple[RuleFile, ...]

    def has(self, error: RuleError) -> bool:
        """Return whether an error is in one of the files."""
        return error.path in self.found.files

    def named(self, error: RuleError) -> RuleError:
        """Return the error with the name of the pack."""
        return replace(error, pack=self.pack.name if self.pack else self.found.name)


def read_packs(
    found: Iterable[PackFiles], texts: Mapping[Path, str] | None = None
) -> tuple[list[ReadPack], list[RuleError]]:
    """Return the packs that can be read, and the errors of the others.

    ``texts`` replaces the content of files.
    """
    valid: list[ReadPack] = []
    errors: list[RuleError] = []
    total = 0
    for files in found:
        before, total = total, total + size(files, texts or {})
        if total > limits.MOST_BYTES:
            errors.append(replace(too_many_bytes(files.root, before), pack=files.name))
            total = before
            continue
        read, failures = _read(files, texts)
        if read and not failures and read.pack:
            failures = list(_repeated(read.pack, valid))
            if failures and files.name:
                continue  # a pack at a path replaces the installed one
        errors += failures
        if read and not failures:
            valid.append(read)
    return valid, errors


def _read(
    found: PackFiles, texts: Mapping[Path, str] | None
) -> tuple[ReadPack | None, list[RuleError]]:
    errors: list[RuleError] = []
    pack, files = None, []
    try:
        pack = read_pack(found, texts)
    except RuleBaseError as error:
        errors += error.errors
    try:
        files = read_files(found.files, texts)
    except RuleBaseError as error:
        errors += error.errors
    read = ReadPack(found, pack, tuple(files))
    errors += content_errors(files)
    return read, [read.named(error) for error in errors]


def _repeated(pack: Pack, others: Iterable[ReadPack]) -> Iterator[RuleError]:
    for other in others:
        if other.pack and other.pack.name == pack.name:
            message = f"the pack '{pack.name}' is already loaded from {other.pack.root}"
            yield RuleError(pack.location.path, *pack.location.line_column, message, pack.name)
