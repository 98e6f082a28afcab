"""The built-in rule base as a pickle that is written when the wheel is built.

Loading it is much faster than parsing the TOML files. It is part of the package and as trusted as
its code; no other file is unpickled. Its first line identifies the version and the rule files it
was built from. If they differ, it is not used.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from framesage import __version__
from framesage.rulebase.paths import rule_files
from framesage.rulebase.rule_base import RuleBase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import IO

    from framesage.rulebase.model import Rule

PROTOCOL = 5
_DAMAGED = (
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    TypeError,
    ValueError,
)


def write_snapshot(rule_base: RuleBase, rules: Path, target: Path) -> None:
    """Write the part of the rule base that analyses need; ``rules`` is the folder of its files."""
    import lzma
    import pickletools

    pickled = BytesIO()
    _Pickler(pickled, rules).dump(_essential(rule_base))
    for_bytes = {"id": lzma.FILTER_LZMA2, "preset": 6, "lc": 2, "pb": 0}  # nothing is aligned
    compressed = lzma.compress(pickletools.optimize(pickled.getvalue()), filters=[for_bytes])
    target.write_bytes(_header(rules) + compressed)


def read_snapshot(source: Path, rules: Path) -> RuleBase | None:
    """Return the rule base, or None without a snapshot that was built from these files."""
    try:
        with source.open("rb") as file:
            return _load(file.read(), rules) if file.readline() == _header(rules) else None
    except OSError:
        return None


def _load(compressed: bytes, rules: Path) -> RuleBase | None:
    try:
        import lzma  # a Python that was built without liblzma reads the rule files instead
    except ImportError:
        return None
    try:
        loaded = _Unpickler(BytesIO(lzma.decompress(compressed)), rules).load()
    except (*_DAMAGED, lzma.LZMAError):
        return None
    return loaded if isinstance(loaded, RuleBase) else None


def _header(rules: Path) -> bytes:
    listing = [
        (path.relative_to(rules).as_posix(), path.stat().st_size) for path in rule_files(rules)
    ]
    return f"framesage {__version__} {zlib.crc32(repr(listing).encode()):08x}\n".encode()


def _essential(rule_base: RuleBase) -> RuleBase:
    """Omit tests and locations, which only checks of the rule base need."""
    guidance, advice = _untested(rule_base.guidance), _untested(rule_base.advice)
    return replace(rule_base, guidance=guidance, advice=advice, locations={})


def _untested(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {name: replace(rule, tests=()) for name, rule in rules.items()}


class _Pickler(pickle.Pickler):
    """Write paths relative to the rules, whose folder differs once installed."""

    def __init__(self, file: IO[bytes], rules: Path) -> None:
        super().__init__(file, PROTOCOL)
        self.rules = rules

    def persistent_id(self, obj: object) -> str | None:
        return obj.relative_to(self.rules).as_posix() if isinstance(obj, Path) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: IO[bytes], rules: Path) -> None:
        super().__init__(file)
        self.rules = rules
        self.paths: dict[str, Path] = {}

    def persistent_load(self, name: str) -> Path:
        return self.paths.setdefault(name, self.rules / name)
