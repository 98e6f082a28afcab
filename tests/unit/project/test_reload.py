"""A project that is loaded from the one before is the same as one that is loaded from scratch."""

import random

import pytest

from framesage.project import ManifestCache, Overlay, load_project
from framesage.project.filesystem import Disk
from framesage.project.overlay import CachedFileSystem
from framesage.project.reload import with_edited

PYPROJECT = """\
[build-system]
requires = ["hatchling"]

[project]
name = "shop"
readme = "README.md"
dependencies = [
  "flask>=3",
  "gunicorn==21.2; python_version >= '3.9'",
]

[project.optional-dependencies]
dev = ["pytest==8.0"]

[tool.framesage.ignore]
two-frameworks = "both"
"""
LOCK = '[[package]]\nname = "flask"\nversion = "3.0"\n'
PROJECTS = {
    "a list": {"requirements.txt": "flask==3.0\ndjango>=4\n# why\ncelery[redis]~=5.0\n"},
    "all pinned": {"requirements.txt": "celery==5.0\ndjango==4.2\nflask==3.0\n"},
    "a package": {"pyproject.toml": PYPROJECT, "README.md": "# Shop\n"},
    "a package with a lock file": {"pyproject.toml": PYPROJECT, "uv.lock": LOCK},
    "an export": {"pyproject.toml": PYPROJECT, "uv.lock": LOCK, "requirements.txt": "flask==3.0\n"},
    "a freeze": {
        "pyproject.toml": '[project]\nname = "x"\ndependencies = ["flask"]\n',
        "requirements.txt": "click==8.1\nflask==3.0\njinja2==3.1\nwerkzeug==3.0\n",
    },
    "compiled": {
        "requirements.in": "flask\n",
        "requirements.txt": "flask==3.0\nwerkzeug==3.0\n",
        "requirements-dev.txt": "-r requirements.txt\npytest==8.0\n",
    },
    "constraints": {
        "requirements.txt": "-c constraints.txt\nflask\n-r more/web.txt\n",
        "constraints.txt": "flask==3.0\n",
        "more/web.txt": "django>=4\n",
    },
    "a local package": {
        "requirements.txt": "flask\n-e ./libs/auth\n",
        "libs/auth/pyproject.toml": '[project]\nname = "auth"\ndependencies = ["django>=4"]\n',
    },
    "of development": {"requirements.txt": "flask\n", "requirements-dev.txt": "pytest==8.0\n"},
}
PIECES = [
    "=",
    ">",
    "1",
    ".",
    "#",
    " ",
    "\n",
    '"',
    ",",
    "[",
    "]",
    "-r x.txt\n",
    "flask",
    "é",
    ";",
    "@",
]


class Edited:
    """Files of which texts can be edited, with a cache that lives on and one that is new."""

    def __init__(self, root) -> None:
        self.root, self.texts = root, {}
        self.cache = ManifestCache(self._files())

    def _files(self) -> Overlay:
        return Overlay(CachedFileSystem(Disk()), self.texts)

    def loaded(self):
        return load_project(self.root, ManifestCache(self._files()), self.root)

    def first(self):
        return load_project(self.root, self.cache, self.root)


@pytest.mark.parametrize("name", PROJECTS)
def test_random_edits_lead_to_the_same_project(name, make_project, tmp_path):
    chance = random.Random(name)
    root = make_project(tmp_path / "shop", PROJECTS[name])
    edited = Edited(root)
    project = edited.first()
    files = [path for path in PROJECTS[name] if not path.endswith((".lock", ".md"))]
    for _ in range(40):
        path = root / chance.choice(files)
        text = edited.texts.get(path, path.read_text())
        if chance.random() < 0.1:
            text = PROJECTS[name][path.relative_to(root).as_posix()]
        start = chance.randrange(len(text) + 1)
        new = chance.choice(PIECES) if chance.random() < 0.7 else ""
        edited.texts[path] = text[:start] + new + text[start + chance.randint(0, 2) :]
        edited.cache.forget_links()
        fresh = edited.loaded()
        known = with_edited(project, [path], edited.cache)
        assert known is None or known == fresh, edited.texts[path]
        project = known or edited.first()


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("a list", "requirements.txt", ">=4", ">=4.2"),
        ("a list", "requirements.txt", "# why", "# because"),
        ("a list", "requirements.txt", "# why\n", "# why\n\n"),
        ("a package", "pyproject.toml", "flask>=3", "flask>=3.1"),
        ("a package with a lock file", "pyproject.toml", "flask>=3", "flask>=3.1"),
        ("of development", "requirements-dev.txt", "==8.0", "==8.1"),
    ],
)
def test_a_key_that_changes_a_version_does_not_load_the_project(
    name, path, old, new, make_project, tmp_path
):
    root = make_project(tmp_path / "shop", PROJECTS[name])
    edited = Edited(root)
    project = edited.first()
    edited.texts[root / path] = (root / path).read_text().replace(old, new)
    known = with_edited(project, [root / path], edited.cache)
    assert known is not None
    assert known == edited.loaded() != project
