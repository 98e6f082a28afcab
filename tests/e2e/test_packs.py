"""Packs in an editor: missing ones are told where they are named, edits of rules show at once."""

import os
import shutil
import sys

import pytest

from e2e.wire import Wire

RULE = """
[[rule]]
id = "acme-no-six"
title = "No six"
severity = "warning"
at = "matches"
when = { package = "six" }
message = "Remove {packages}."
why = "We said so."
references = ["https://acme.example/"]
"""
PACK = '[pack]\nname = "acme-rules"\nversion = "1.0"\n'
LIST = "flask\nsix\n"
METADATA = "Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n"
ENTRY = "[framesage.rules]\nacme-rules = acme_rules\n"


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def shown(wire: Wire, uri: str, wanted: list[str]) -> list[dict]:
    """Wait until a file has the findings of these rules, and return them."""
    while True:
        found = wire.published(uri)["diagnostics"]
        if [finding["code"] for finding in found] == wanted:
            return found


def save(wire: Wire, uri: str) -> None:
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})


def start(wire: Wire, make_project, root, files: dict[str, str]) -> tuple[str, str]:
    """Open the dependency list and the settings of a project."""
    make_project(root, {"requirements.txt": LIST, **files})
    wire.initialize(root)
    uris = [(root / name).as_uri() for name in ("requirements.txt", "framesage.toml")]
    wire.open(uris[0], LIST)
    wire.open(uris[1], files["framesage.toml"])
    return uris[0], uris[1]


def test_a_missing_pack_is_told_until_it_is_installed(wire, make_project, tmp_path, monkeypatch):
    settings = 'rule-packs = [\n  "acme-rules",\n]\n'
    listed, configured = start(wire, make_project, tmp_path, {"framesage.toml": settings})
    (finding,) = shown(wire, configured, ["settings"])
    assert finding["range"]["start"] == {"line": 1, "character": 2}
    assert "is not installed; run `pip install acme-rules`" in finding["message"]
    site = ".venv/lib/python3.12/site-packages"
    installed = {
        f"{site}/acme_rules/pack.toml": PACK,
        f"{site}/acme_rules/six.toml": RULE,
        f"{site}/acme_rules/__init__.py": "raise SystemExit",
        f"{site}/acme_rules-1.0.dist-info/METADATA": METADATA,
        f"{site}/acme_rules-1.0.dist-info/entry_points.txt": ENTRY,
    }
    make_project(tmp_path, installed)
    save(wire, configured)
    shown(wire, configured, [])
    shown(wire, listed, ["acme-no-six"])


def test_unsaved_edits_of_a_rule_show_at_once(wire, make_project, tmp_path):
    files = {
        "framesage.toml": 'rule-paths = ["house"]\n',
        "house/pack.toml": PACK,
        "house/six.toml": "\n",
    }
    listed, configured = start(wire, make_project, tmp_path, files)
    shown(wire, listed, [])
    rules = (tmp_path / "house" / "six.toml").as_uri()
    wire.open(rules, "\n")
    wire.change(rules, RULE, 2)
    shown(wire, listed, ["acme-no-six"])
    wire.change(rules, RULE.replace("six", "flask"), 3)
    shown(wire, listed, ["acme-no-flask"])
    wire.change(rules, "\n\n" + RULE.replace("warning", "fatal"), 4)
    (finding,) = shown(wire, configured, ["settings"])
    assert finding["message"].startswith("Correct line 7 of 'house/six.toml': ")
    wire.notify("textDocument/didClose", {"textDocument": {"uri": rules}})
    shown(wire, configured, [])


def test_keystrokes_do_not_look_at_rule_files(wire, make_project, tmp_path):
    files = {
        "framesage.toml": 'rule-paths = ["house"]\n',
        "house/pack.toml": PACK,
        "house/six.toml": RULE,
    }
    listed, configured = start(wire, make_project, tmp_path, files)
    shown(wire, listed, ["acme-no-six"])
    shutil.rmtree(tmp_path / "house")
    wire.change(listed, "flask\n\nsix\n", 2)
    (finding,) = shown(wire, listed, ["acme-no-six"])
    while finding["range"]["start"]["line"] != 2:
        (finding,) = shown(wire, listed, ["acme-no-six"])
    save(wire, configured)
    (finding,) = shown(wire, configured, ["settings"])
    assert finding["message"] == (
        "rule-paths: 'house' does not exist: correct the path, or check out the rules there"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
@pytest.mark.parametrize("name", ["fifo", "kernel", "digits", "escapes", "huge", "circle"])
def test_a_pack_that_is_made_to_harm_is_told_and_the_server_goes_on(
    wire, make_project, tmp_path, name
):
    nines = "9" * 9000
    made = {
        "digits": PACK + f'requires-framesage = ">={nines}"\n',
        "escapes": PACK + 'description = "\\u001b[2J"\n',
    }
    files = {
        "framesage.toml": 'rule-paths = [\n  "house",\n]\n',
        "house/pack.toml": made.get(name, PACK),
        "house/six.toml": RULE + "#" * (5_000_000 if name == "huge" else 0),
    }
    make_project(tmp_path, files)
    if name == "fifo":
        os.mkfifo(tmp_path / "house" / "fifo.toml")
    if name == "kernel":
        (tmp_path / "house" / "log.toml").symlink_to("/proc/self/mem")
        (tmp_path / "house" / "pack.toml").unlink()
        (tmp_path / "house" / "pack.toml").symlink_to("/proc/kmsg")
    if name == "circle":
        (tmp_path / "house" / "a.toml").symlink_to("a.toml")
    listed, configured = start(
        wire, make_project, tmp_path, {"framesage.toml": files["framesage.toml"]}
    )
    (finding,) = shown(wire, configured, ["settings"])
    assert finding["range"]["start"] == {"line": 1, "character": 2}
    assert finding["message"].isprintable()
    assert len(finding["message"]) < 600
    assert wire.hover(listed, 0, 1)
