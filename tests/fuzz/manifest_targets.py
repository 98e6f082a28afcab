"""The readers of dependency files, lock files, READMEs, and of TOML."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.damage import new_requirements
from framesage.advice.suppressions import suppressions_in
from framesage.manifests import read_any, reread
from framesage.manifests.lockfiles import read_lock
from framesage.manifests.names import canonicalize_name
from framesage.manifests.readme.reader import read_readme
from framesage.project.settings.read import read_settings
from framesage.project.settings.resolve import resolve_settings
from framesage.text import Position, Source, split_lines
from framesage.toml import scan
from framesage.toml.strict import error_range, find_toml_error
from fuzz.seeds import files_named, lines_of, named_files
from fuzz.target import Target, chance_of, edited, text_of
from ranges import assert_valid_ranges

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest

FOLDER = Path("app").absolute()
FORMATS = {
    "requirements.txt": 2.0,
    "pyproject.toml": 2.0,
    "Pipfile": 1.0,
    "pixi.toml": 1.0,
    "setup.cfg": 1.0,
    "setup.py": 1.0,
    "environment.yml": 1.0,
    "script.py": 1.0,
    "framesage.toml": 1.0,
}
LOCKS = ("uv.lock", "poetry.lock", "Pipfile.lock", "pylock.toml")
READMES = ("README.md", "README.rst", "README")


def check_manifest(name: str, data: bytes) -> None:
    """Read a file, use all of it, and read it again after edits."""
    text, chance = text_of(data), chance_of(data)
    known = read_any(Source(FOLDER / name, text))
    use(known)
    for _ in range(2):
        text = edited(text, chance)
        source = Source(FOLDER / name, text)
        known = reread(known, source)
        assert known == read_any(source), "reread differs from read"


def use(manifest: Manifest) -> None:
    """Ask for everything that is computed on first use."""
    assert_valid_ranges(manifest)
    assert isinstance(manifest.is_frozen, bool)
    assert all(manifest.pins.values())
    if manifest.toml_error:
        error_range(manifest.toml_error, manifest.source.lines)
    assert manifest.document is not None
    layer, _errors = read_settings(manifest)
    resolve_settings(layer)
    for suppression in suppressions_in(manifest):
        assert suppression.has_invalid_expiry() in (True, False)
        assert suppression.explanation is not None


def check_lock(name: str, data: bytes) -> None:
    """Read a lock file: names and versions are those of its text."""
    text = text_of(data)
    whole = canonicalize_name(text)
    for package, versions in read_lock(name, text).versions.items():
        assert package in whole or name == "Pipfile.lock"  # JSON has escapes
        assert all(version in text for version in versions) or name == "Pipfile.lock"


def check_readme(name: str, data: bytes) -> None:
    """Read the opening of a README."""
    manifest = read_readme(Source(FOLDER / name, text_of(data)))
    assert_valid_ranges(manifest)
    for entry in manifest.metadata:
        assert entry.value == " ".join(entry.value.split())


def check_toml(data: bytes) -> None:
    """Scan a TOML file: entries follow each other, and an error lies within the text."""
    text = text_of(data)
    lines = split_lines(text)
    at = Position(0, 0)
    for entry in scan(text, lines).entries:
        assert at <= entry.key_range.start <= entry.value.range.end
        at = entry.key_range.start
    error = find_toml_error(text)
    if error:
        span = error_range(error, lines)
        assert 0 <= span.start.line <= span.end.line < max(1, len(lines))


def check_truncation(data: bytes) -> None:
    """A file that ends too early, as during typing, has no requirements that the whole lacks."""
    name, _, rest = data.partition(b"\n")
    path, end = FOLDER / text_of(name), chance_of(data).randrange(len(rest) + 1)
    whole, short = (read_any(Source(path, text_of(part))) for part in (rest, rest[:end]))
    assert new_requirements(whole, short) == []


MANIFESTS = tuple(
    Target(name, partial(check_manifest, name), partial(files_named, name), weight)
    for name, weight in FORMATS.items()
)
OTHERS = (
    *(Target(name, partial(check_lock, name), partial(files_named, name), 0.5) for name in LOCKS),
    *(
        Target(name, partial(check_readme, name), partial(files_named, "README.md"), 0.5)
        for name in READMES
    ),
    Target("toml", check_toml, partial(files_named, "pyproject.toml")),
    Target("requirement-lines", partial(check_manifest, "requirements.in"), lines_of, 2),
)
TRUNCATION = Target("truncation", check_truncation, named_files, mutates=False)
