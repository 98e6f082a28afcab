"""Find packs that are installed as distributions, from their metadata: no code is imported."""

from __future__ import annotations

import json
import os
import re
import stat
from functools import lru_cache
from importlib.metadata import Distribution
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.packs.environments import site_folders
from framesage.rulebase.packs.model import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

GROUP = "framesage.rules"
"""The group of the entry points that packs have: their name, and the package with the rules."""

_MOST_BYTES = 200_000  # no metadata that matters here is longer
_MOST_FOLDERS = 1000
_MOST_OF_A_NAME = 10
_PACKAGE = re.compile(r"\w+(?:\.\w+)*")


@frozen
class InstalledPack:
    """A pack of an installed distribution. ``folder`` is None where its files are not found."""

    name: str
    version: str
    site: Path
    package: str
    folder: Path | None


def installed_packs(name: str, folders: Iterable[Path]) -> tuple[InstalledPack, ...]:
    """Return the packs of this name in all environments; the first one is used.

    Only their folders are looked for: others may have thousands of names.

    ``folders`` are those whose virtual environments are searched beside Framesage's own.
    """
    wanted = canonicalize_name(name)
    sites = ((site, _stamp(site)) for site in site_folders(folders))
    offered = (_packs_in(site, stamp).get(wanted, ()) for site, stamp in sites if stamp)
    return tuple(_installed(pack) for packs in offered for pack in packs[:_MOST_OF_A_NAME])


@frozen
class _Offered:
    """A pack that the metadata of a distribution names."""

    name: str
    version: str
    site: Path
    package: str
    metadata: Path


class _Metadata(Distribution):
    """A distribution of which only regular files of a reasonable size are read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_text(self, filename: str) -> str | None:
        """Return the text of a file of the metadata, or None."""
        return _text(self._folder / filename) or None

    def locate_file(self, path: str | os.PathLike[str]) -> Path:
        """Return the path of an installed file."""
        return self._folder.parent / path


def _installed(offered: _Offered) -> InstalledPack:
    folder = _folder_of(offered.package, offered.metadata, offered.site)
    return InstalledPack(offered.name, offered.version, offered.site, offered.package, folder)


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


@lru_cache(maxsize=64)
def _packs_in(site: Path, _modified: int) -> Mapping[str, list[_Offered]]:
    found: dict[str, list[_Offered]] = {}
    for metadata in _metadata_folders(site):
        for pack in _packs_of(metadata, site):
            found.setdefault(pack.name, []).append(pack)
    return found


def _metadata_folders(site: Path) -> list[Path]:
    try:
        with os.scandir(site) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return []
    return [site / name for name in sorted(names) if name.endswith((".dist-info", ".egg-info"))]


def _packs_of(metadata: Path, site: Path) -> Iterator[_Offered]:
    if GROUP not in _text(metadata / "entry_points.txt"):
        return
    if not (_text(metadata / "METADATA") or _text(metadata / "PKG-INFO")):
        return
    try:
        distribution = _Metadata(metadata)
        entry_points = distribution.entry_points.select(group=GROUP)
        version = str(distribution.version)
    except (OSError, ValueError, TypeError, AttributeError, KeyError):  # damaged metadata
        return
    for entry_point in entry_points:
        package = entry_point.value.partition(":")[0].strip()
        yield _Offered(canonicalize_name(entry_point.name), version, site, package, metadata)


def _folder_of(package: str, metadata: Path, site: Path) -> Path | None:
    if not _PACKAGE.fullmatch(package):
        return None
    places = (site, *_editable(metadata), *islice(_path_files(site), _MOST_FOLDERS))
    folders = [place.joinpath(*package.split(".")) for place in places]
    folders += _editable(metadata)  # whose own folder is the package
    return next((folder for folder in folders if os.path.isfile(folder / PACK_FILE)), None)  # noqa: PTH113


def _editable(metadata: Path) -> Iterator[Path]:
    """Yield the folders that the packages of an editable installation are usually in."""
    try:
        origin = json.loads(_text(metadata / "direct_url.json") or "{}")
        url = urlsplit(origin["url"])
        if url.scheme == "file" and origin["dir_info"]["editable"]:
            folder = Path(url2pathname(url.path))
            yield from (folder, folder / "src")
    except (ValueError, KeyError, TypeError, RecursionError):
        return


def _path_files(site: Path) -> Iterator[Path]:
    """Yield the folders that ``.pth`` files name; their lines of code are skipped."""
    try:
        files = sorted(site.glob("*.pth"))
    except OSError:
        return
    for file in files:
        lines = _text(file).splitlines()
        yield from (site / line for line in lines if line and not line.startswith(("import", "#")))


def _text(path: Path) -> str:
    """Return the text of a regular file of a reasonable size, or ""."""
    try:
        status = path.stat()
        is_readable = stat.S_ISREG(status.st_mode) and 0 < status.st_size <= _MOST_BYTES
        return path.read_text(encoding="utf-8") if is_readable else ""
    except (OSError, ValueError):
        return ""
