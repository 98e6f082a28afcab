"""``framesage rules new``: a pack to start from, which passes its check as it is."""

import os
import sys

import pytest
import tomli

from framesage.rulebase import load_rule_base


@pytest.fixture(autouse=True)
def _in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_skeleton_passes_its_check(framesage, tmp_path):
    made = framesage("rules", "new", "Acme_Rules")
    assert (made.code, made.err) == (0, "")
    assert "Wrote Acme_Rules/pack.toml" in made.out.replace("\\", "/")
    assert "framesage rules check Acme_Rules" in made.out
    assert 'rule-paths = ["Acme_Rules"]' in made.out
    checked = framesage("rules", "check", "Acme_Rules")
    assert (checked.code, checked.err) == (0, "")
    rule_base = load_rule_base([tmp_path / "Acme_Rules"])
    (pack,) = rule_base.packs
    assert pack.name == "acme-rules"
    assert rule_base.pack_of(rule_base.advice["acme-rules-psycopg2-binary"].location) is pack
    assert "acme-rules-small-projects-favor-flask" in rule_base.guidance


def test_the_rules_of_the_skeleton_are_used(framesage, tmp_path):
    framesage("rules", "new")
    (tmp_path / "framesage.toml").write_text('rule-paths = ["team-rules"]\n', encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("flask\npsycopg2-binary\n", encoding="utf-8")
    result = framesage("check", ".")
    assert (result.code, result.err) == (1, "")
    first = "requirements.txt:2:1 team-rules-psycopg2-binary Require psycopg2 instead of"
    assert result.out.startswith(first)


def test_nothing_is_overwritten_and_nothing_half_written(framesage, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text("mine", encoding="utf-8")
    result = framesage("rules", "new", "mine")
    assert result.code == 2
    assert "pack.toml: exists and is not overwritten" in result.err
    assert tree(tmp_path) == {"mine/pack.toml": b"mine"}


@pytest.mark.parametrize("name", ["...", "mine/.git!", "ä"])
def test_a_folder_whose_name_cannot_be_a_pack_is_refused(framesage, tmp_path, name):
    result = framesage("rules", "new", name)
    assert result.code == 2
    assert "cannot be the name of a pack" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder without write permission"
)
def test_a_folder_that_cannot_be_written_is_an_error(framesage, tmp_path):
    tmp_path.chmod(0o500)
    result = framesage("rules", "new", "acme")
    tmp_path.chmod(0o700)
    assert result.code == 2
    assert "cannot be written" in result.err


def test_a_file_in_the_way_is_an_error(framesage, tmp_path):
    (tmp_path / "acme").write_text("mine", encoding="utf-8")
    result = framesage("rules", "new", "acme")
    assert result.code == 2
    assert "cannot be written" in result.err


def test_a_pack_can_become_a_distribution(framesage, tmp_path):
    framesage("rules", "new", "acme-rules")
    before = tree(tmp_path)
    result = framesage("rules", "new", "acme-rules", "--distribution")
    assert (result.code, result.err) == (0, "")
    assert "pip install ./acme-rules" in result.out
    after = tree(tmp_path)
    assert after.keys() - before.keys() == {"acme-rules/pyproject.toml"}
    assert all(after[name] == text for name, text in before.items())
    project = tomli.loads(after["acme-rules/pyproject.toml"].decode())["project"]
    assert project["entry-points"] == {"framesage.rules": {"acme-rules": "acme_rules"}}
    assert framesage("rules", "check", "acme-rules").code == 0
