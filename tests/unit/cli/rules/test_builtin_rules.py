"""Built-in rules that cannot be used: damaged after the installation, or just edited."""

from __future__ import annotations

import shutil

import pytest

from framesage.rulebase import load, paths


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A copy of the built-in rules as those of an installed package, and an empty project."""
    rules = tmp_path / "framesage" / "rules"
    shutil.copytree(paths.shipped_rules(), rules)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "requirements.txt").write_text("flask\n", encoding="utf-8")
    caches = (load._shipped, load._whole, load._files)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "framesage")
    monkeypatch.chdir(tmp_path / "shop")
    for cache in caches:
        cache.cache_clear()
    yield rules
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["explain"],
        ["report"],
        ["ask", "--format", "json"],
        ["rules", "list"],
        ["rules", "check"],
        ["rules", "test"],
    ],
)
def test_an_error_in_the_built_in_rules_is_printed(framesage, installed, command):
    path = installed / "claims.toml"
    path.write_text("[[claim\n", encoding="utf-8")
    result = framesage(*command)
    assert (result.code, result.out) == (2, "")
    first, last = result.err.splitlines()
    assert first.startswith(f"framesage: error: {path}:1:")
    assert last == (
        "framesage: error: the built-in rules cannot be used; correct them, or install Framesage "
        "again"
    )


def test_missing_built_in_rules_are_not_those_of_another_folder(framesage, installed):
    """As in a zip file, where no rule can be read."""
    shutil.rmtree(installed)
    result = framesage("check")
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == (
        f"framesage: error: {installed}:1:1: Framesage's own rules are missing here; it cannot run "
        "from a zip file"
    )
