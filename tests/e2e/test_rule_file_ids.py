"""Ids in rule files, over the real server: definition, references, rename and symbols."""

import pytest

from e2e.wire import Wire

PACK = '[pack]\nname = "acme-rules"\nversion = "1.0"\n\n[severities]\nacme-login = "warning"\n'
RULES = """\
[[trait]]
id = "acme-portal"
title = "A portal 😀"
description = "The project is one of our portals."
question = "Is it a portal?"
help = "Customers log in."
yes = "It is a portal."
no = "It is none."

[[rule]]
id = "acme-login"
title = "Portals need acme-auth"
severity = "hint"
message = "Add `acme-auth`."
why = "Portals have accounts."
when = { all = ["needs-auth", "acme-portal"] }
references = ["guide:G07"]

[[rule.test]]
name = "a portal"
wanted = true
traits = { acme-portal = true }

[[rule.test]]
name = "any other 😀"
wanted = false
"""
SETTINGS = """\
[project]
name = "shop"
dependencies = [
  "flask",  # framesage: ignore[acme-login] later
]
[tool.framesage]
rule-paths = ["house"]
[tool.framesage.rules]
"acme-login" = "error"
[tool.framesage.traits]
acme-portal = true
[tool.framesage.ignore]
"acme-login" = { reason = "We have one.", until = "2099-01-31" }
[tool.framesage.per-file]
"old/*" = { acme-login = "off" }
"""


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def uris(wire, make_project, tmp_path):
    files = {
        "pyproject.toml": SETTINGS,
        "house/pack.toml": PACK,
        "house/login.toml": RULES,
    }
    make_project(tmp_path, files)
    symbols = {"hierarchicalDocumentSymbolSupport": True}
    wire.initialize(tmp_path, capabilities={"textDocument": {"documentSymbol": symbols}})
    uris = {name: (tmp_path / name).as_uri() for name in files}
    for name, uri in uris.items():
        wire.open(uri, files[name])
    return uris


def ask(wire, method, uri, text, needle, **more):
    line = next(number for number, line in enumerate(text.split("\n")) if needle in line)
    at = {"line": line, "character": text.split("\n")[line].index(needle) + 1}
    return wire.request(
        f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": at, **more}
    )


def starts(locations):
    return [
        (found["uri"].rpartition("/")[2], *found["range"]["start"].values()) for found in locations
    ]


def test_a_rule_is_found_from_every_file_that_names_it(wire, uris):
    places = (
        ("house/pack.toml", PACK, "acme-login"),
        ("pyproject.toml", SETTINGS, 'acme-login" ='),
        ("pyproject.toml", SETTINGS, "acme-login]"),
    )
    for name, text, needle in places:
        found = ask(wire, "definition", uris[name], text, needle)["result"]
        assert starts(found) == [("login.toml", 10, 6)], (name, needle)


def test_built_in_ids_lead_to_the_built_in_rules(wire, uris):
    for needle, file in (("needs-auth", "traits"), ("G07", "claims")):
        (found,) = ask(wire, "definition", uris["house/login.toml"], RULES, needle)["result"]
        assert "/rules/" in found["uri"]
        assert file in found["uri"] or needle == "G07"


def test_the_uses_of_a_trait_are_found(wire, uris):
    found = ask(
        wire,
        "references",
        uris["house/login.toml"],
        RULES,
        "acme-portal",
        context={"includeDeclaration": False},
    )["result"]
    assert starts(found) == [
        ("login.toml", 15, 31),
        ("login.toml", 21, 11),
        ("pyproject.toml", 10, 0),
    ]


def test_a_rename_includes_settings_and_comments(wire, uris):
    edit = ask(
        wire, "rename", uris["house/login.toml"], RULES, "acme-login", newName="acme-sign-in"
    )["result"]
    texts = {
        uris[name]: text
        for name, text in (
            ("pyproject.toml", SETTINGS),
            ("house/pack.toml", PACK),
            ("house/login.toml", RULES),
        )
    }
    assert edit["changes"].keys() == texts.keys()
    for uri, edits in edit["changes"].items():
        lines = texts[uri].split("\n")
        for change in edits:
            start, end = change["range"]["start"], change["range"]["end"]
            line = lines[start["line"]]
            assert line[start["character"] : end["character"]] == "acme-login"
            assert change["newText"] == "acme-sign-in"
        assert len(edits) == texts[uri].count("acme-login")


def test_what_cannot_be_renamed_is_refused_with_a_reason(wire, uris):
    refused = ask(wire, "prepareRename", uris["house/login.toml"], RULES, "needs-auth")["error"]
    assert refused["message"] == "The trait 'needs-auth' is built in, so it keeps its name."
    taken = ask(
        wire, "rename", uris["house/login.toml"], RULES, "acme-portal", newName="needs-auth"
    )["error"]
    assert taken["message"] == "There is already a trait 'needs-auth'."
    invalid = ask(wire, "rename", uris["house/login.toml"], RULES, "acme-portal", newName="a b")
    assert "kebab-case" in invalid["error"]["message"]


def test_rules_are_symbols_with_their_tests(wire, uris):
    params = {"textDocument": {"uri": uris["house/login.toml"]}}
    found = wire.request("textDocument/documentSymbol", params)["result"]
    names = [(it["name"], it["detail"], [test["name"] for test in it["children"]]) for it in found]
    assert names == [
        ("acme-portal", "trait", []),
        ("acme-login", "rule", ["a portal", "any other 😀"]),
    ]
    test = found[1]["children"][1]
    assert test["range"]["start"] == {"line": 23, "character": 0}
    assert test["range"]["end"] == {"line": 25, "character": 14}
    assert test["selectionRange"]["end"] == {"line": 24, "character": 7 + len('"any other ') + 3}


def test_other_files_of_toml_get_nothing(wire, uris, tmp_path):
    uri = (tmp_path / "Cargo.toml").as_uri()
    text = '[[rule]]\nid = "acme-login"\n'
    wire.open(uri, text)
    assert not ask(wire, "definition", uri, text, "acme-login")["result"]
    assert not ask(wire, "prepareRename", uri, text, "acme-login")["result"]
