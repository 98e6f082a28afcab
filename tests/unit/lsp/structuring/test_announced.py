"""Capabilities that are structured on access equal those that are structured at once."""

from functools import reduce

import pytest
from lsprotocol import converters, types
from pygls.lsp.server import LanguageServer

from framesage.lsp.structuring.protocol import LenientProtocol
from unit.lsp.structuring.test_lenient import initialize, places

SENT = {
    "general": {"positionEncodings": ["utf-9", "utf-8"], "staleRequestSupport": {"cancel": True}},
    "textDocument": {
        "hover": {"contentFormat": ["html", "markdown"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "codeLens": None,
        "diagnostic": {"dynamicRegistration": True},
        "publishDiagnostics": 7,
    },
    "workspace": {"workspaceEdit": {"documentChanges": True, "failureHandling": "odd"}},
    "window": [],
    "experimental": {"commands": {"commands": ["a"]}},
    "shiny": {"new": True},
}


def attribute(key):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in key)


def value_at(path, capabilities):
    try:
        return reduce(getattr, map(attribute, path), capabilities)
    except AttributeError as error:
        return type(error)


@pytest.fixture
def read():
    protocol = LenientProtocol(LanguageServer("test", "1"), converters.get_converter())
    message = {"jsonrpc": "2.0", "id": 1, "method": "initialize"}
    params = {"processId": 7, "rootUri": None, "capabilities": SENT}
    return protocol.structure_message({**message, "params": params}).params.capabilities


def test_each_capability_is_what_reading_all_gives(read):
    whole = initialize(SENT).capabilities
    paths = [path for path in places(types.ClientCapabilities) if len(path) > 1]
    values = {path: value_at(path, whole) for path in paths}
    assert {path: value_at(path, read) for path in paths} == values
    assert sum(value is not AttributeError and value is not None for value in values.values()) > 6
    assert read.window == whole.window and read.experimental == whole.experimental


def test_what_no_client_can_announce_is_no_attribute(read):
    assert not hasattr(read, "magic") and not hasattr(read.text_document, "magic")
    assert not hasattr(read, "__attrs_attrs__")
