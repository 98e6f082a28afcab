"""Facts about pages, logins and front ends, from the names of templates in the whole tree."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from framesage.project.template_names import TemplateKind, template_kind, text_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Folder = tuple[str, ...]

PAGES, FEW_PAGES, NO_PAGES = "page-templates", "few-page-templates", "no-page-templates"
UNNAMED, FEW_UNNAMED = "unnamed-templates", "few-unnamed-templates"
LOGIN, ADMIN, EDITING = "login-templates", "admin-templates", "editing-templates"
OTHERS, FRONT_END = "other-templates", "front-end"
FACTS = (
    *(PAGES, FEW_PAGES, NO_PAGES, UNNAMED, FEW_UNNAMED),
    *(LOGIN, ADMIN, EDITING, OTHERS, FRONT_END),
)
_PAGES = (TemplateKind.PAGE, TemplateKind.LOGIN, TemplateKind.EDITING)
_BY_KIND = {
    TemplateKind.LOGIN: LOGIN,
    TemplateKind.ADMIN: ADMIN,
    TemplateKind.EDITING: EDITING,
    TemplateKind.NONE: OTHERS,
}
_FILES_PER_PAGE = 20
"""An application of pages has at least one template for so many Python files."""
_FRONT_ENDS = ("client", "front", "spa", "ui", "web")
"""How the folders of front ends begin, or how they end."""
_NOT_WRITTEN = re.compile(
    r"(__init__|__main__|_?version|versioneer|apps|asgi|wsgi|conf|conftest|fabfile|noxfile|tests"
    r"|gunicorn[._]conf(ig)?|locustfile|manage|settings|setup|tasks|urls)\.py"
)
"""Python files that say nothing about what an application answers with: tools and ``startproject``
write them."""


@dataclass(slots=True)
class PageTally:
    """Counts templates, folder by folder.

    A front end is a folder without Python files that has a ``package.json``, or that is called
    ``frontend`` or ``client`` and has an ``index.html``. If the project has a ``package.json``, a
    folder ``ui`` or ``web`` with an ``index.html`` is one, too. What a front end contains is
    rendered in the browser.
    """

    templates: list[tuple[_Folder, TemplateKind]] = field(default_factory=list)
    packages: set[_Folder] = field(default_factory=set)
    entrances: set[_Folder] = field(default_factory=set)
    with_python: set[_Folder] = field(default_factory=set)
    is_written: bool = False
    """Whether there is code besides what tools write."""

    def add(self, folder: _Folder, files: Sequence[str]) -> None:
        """Count the files of a folder, given from the project's root."""
        if "package.json" in files:
            self.packages.add(folder)
        if "index.html" in files and _is_front_end(folder):
            self.entrances.add(folder)
        python = [name for name in files if name.endswith(".py")]
        if python:
            self.with_python.update(accumulate(((name,) for name in folder), initial=()))
        self.is_written = self.is_written or not all(map(_NOT_WRITTEN.fullmatch, python))
        texts = text_stems(files)
        for name in files:
            kind = template_kind(folder, name, texts)
            if kind:
                self.templates.append((folder, kind))

    def facts(self, python_files: int, *, is_complete: bool) -> Iterator[str]:
        """Yield the facts about a project with so many Python files."""
        packaged = self.packages - {()}
        is_built = () in self.packages
        entrances = {path for path in self.entrances if is_built or _is_clear(path)}
        front_ends = (packaged | entrances) - self.with_python
        kinds = Counter(kind for folder, kind in self.templates if not _below(folder, front_ends))
        found = sum(kinds[kind] for kind in _PAGES)
        everything = found + kinds[TemplateKind.UNNAMED] + kinds[TemplateKind.ADMIN]
        is_enough = everything * _FILES_PER_PAGE >= python_files
        if found:
            yield PAGES if is_enough else FEW_PAGES
        elif kinds[TemplateKind.UNNAMED]:
            yield UNNAMED if is_enough else FEW_UNNAMED
        elif is_complete and self.is_written and not everything + kinds[TemplateKind.LOOSE]:
            yield NO_PAGES
        yield from (fact for kind, fact in _BY_KIND.items() if kinds[kind])
        if any(map(_is_front_end, front_ends)):
            yield FRONT_END


def _below(folder: _Folder, folders: set[_Folder]) -> bool:
    return bool(folders) and any(
        above in folders for above in accumulate(((name,) for name in folder), initial=())
    )


def _is_clear(folder: _Folder) -> bool:
    return folder[-1].lower().startswith(("client", "front"))


def _is_front_end(folder: _Folder) -> bool:
    name = folder[-1].lower() if folder else ""
    return name.startswith(_FRONT_ENDS) or name.endswith(_FRONT_ENDS)
