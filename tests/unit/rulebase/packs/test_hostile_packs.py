"""What is too large or made to exhaust is refused with a place, and other rules stay working."""

import os
import sys
import time
from pathlib import Path

import pytest

from framesage.rulebase import limits, load_rule_base
from framesage.rulebase.errors import RuleError
from framesage.rulebase.load import load_sources
from framesage.rulebase.packs.description import unknown_severities
from framesage.rulebase.packs.model import RuleSource

RULE = """[[rule]]
id = "{id}"
title = "t"
severity = "hint"
message = "{message}"
why = "w"
references = ["https://x.example/"]
when = {when}
"""


def rule(identity="r", message="m", when='"needs-auth"'):
    return RULE.format(id=identity, message=message, when=when)


def nested(levels):
    return "{ none = [" * levels + '"needs-auth"' + "] }" * levels


TOO_LARGE = {
    "nested arrays": ("x = " + "[" * 100_000, 1, "nested too deeply"),
    "nested conditions": (rule(when=nested(40)), 8, "is nested more than"),
    "a million dots": (".".join("a" * 1_000_000) + " = 1", 1, "nested too deeply"),
    "a huge string": (rule(message="m" * 200_000), 5, "is longer than 10,000 characters"),
    "a huge id": (rule("a-" * 100_000 + "a"), 2, "is longer than 10,000 characters"),
    "a huge key": ("a" * 100_000 + " = 1", 1, "is longer than 10,000 characters"),
    "a huge specifier": (
        rule(when='{ package = "x", version = "' + ">=1," * 10_000 + '>=1" }'),
        8,
        "is longer than 10,000 characters",
    ),
    "a huge number": ("x = " + "9" * 100_000, 1, "too many digits"),
    "very many tests": (rule() + "[[rule.test]]\nname = 'a'\n" * 60_000, 1, "50,000 tests"),
    "very many rules": ("[[rule]]\n" * 60_000, 1, "50,000 tables [[rule]]"),
    "very many values": ("x = [" + "1," * 600_000 + "]", 1, "more than 200,000 values"),
    "a number of thousands of digits": (
        rule(when='{ package = "x", version = ">=' + "9" * 5000 + '" }'),
        8,
        "is not a version specifier",
    ),
    "escapes for the terminal": (rule(message="\\u001b[31mred"), 5, "contains U+001B"),
    "text in another order": (rule(message="a\u202eb"), 5, "contains U+202E"),
    "escapes in a key": ('"\\u001b[31mred" = 1', 1, "contains U+001B"),
    "a name of thousands of characters": (
        rule(when='"' + "needs-" * 1000 + '"'),
        8,
        "unknown trait",
    ),
    "hundreds of placeholders": (rule(message="{packages}" * 500), 5, "more than 20 placeholders"),
    "a width of billions": (rule(message="{count:>2000000000}"), 5, "without a format"),
    "a nested width": (rule(message="{count:{total}}"), 5, "invalid placeholder"),
    "a conversion": (rule(message="{count!r}"), 5, "without a format"),
    "an attribute": (rule(message="{count.__class__}"), 5, "unknown placeholder"),
    "an index": (rule(message="{count[0]}"), 5, "unknown placeholder"),
    "a number": (rule(message="{0}"), 5, "unknown placeholder"),
    "no name": (rule(message="{}"), 5, "unknown placeholder"),
    "a blank beside a name": (rule(message="{count }"), 5, "unknown placeholder"),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_it_is_refused_with_a_place(tmp_path, make_pack, name):
    text, line, message = TOO_LARGE[name]
    make_pack(tmp_path / "bad", "bad")
    (tmp_path / "bad" / "huge.toml").write_text(text, encoding="utf-8")
    make_pack(tmp_path / "good", "good")
    load_rule_base()
    start = time.process_time()
    loaded = load_sources([RuleSource(tmp_path / "bad"), RuleSource(tmp_path / "good")])
    assert time.process_time() - start < 20
    assert [pack.name for pack in loaded.rule_base.packs] == ["good"]
    (error,) = loaded.errors
    assert (error.path.name, error.line, error.pack) == ("huge.toml", line, "bad")
    assert message in error.message
    assert len(error.message) < 500


def test_a_pack_of_many_files_is_refused_as_a_whole(tmp_path, make_pack, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 1000)
    make_pack(tmp_path)
    (tmp_path / "more.toml").write_text("#" * 900, encoding="utf-8")
    (error,) = load_sources([RuleSource(tmp_path)]).errors
    assert (error.path, error.message) == (tmp_path, "has more than 0 MB of rules; shorten it")


def test_packs_are_limited_together_and_not_even_read(tmp_path, make_pack, monkeypatch):
    load_rule_base()
    monkeypatch.setattr(limits, "MOST_BYTES", 2000)
    make_pack(tmp_path / "a", "a")
    (tmp_path / "a" / "more.toml").write_text("#" * 900, encoding="utf-8")
    make_pack(tmp_path / "b", "b")
    (tmp_path / "b" / "more.toml").write_text("invalid" * 200, encoding="utf-8")
    make_pack(tmp_path / "c", "c")
    loaded = load_sources([RuleSource(tmp_path / name) for name in "abc"])
    (error,) = loaded.errors
    assert error.path == tmp_path / "b"
    assert error.message.startswith("has more than 0 MB of rules together with the rules before")
    assert [pack.name for pack in loaded.rule_base.packs] == ["a", "c"]


def test_a_pack_for_a_version_of_thousands_of_digits_is_refused(tmp_path):
    requires = ">=" + "9" * 9000
    (tmp_path / "pack.toml").write_text(
        f"[pack]\nname = 'x'\nversion = '1'\nrequires-framesage = '{requires}'\n", encoding="utf-8"
    )
    (error,) = load_sources([RuleSource(tmp_path)]).errors
    assert (error.line, error.message[-39:]) == (4, "version specifier (PEP 440), like '>=3'")


def test_thousands_of_unknown_severities_are_told_up_to_a_limit(tmp_path):
    rules = "".join(f"rule-{number} = 'error'\n" for number in range(3000))
    (tmp_path / "pack.toml").write_text(
        f"[pack]\nname = 'x'\nversion = '1'\n[severities]\n{rules}", encoding="utf-8"
    )
    (pack,) = load_sources([RuleSource(tmp_path)]).rule_base.packs
    assert len(unknown_severities(pack, frozenset({"two-frameworks"}))) == limits.MOST_ERRORS


@pytest.mark.parametrize("role", ["cover", "alternative", "default"])
def test_a_battery_can_have_thousands_of_packages(tmp_path, make_pack, role):
    make_pack(tmp_path)
    packages = ", ".join(f"'acme-{number}'" for number in range(20_000))
    given = "" if role == "cover" else f"as = '{role}'\n"
    minimums = "[minimums]\nacme-19999 = '1.0'\n" if role == "default" else ""
    (tmp_path / "more.toml").write_text(
        f"[[extend]]\nbattery = 'login'\nfor = 'flask'\npackages = [{packages}]\n{given}{minimums}",
        encoding="utf-8",
    )
    start = time.process_time()
    loaded = load_sources([RuleSource(tmp_path)])
    assert time.process_time() - start < 10
    assert loaded.errors == ()
    assert "acme-0" in loaded.rule_base.needs["login"].provisions["flask"].all_packages()


def test_thousands_of_mistakes_are_told_up_to_a_limit(tmp_path, make_pack):
    make_pack(tmp_path, "bad")
    text = "".join(rule(f"r{number}", when=f'"trait-{number}"') for number in range(3000))
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    start = time.process_time()
    loaded = load_sources([RuleSource(tmp_path)])
    assert time.process_time() - start < 20
    assert len(loaded.errors) == limits.MOST_ERRORS
    assert loaded.rule_base.advice.keys() == load_rule_base().advice.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs and devices")
def test_files_without_an_end_are_not_read(tmp_path, make_pack):
    make_pack(tmp_path, "bad")
    os.mkfifo(tmp_path / "fifo.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    errors = load_sources([RuleSource(tmp_path)]).errors
    assert [(error.path.name, error.message) for error in errors] == [
        ("fifo.toml", "cannot be read: not a file"),
        ("zero.toml", "cannot be read: not a file"),
    ]


@pytest.mark.skipif(not Path("/proc/kmsg").exists(), reason="needs the files of Linux")
def test_a_file_of_the_kernel_that_blocks_is_taken_for_an_empty_one(tmp_path, make_pack):
    make_pack(tmp_path, "good")
    (tmp_path / "log.toml").symlink_to("/proc/kmsg")
    assert load_sources([RuleSource(tmp_path)]).errors == ()


def test_a_name_cannot_write_to_the_terminal(tmp_path):
    error = RuleError(tmp_path / "a\x1b[31m\n::error::b.toml", 1, 1, "unknown\x1b key\n::error::x")
    assert error.message == r"unknown\u001b key\n::error::x"
    assert str(error).isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
def test_a_pack_file_without_an_end_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pack.toml")
    (error,) = load_sources([RuleSource(tmp_path)]).errors
    assert (error.path.name, error.message) == ("pack.toml", "cannot be read: not a file")


@pytest.mark.running_time
def test_a_pack_with_5000_rules_loads_in_time(tmp_path, make_pack):
    make_pack(tmp_path, "big")
    kinds = (
        '{{ package = "acme-{n}" }}',
        '{{ all = [{{ package = "acme-{n}" }}, "needs-auth"], none = [{{ package = "b-{n}" }}] }}',
        '{{ framework = "flask", any = [{{ package = "acme-{n}", version = "<2.{n}" }}] }}',
        '{{ count = 2, of = ["serves-api", {{ package = "a-{n}" }}, {{ package = "b-{n}" }}] }}',
    )
    rules = (
        rule(f"r{number}", when=kinds[number % len(kinds)].format(n=number))
        for number in range(5000)
    )
    (tmp_path / "rules.toml").write_text("".join(rules), encoding="utf-8")
    load_sources([RuleSource(make_pack(tmp_path.parent / "other", "other"))])
    start = time.process_time()
    loaded = load_sources([RuleSource(tmp_path)])
    assert time.process_time() - start < 3  # 0.7 s on an idle machine
    assert loaded.errors == ()
    assert len(loaded.rule_base.advice) > 5000


@pytest.mark.running_time
def test_a_mistake_in_a_long_file_is_found_in_time(tmp_path, make_pack):
    make_pack(tmp_path)
    text = "".join(rule(f"r{number}") for number in range(8000)) + rule("last", when='"unknown"')
    (tmp_path / "long.toml").write_text(text, encoding="utf-8")
    start = time.process_time()
    (error,) = load_sources([RuleSource(tmp_path)]).errors
    assert time.process_time() - start < 5
    assert error.message.startswith("unknown trait 'unknown'")
    assert text.splitlines()[error.line - 1 : error.line + 1] == ["[[rule]]", 'id = "last"']


def test_thousands_of_missing_paths_are_told_up_to_a_limit(tmp_path):
    sources = [RuleSource(tmp_path / f"missing-{number}") for number in range(3000)]
    start = time.process_time()
    loaded = load_sources(sources)
    assert time.process_time() - start < 5
    assert len(loaded.errors) == limits.MOST_ERRORS
    named = [RuleSource(None, f"missing-{number}", (tmp_path,)) for number in range(3000)]
    assert len(load_sources(named).errors) == limits.MOST_ERRORS
