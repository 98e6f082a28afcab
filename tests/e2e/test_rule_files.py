"""Rule files in an editor: completion and hovers, from the declarations of their tables."""

import pytest

from e2e.wire import Wire

PACK = '[pack]\nname = "acme-rules"\nversion = "1.0"\n'
RULE = '[[rule]]\nid = "acme-login"\nwhen = "needs-au'


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def rules(wire, make_project, tmp_path):
    """Open a pack with a half-typed rule; return the URIs of the rule file and of pack.toml."""
    files = {"house/pack.toml": PACK, "house/login.toml": RULE}
    make_project(tmp_path, {"requirements.txt": "flask\n", **files})
    wire.initialize(tmp_path)
    uris = [(tmp_path / name).as_uri() for name in ("house/login.toml", "house/pack.toml")]
    wire.open(uris[0], RULE)
    wire.open(uris[1], PACK)
    return uris


def complete(wire, uri, line, character):
    at = {"line": line, "character": character}
    params = {"textDocument": {"uri": uri}, "position": at}
    return wire.request("textDocument/completion", params)["result"]


def test_a_half_typed_trait_is_completed(wire, rules):
    (item,) = complete(wire, rules[0], 2, len('when = "needs-au'))
    assert (item["label"], item["detail"]) == ("needs-auth", "User accounts and login")
    assert item["textEdit"]["newText"] == 'needs-auth"'
    start, end = item["textEdit"]["range"].values()
    assert (start["character"], end["character"]) == (8, 16)


def test_keys_follow_unsaved_edits(wire, rules):
    wire.change(rules[0], RULE + 'th"\nseverity = "hint"\n', 2)
    labels = [item["label"] for item in complete(wire, rules[0], 4, 0)]
    assert "message" in labels
    assert "favors" not in labels


def test_the_keys_of_a_pack_are_completed(wire, rules):
    labels = [item["label"] for item in complete(wire, rules[1], 3, 0)]
    assert labels == ["requires-framesage", "description"]


def test_a_key_and_an_id_are_explained(wire, rules):
    wire.change(rules[0], RULE + 'th"\n', 2)
    key = wire.hover(rules[0], 2, 1)["result"]["contents"]["value"]
    assert key.startswith("**when**\n\nThe condition under which the rule applies.")
    trait = wire.hover(rules[0], 2, 10)["result"]["contents"]["value"]
    assert trait.startswith("**needs-auth**\n\nUser accounts and login")


def test_other_files_of_toml_get_nothing(wire, rules, tmp_path):
    uri = (tmp_path / "Cargo.toml").as_uri()
    wire.open(uri, "[")
    assert complete(wire, uri, 0, 1) == []
