"""Open documents stay in step with the client, whatever it sends and in any encoding."""

import random
import re

import pytest

from e2e.wire import Wire

UNITS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}
PIECES = [
    "flask\n", "django>=4 # 😀é\n", "\r\n", "\r", "\n", "é", "😀", "\u2028", "\f", "a", "==1.0",
    "\nwtforms\n", "# ", "gunicorn\r\n", "",
]  # fmt: skip
BOTH = "flask\ndjango\n"


class Model:
    """A document as the client has it: a plain text, which is edited between two offsets."""

    def __init__(self, text: str, units) -> None:
        self.text = text
        self.version = 1
        self._units = units

    def place(self, offset: int) -> dict:
        ends = [end.end() for end in re.finditer(r"\r\n|\n|\r", self.text) if end.end() <= offset]
        start = ends[-1] if ends else 0
        return {"line": len(ends), "character": self._units(self.text[start:offset])}

    def edit(self, chance: random.Random) -> dict:
        """Make a random edit; return it as the client writes it."""
        offsets = [
            offset
            for offset in range(len(self.text) + 1)
            if self.text[offset - 1 : offset + 1] != "\r\n"
        ]
        start = chance.choice(offsets)
        near = [offset for offset in offsets if start <= offset <= start + 12]
        end, new = chance.choice(near), "".join(chance.choices(PIECES, k=chance.randint(0, 3)))
        written = {"range": {"start": self.place(start), "end": self.place(end)}, "text": new}
        self.text = self.text[:start] + new + self.text[end:]
        if chance.random() < 0.1:
            return {"text": self.text}
        return written

    def change(self, uri: str, edits: list[dict]) -> dict:
        self.version += 1
        document = {"uri": uri, "version": self.version}
        return {"textDocument": document, "contentChanges": edits}


def shown(wire: Wire, uri: str, version: int | None) -> list[dict]:
    while (published := wire.published(uri)).get("version") != version:
        pass
    return published["diagnostics"]


def symbols(wire: Wire, uri: str) -> object:
    params = {"textDocument": {"uri": uri}}
    return wire.request("textDocument/documentSymbol", params)["result"]


@pytest.mark.parametrize("encoding", UNITS)
def test_random_edits_lead_to_the_same_as_opening_the_text(tmp_path, encoding):
    chance = random.Random(encoding)
    uri = (tmp_path / "requirements.txt").as_uri()
    capabilities = {"general": {"positionEncodings": [encoding]}}
    with Wire() as wire, Wire() as fresh:
        for server in (wire, fresh):
            server.initialize(tmp_path, capabilities=capabilities)
        model = Model(BOTH * 3, UNITS[encoding])
        wire.open(uri, model.text)
        for _ in range(60):
            edits = [model.edit(chance) for _ in range(chance.randint(0, 4))]
            wire.notify("textDocument/didChange", model.change(uri, edits))
            fresh.open(uri, model.text, model.version)
            published = shown(wire, uri, model.version)
            assert published == shown(fresh, uri, model.version), repr(model.text)
            assert symbols(wire, uri) == symbols(fresh, uri), repr(model.text)
            fresh.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


@pytest.fixture
def opened(tmp_path):
    """A server with an open document that has nothing to say about."""
    (tmp_path / "requirements.txt").write_text("flask\n")
    uri = (tmp_path / "requirements.txt").as_uri()
    with Wire() as wire:
        wire.initialize(tmp_path)
        wire.open(uri, "flask\n")
        assert shown(wire, uri, 1) == []
        yield wire, uri


def change(wire: Wire, uri: str, *changes: object, **document: object) -> None:
    params = {"textDocument": {"uri": uri, **document}, "contentChanges": list(changes)}
    wire.notify("textDocument/didChange", params)


def codes(diagnostics: list[dict]) -> list[str]:
    return [diagnostic["code"] for diagnostic in diagnostics]


def test_a_change_without_a_version_is_made(opened):
    wire, uri = opened
    change(wire, uri, {"text": BOTH}, version=None)
    assert codes(shown(wire, uri, None)) == ["two-frameworks"]


def test_a_null_range_is_the_whole_text(opened):
    wire, uri = opened
    change(wire, uri, {"range": None, "rangeLength": None, "text": BOTH}, version=2)
    assert codes(shown(wire, uri, 2)) == ["two-frameworks"]


def test_a_null_text_is_none(opened):
    wire, uri = opened
    change(wire, uri, {"text": BOTH}, version=2)
    span = {"start": {"line": 1, "character": 0}, "end": {"line": 2, "character": 0}}
    change(wire, uri, {"range": span, "text": None}, version=3)
    assert shown(wire, uri, 3) == []


def test_a_change_without_edits_is_a_version(opened):
    wire, uri = opened
    change(wire, uri, version=7)
    assert shown(wire, uri, 7) == []
    wire.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 8}})
    assert shown(wire, uri, 8) == []


def test_a_null_text_opens_an_empty_document(opened):
    wire, uri = opened
    other = uri.replace("requirements.txt", "requirements-web.txt")
    document = {"uri": other, "languageId": None, "version": None, "text": None}
    wire.notify("textDocument/didOpen", {"textDocument": document})
    assert symbols(wire, other) == []
    change(wire, other, {"text": "wtforms\n"}, version=1)
    assert codes(shown(wire, other, 1)) == ["flask-forms-without-csrf"]


@pytest.mark.parametrize("version", [1_700_000_000_000, 2**53, -(2**40), 3.0])
def test_a_document_has_the_version_that_the_client_counts(opened, version):
    wire, uri = opened
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    wire.open(uri, BOTH, version)
    assert codes(shown(wire, uri, version)) == ["two-frameworks"]
    change(wire, uri, {"text": "flask\n"}, version=version + 1)
    assert shown(wire, uri, version + 1) == []


@pytest.mark.parametrize("odd", ["7", 2.5, [], {}, True])
def test_what_is_no_version_costs_no_text(opened, odd):
    wire, uri = opened
    change(wire, uri, {"text": BOTH}, version=odd)
    assert codes(shown(wire, uri, None)) == ["two-frameworks"]
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    document = {"uri": uri, "languageId": odd, "version": odd, "text": BOTH + "celery\n"}
    wire.notify("textDocument/didOpen", {"textDocument": document})
    assert [symbol["name"] for symbol in symbols(wire, uri)] == ["flask", "django", "celery"]


def test_a_change_is_made_as_a_whole_or_not_at_all(opened):
    wire, uri = opened
    change(wire, uri, {"text": BOTH}, {"text": 7}, version=2)
    change(wire, uri, version=3)
    assert shown(wire, uri, 3) == []


def test_a_save_ends_what_an_unreadable_change_has_begun(opened, tmp_path):
    wire, uri = opened
    change(wire, uri, {"text": 7}, version=2)
    (tmp_path / "requirements.txt").write_text(BOTH)
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    wire.until(lambda message: "two-frameworks" in str(message))


def test_a_change_of_a_document_that_is_not_open_is_refused(opened):
    wire, uri = opened
    change(wire, uri + ".in", {"text": BOTH}, version=2)
    change(wire, uri, version=3)
    assert shown(wire, uri, 3) == []
    assert wire.log.count(b"\n") <= 1
