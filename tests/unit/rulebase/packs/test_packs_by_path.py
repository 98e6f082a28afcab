"""Packs in folders: what belongs to them, and what one with errors leaves working."""

import pytest

from framesage import __version__
from framesage.rulebase import RuleBaseError, load_rule_base
from framesage.rulebase.load import load_sources
from framesage.rulebase.packs.model import RuleSource


def load(*paths):
    return load_sources([RuleSource(path) for path in paths])


def test_a_folder_with_a_pack_file_is_a_pack(tmp_path, make_pack):
    severities = 'description = "Ours."\n[severities]\ntwo-frameworks = "off"\n'
    make_pack(tmp_path, more=severities)
    loaded = load(tmp_path)
    assert loaded.errors == ()
    (pack,) = loaded.rule_base.packs
    assert (pack.title, pack.description) == ("acme-rules 1.2", "Ours.")
    assert pack.severities == {"two-frameworks": "off"}
    rule = loaded.rule_base.advice["acme-rules-login"]
    assert loaded.rule_base.pack_of(rule.location) == pack
    built_in = loaded.rule_base.advice["two-frameworks"]
    assert loaded.rule_base.pack_of(built_in.location) is None


def test_only_rule_files_of_the_pack_itself_are_read(tmp_path, make_pack):
    make_pack(tmp_path / "acme_rules")
    junk = "not = [toml"
    for name in ("pyproject.toml", "framesage.toml", ".cache/x.toml", "build/x.toml", "v/x.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(junk, encoding="utf-8")
    (tmp_path / "v" / "pyvenv.cfg").touch()
    loaded = load(tmp_path)
    assert [error.path.name for error in loaded.errors] == []
    assert [pack.root.name for pack in loaded.rule_base.packs] == ["acme_rules"]


def test_the_file_that_describes_a_pack_is_not_a_rule_file(tmp_path, make_pack):
    make_pack(tmp_path)
    (error,) = load(tmp_path / "pack.toml").errors
    assert (error.path.name, error.message) == (
        "pack.toml",
        "describes a pack; name its folder instead",
    )


def test_a_folder_can_contain_several_packs(tmp_path, make_pack):
    make_pack(tmp_path / "one", "one")
    make_pack(tmp_path / "two", "two")
    make_pack(tmp_path / "two" / "inner", "inner")
    loaded = load(tmp_path)
    assert [pack.name for pack in loaded.rule_base.packs] == ["one", "two", "inner"]
    rule = loaded.rule_base.advice["inner-login"]
    assert loaded.rule_base.pack_of(rule.location).name == "inner"


@pytest.mark.parametrize(
    ("broken", "line", "message"),
    [
        ('[pack]\nname = "b"\nversion = 1\n', 3, "'version' must be a string"),
        ('[pack]\nname = "B_x"\nversion = "1"\n', 2, "write 'b-x' instead of 'B_x'"),
        ('[pack]\nname = "Acme Rules"\nversion = "1"\n', 2, "write 'acme-rules' instead of 'Acme "),
        ('name = "b"\n', 1, "'pack' is missing: a table with the name and"),
        ('[pack]\nname = "b"\nversion = "1"\nrequires = ">1"\n', 4, "unknown key 'requires'"),
        (
            '[pack]\nname = "b"\nversion = "1"\nrequires-framesage = "lots"\n',
            4,
            "'lots' is not a version specifier",
        ),
        (
            '[pack]\nname = "b"\nversion = "1"\nrequires-framesage = ">=99"\n',
            4,
            f"needs Framesage >=99, and this is {__version__}",
        ),
        (
            '[pack]\nname = "b"\nversion = "1"\n[severities]\ntwo-frameworks = "fatal"\n',
            5,
            "unknown severity 'fatal'; use 'off', ",
        ),
    ],
)
def test_an_error_in_a_pack_file_leaves_other_packs_working(
    tmp_path, make_pack, broken, line, message
):
    make_pack(tmp_path / "good", "good")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "pack.toml").write_text(broken, encoding="utf-8")
    loaded = load(tmp_path / "bad", tmp_path / "good")
    assert "good-login" in loaded.rule_base.advice
    (first, *_) = [error for error in loaded.errors if message in error.message]
    assert (first.path, first.line) == (tmp_path / "bad" / "pack.toml", line)


def test_an_error_in_a_rule_names_the_pack_and_drops_only_it(tmp_path, make_pack):
    make_pack(tmp_path / "bad", "bad", package="Not_Normal")
    make_pack(tmp_path / "good", "good")
    loaded = load(tmp_path / "bad", tmp_path / "good")
    assert [pack.name for pack in loaded.rule_base.packs] == ["good"]
    assert loaded.rule_base.advice.keys() - load_rule_base().advice.keys() == {"good-login"}
    (error,) = loaded.errors
    file = tmp_path / "bad" / "login.toml"
    assert str(error).startswith(f"{file}:11:")
    assert str(error).endswith("package names must be normalized (pack bad)")


def test_a_pack_that_builds_on_a_broken_one_is_told_too(tmp_path, make_pack):
    make_pack(tmp_path / "base", "base", package="Not_Normal")
    trait = '[[trait]]\nid = "sour"\ntitle = "x"\ndescription = "x"\n'
    trait += 'references = ["https://x.example/"]\n'
    (tmp_path / "base" / "trait.toml").write_text(trait, encoding="utf-8")
    top = make_pack(tmp_path / "top", "top")
    more = (top / "login.toml").read_text(encoding="utf-8") + 'any = ["sour"]\n'
    (top / "login.toml").write_text(more, encoding="utf-8")
    loaded = load(tmp_path / "base", top)
    assert loaded.rule_base.packs == ()
    assert [error.pack for error in loaded.errors] == ["base", "top"]
    assert "unknown trait 'sour'" in loaded.errors[1].message


def test_two_packs_with_the_same_name_are_an_error(tmp_path, make_pack):
    make_pack(tmp_path / "a")
    make_pack(tmp_path / "b", id="other")
    loaded = load(tmp_path / "a", tmp_path / "b")
    assert [pack.root.name for pack in loaded.rule_base.packs] == ["a"]
    (error,) = loaded.errors
    assert f"already loaded from {tmp_path / 'a'}" in error.message


def test_a_pack_that_is_named_twice_is_loaded_once(tmp_path, make_pack):
    make_pack(tmp_path / "a")
    loaded = load(tmp_path / "a", tmp_path / "a", tmp_path)
    assert loaded.errors == ()
    assert len(loaded.rule_base.packs) == 1


def test_loading_rules_of_a_pack_raises_all_its_errors(tmp_path, make_pack):
    make_pack(tmp_path, more="requires = 1\n", package="Not_Normal")
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([tmp_path])
    assert {error.path.name for error in caught.value.errors} == {"pack.toml"}


def test_a_loop_of_links_is_not_followed(tmp_path, make_pack):
    make_pack(tmp_path / "a")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "loop.toml").symlink_to("loop.toml")
    loaded = load(tmp_path / "a")
    (error,) = loaded.errors
    assert error.path.name == "loop.toml"
    assert error.message.startswith("cannot be read: ")
