"""Changes of documents are decoded as LSP specifies, and null is absent."""

import json

import pytest
from pygls.exceptions import JsonRpcInvalidParams

from framesage.lsp.conversion.edits import DocumentChange, Edit, Place
from framesage.lsp.transport.document_changes import document_change

ORIGIN = {"line": 0, "character": 0}
SPAN = {"start": {"line": 1, "character": 2}, "end": {"line": 3, "character": 4}}
PLACES = Place(1, 2), Place(3, 4)


def decoded(*changes: object, **document: object) -> DocumentChange:
    document = {"uri": "file:///x", "version": 7, **document}
    return document_change({"textDocument": document, "contentChanges": list(changes)})


def test_a_change_keeps_the_order_of_its_edits():
    change = decoded({"range": SPAN, "rangeLength": 5, "text": "a"}, {"text": "b"})
    assert change == DocumentChange("file:///x", 7, (Edit("a", PLACES), Edit("b")))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"range": None, "text": "a"}, Edit("a")),
        ({"range": SPAN, "text": None}, Edit("", PLACES)),
        ({"range": SPAN}, Edit("", PLACES)),
        ({"range": {"start": SPAN["end"], "end": SPAN["start"]}, "text": "a"}, Edit("a", PLACES)),
        (
            {"range": {"start": {"line": 1.0, "character": -3}, "end": SPAN["end"]}, "text": "a"},
            Edit("a", (Place(1, 0), Place(3, 4))),
        ),
    ],
    ids=json.dumps,
)
def test_edits_are_read_as_they_are_meant(written, meant):
    assert decoded(written).edits == (meant,)


def test_a_version_may_be_missing():
    assert decoded(version=None) == DocumentChange("file:///x", None, ())
    assert decoded(version="7") == DocumentChange("file:///x", None, ())


@pytest.mark.parametrize(
    "params",
    [
        None,
        [],
        {},
        {"textDocument": None},
        {"textDocument": {"uri": 7}},
        {"textDocument": {"uri": "file:///x"}, "contentChanges": 7},
        {"textDocument": {"uri": "file:///x"}, "contentChanges": [7]},
        {"textDocument": {"uri": "file:///x"}, "contentChanges": [{"text": 7}]},
        {"textDocument": {"uri": "file:///x"}, "contentChanges": [{"range": {}, "text": ""}]},
        {
            "textDocument": {"uri": "file:///x"},
            "contentChanges": [{"range": {"start": ORIGIN, "end": {"line": 1.5, "character": 0}}}],
        },
        {
            "textDocument": {"uri": "file:///x"},
            "contentChanges": [
                {"range": {"start": ORIGIN, "end": {"line": 1e999, "character": 0}}}
            ],
        },
    ],
    ids=repr,
)
def test_what_is_no_change_is_refused(params):
    with pytest.raises(JsonRpcInvalidParams, match="invalid change of a document"):
        document_change(params)
