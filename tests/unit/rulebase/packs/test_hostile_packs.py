"""What is too large or made to exhaust is refused with a place, and other rules stay working."""

import sys
import time

import pytest

from framesage.rulebase import limits, load_rule_base
from framesage.rulebase.load import load_sources
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
    "a huge string": (rule(message="m" * 1_000_000), 5, "is longer than 10,000 characters"),
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
    "very many values": ("x = [" + "1," * 600_000 + "]", 1, "more than 500,000 values"),
    "a huge file": ("#" * (limits.MOST_BYTES + 1), 1, "larger than 8 MB"),
    "a width of billions": (rule(message="{count:>2000000000}"), 5, "without a format"),
    "a nested width": (rule(message="{count:{total}}"), 5, "without a format"),
    "a conversion": (rule(message="{count!r}"), 5, "without a format"),
    "an attribute": (rule(message="{count.__class__}"), 5, "unknown placeholder"),
    "an index": (rule(message="{count[0]}"), 5, "unknown placeholder"),
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
    assert (error.path, error.message) == (tmp_path, "has more than 0 MB of rules; split it")


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
    import os

    make_pack(tmp_path, "bad")
    os.mkfifo(tmp_path / "fifo.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    errors = load_sources([RuleSource(tmp_path)]).errors
    assert [(error.path.name, error.message) for error in errors] == [
        ("fifo.toml", "cannot be read: not a file"),
        ("zero.toml", "cannot be read: not a file"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
def test_a_pack_file_without_an_end_is_not_read(tmp_path):
    import os

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
