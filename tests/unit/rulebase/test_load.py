"""Loading the built-in rules and those of a project."""

from __future__ import annotations

import pytest

from framesage.rulebase import RuleBaseError, limits, load_rule_base

TRAIT = """
[[trait]]
id = "pickled"
title = "It is pickled"
description = "It stands in vinegar."
references = ["https://pickles.example/"]
[[evidence]]
id = "pickles"
trait = "pickled"
why = "is a pickle"
[evidence.packages]
gherkin = 0.9
"""


def test_the_built_in_rules_are_loaded_once():
    assert load_rule_base() is load_rule_base()
    assert load_rule_base().frameworks["flask"].packages == ("flask",)


def test_a_project_can_add_a_folder_or_a_file(tmp_path):
    folder = tmp_path / "team" / "evidence"
    folder.mkdir(parents=True)
    (folder / "pickles.toml").write_text(TRAIT, encoding="utf-8")
    for extra in (tmp_path / "team", folder / "pickles.toml"):
        rule_base = load_rule_base([extra])
        assert rule_base.traits["pickled"].title == "It is pickled"
        assert rule_base.evidence_by_id["pickles"].strengths == {"package:gherkin": 0.9}
        assert rule_base.traits.keys() > load_rule_base().traits.keys()


def test_added_tables_cannot_reuse_a_built_in_id(tmp_path):
    (tmp_path / "x.toml").write_text(TRAIT.replace('"pickled"', '"needs-auth"'), encoding="utf-8")
    with pytest.raises(RuleBaseError, match="trait 'needs-auth' is built in: use "):
        load_rule_base([tmp_path])


def test_a_changed_file_is_read_again(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(TRAIT, encoding="utf-8")
    first = load_rule_base([file])
    assert load_rule_base([file]) is first
    file.write_text(TRAIT.replace("gherkin", "cornichon"), encoding="utf-8")
    changed = load_rule_base([file]).evidence_by_id["pickles"]
    assert changed.strengths == {"package:cornichon": 0.9}


def test_all_unreadable_files_are_reported(tmp_path):
    (tmp_path / "a.toml").write_text('x = "1\n', encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b'x = "\xff"\n')
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([tmp_path, tmp_path / "none.toml"])
    told = {error.path.name: error for error in caught.value.errors}
    assert told.keys() == {"a.toml", "b.toml", "none.toml"}
    assert (told["a.toml"].line, told["a.toml"].column) == (1, 7)
    assert told["b.toml"].message == "cannot be read: not UTF-8"
    assert told["none.toml"].message.startswith("does not exist: ")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.toml", "x = " + "1" * 5_000, "invalid TOML: a number has too many digits"),
        ("x.toml", "x = " + "[" * 5_000, "invalid TOML: nested too deeply"),
        ("x\0.toml", None, "is not a valid path"),
        ("../../../../../../../../../../../dev/null", None, "cannot be read: not a file"),
    ],
)
def test_unusual_files_and_paths_are_reported(tmp_path, name, text, message):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([tmp_path / name])
    assert [error.message for error in caught.value.errors] == [message]


def test_an_error_prints_as_path_line_column_message(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(TRAIT.replace("0.9", "9"), encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([file])
    assert str(caught.value).startswith(f"{file}:12:1: the strength of 'gherkin' must be")


def test_a_folder_with_too_many_entries_is_an_error(tmp_path, monkeypatch):
    """While it is being typed, a path may be that of the root folder."""
    monkeypatch.setattr(limits, "MOST_ENTRIES", 5)
    for number in range(6):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([tmp_path])
    (error,) = caught.value.errors
    assert error.path == tmp_path
    assert error.message == "has more than 5 entries; use a folder that only contains rules"
