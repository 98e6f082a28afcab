"""What lsprotocol does not know is left out of a message, with as little as possible around it."""

import typing
from collections.abc import Iterator, Sequence

import attrs
import pytest
from lsprotocol import converters, types
from pygls.exceptions import JsonRpcInvalidParams

from framesage.lsp.structuring.lenient import structure

CONVERTER = converters.get_converter()
ODD = (None, 99, -1, 1.5, 1e999, "from the future", ["x", 7], {"x": 1}, True, [], {}, [None], [{}])
AT = {"textDocument": {"uri": "file:///x"}, "position": {"line": 1, "character": 2}}


def initialize(capabilities: object, **params) -> types.InitializeParams:
    message = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"processId": 7, "capabilities": capabilities, **params},
    }
    return structure(CONVERTER, message, types.InitializeRequest).params


def places(cls: type, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every capability."""
    for field in attrs.fields(cls):
        first, *others = field.name.split("_")
        here = (*path, first + "".join(word.title() for word in others))
        yield here
        options = [*typing.get_args(field.type), field.type]
        for option in [*options, *(arg for part in options for arg in typing.get_args(part))]:
            if isinstance(option, type) and attrs.has(option):
                yield from places(option, here)


PLACES = sorted({*places(types.ClientCapabilities)})


def test_every_capability_may_have_any_value():
    assert len(PLACES) > 200
    for path in PLACES:
        for odd in ODD:
            able: object = odd
            for key in reversed(path):
                able = {key: able}
            able.setdefault("general", {"positionEncodings": ["utf-8"]})
            if path[0] != "general":
                read = initialize(able).capabilities
                assert read.general.position_encodings == ("utf-8",), (path, odd)
            else:
                initialize(able)


def test_known_values_beside_unknown_ones_are_kept():
    able = {
        "textDocument": {
            "hover": {"contentFormat": ["html", "markdown", "djot"], "shine": 7},
            "publishDiagnostics": {"tagSupport": {"valueSet": [9, 1, 8, 2]}},
            "semanticTokens": {"requests": {}},
            "codeLens": {"dynamicRegistration": True},
        }
    }
    read = initialize(able, trace="compact", clientInfo={"name": None}, locale=["de"])
    document = read.capabilities.text_document
    assert document.hover.content_format == (types.MarkupKind.Markdown,)
    assert document.publish_diagnostics.tag_support.value_set == (1, 2)
    assert document.code_lens.dynamic_registration is True
    assert document.semantic_tokens is None and read.trace is None and read.process_id == 7


def test_items_without_what_they_need_are_left_out_alone():
    folders = [
        {"name": "a"},
        {"uri": "file:///b", "name": "b"},
        7,
        {"uri": "file:///c", "name": ""},
    ]
    read = initialize({}, workspaceFolders=folders).workspace_folders
    assert [folder.uri for folder in read] == ["file:///b", "file:///c"]


def asked(method: str, params: object) -> object:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return structure(CONVERTER, message, types.METHOD_TO_TYPES[method][0])


def test_unknown_values_cost_no_answer():
    span = {"start": AT["position"], "end": AT["position"]}
    others = {"range": span, "message": "of another server", "severity": 9, "tags": [1, 7]}
    context = {"diagnostics": [others], "triggerKind": 5, "only": ["quickfix", "magic"]}
    params = {"textDocument": AT["textDocument"], "range": span, "context": context}
    read = asked("textDocument/codeAction", params).params.context
    assert read.diagnostics[0].message == "of another server"
    assert read.diagnostics[0].severity is None and read.trigger_kind is None
    completion = asked("textDocument/completion", {**AT, "context": {"triggerKind": 9}})
    assert completion.params.context is None


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({**AT, "position": {"line": -1, "character": 0}}, "params.position"),
        ({**AT, "position": {"line": 2**31, "character": 0}}, "params.position"),
        ({**AT, "position": {"line": "x", "character": 0}}, "params.position.line"),
        ({"position": AT["position"]}, "params.textDocument"),
        (None, "params"),
        ("text", "params"),
    ],
)
def test_an_error_names_what_is_required(params, field):
    with pytest.raises(JsonRpcInvalidParams, match=f"invalid {field}"):
        asked("textDocument/hover", params)


def test_edits_are_applied_as_a_whole_or_not_at_all():
    changes: Sequence[object] = [{"text": "x"}, {"range": 7, "text": "y"}]
    document = {"uri": "file:///x", "version": 2}
    with pytest.raises(JsonRpcInvalidParams):
        asked("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
