"""All automatic fixes of a file are made at once, however many there are."""

import sys
from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.fixes import fix_files
from framesage.project import CachedFileSystem, Disk, ManifestCache


@pytest.mark.parametrize(
    ("line", "left", "rounds"),
    [
        ("pkg{0} # framesage: ignore[two-frameworks]\n", "pkg{0}\n", 2),
        ("pkg{0} # framesage: ignore[two-frameworks, flask-unsupported] a\n", "pkg{0}\n", 3),
    ],
)
def test_more_than_fifty(tmp_path, make_project, monkeypatch, line, left, rounds):
    module = sys.modules[fix_files.__module__]
    assessed = []
    assess_root = module.assess_root

    def counted(*arguments):
        assessed.append(arguments)
        return assess_root(*arguments)

    monkeypatch.setattr(module, "assess_root", counted)
    text = "flask\n" + "".join(line.format(number) for number in range(120))
    folder = make_project(tmp_path, {"requirements.txt": text})
    files, today = ManifestCache(CachedFileSystem(Disk())), date(2026, 7, 26)
    texts = fix_files(list(assess_paths([folder], today, files)), files, today)
    fixed = "flask\n" + "".join(left.format(number) for number in range(120))
    assert texts == {folder / "requirements.txt": fixed}
    assert len(assessed) <= rounds
