"""A manifest's TOML document, for the features that edit the file."""

from pathlib import Path

import pytest

from framesage.manifests import read, read_any, reread
from framesage.text import Source
from framesage.toml import scan

PYPROJECT = Path("app/pyproject.toml")
LISTED = "".join(f'  "package-{number}",\n' for number in range(100))


@pytest.mark.parametrize("name", ["pyproject.toml", "framesage.toml", "Pipfile", "pixi.toml"])
def test_document_is_scanned_once(name):
    text = '[tool]\nname = "shop"\n'
    manifest = read(Source(Path("app", name), text))
    assert manifest.document == scan(text)
    assert manifest.document is manifest.document


def test_document_follows_an_edit_beside_a_long_list():
    text = f"[project]\ndependencies = [\n{LISTED}]\n"
    manifest = read(Source(PYPROJECT, text))
    assert len(manifest.document.find("project", "dependencies").items) == 100
    text = text.replace('"package-50"', '"flask"')
    manifest = reread(manifest, Source(PYPROJECT, text))
    assert manifest.document == scan(text)


@pytest.mark.parametrize("name", ["requirements.txt", "setup.cfg", "setup.py", "environment.yml"])
def test_document_is_empty_for_other_formats(name):
    manifest = read(Source(Path("app", name), "[tool]\nname = 1\n"))
    assert manifest.document.entries == ()


def test_document_is_empty_for_a_script():
    path = Path("app/job.py")
    manifest = read_any(Source(path, "# /// script\n# dependencies = []\n# ///\n"))
    assert manifest.document.entries == ()
