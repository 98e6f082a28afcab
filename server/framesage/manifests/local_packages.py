"""Packages that a list requires from a folder: ``-e ./libs/auth``, ``path = "../base"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from framesage.manifests.model import LocalPackage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.manifests.model import Group, Requirement
    from framesage.text import Range

_PARTS = re.compile(r"(?P<path>[^\[#]*)(?:\[(?P<extras>[^\]]*)\])?(?:#(?P<fragment>.*))?", re.S)
_REMOTE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:(?![\\/]?$)|[\w.-]+@[\w.-]+:", re.I)
_FILE_URL = re.compile(r"file:(?:/{2,3}(?=[${])|//(?:localhost)?(?=/))?(?:/(?=[a-z]:/))?", re.I)
_FOLDER_OF_THE_FILE = re.compile(r"^(?:\$\{PROJECT_ROOT\}|\{root((?::parent)*)(?::uri|:real)?\})")
_ARCHIVE = re.compile(r"\.(?:whl|zip|tgz|tar(?:\.\w+)?)$", re.I)


def local_path(target: str) -> str | None:
    """Return the path of the folder that a URL or path names; None for anything else.

    The folder of the dependency file itself is what PDM and Hatch write as a variable.
    """
    written = _PARTS.match(target.strip())
    path = written["path"].strip() if written else ""
    if not path or _REMOTE.match(path) or _ARCHIVE.search(path):
        return None
    url = _FILE_URL.match(path)
    path = unquote(path[url.end() :]) if url else path
    return _FOLDER_OF_THE_FILE.sub(_folder_of_the_file, path).replace("\\", "/")


def _folder_of_the_file(match: re.Match[str]) -> str:
    return "/".join((".", *[".."] * (match[1] or "").count(":parent")))


def local_packages(requirements: Iterable[Requirement]) -> Iterator[LocalPackage]:
    """Yield the packages that requirements take from a folder."""
    for requirement in requirements:
        path = local_path(requirement.url)
        if path is not None:
            yield LocalPackage(
                path, requirement.range, requirement.name, requirement.group, requirement.extras
            )


def unnamed_package(text: str, span: Range, group: Group) -> LocalPackage | None:
    """Return the package of a path or URL that does not say its name; None for other texts.

    The path of a package that cannot be found on this machine is its URL.
    """
    written = _PARTS.match(text.strip())
    if written is None or not re.search(r"[/\\]|^\.\.?$", written["path"].strip()):
        return None
    path = local_path(text)
    extras = (written["extras"] or "").replace(",", " ").split()
    return LocalPackage(text if path is None else path, span, "", group, tuple(extras))
