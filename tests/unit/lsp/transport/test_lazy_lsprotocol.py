"""The lazy import of lsprotocol behaves like the usual import, and falls back to it."""

import json
import os
import subprocess
import sys

import pytest

FIELDS = """
import json, sys
from framesage.lsp.transport.lazy_lsprotocol import prepare
lazy = prepare()
import attrs
from lsprotocol import types, converters
converters.get_converter()
found = {
    name: [(f.name, str(f.type), str(f.default), f.kw_only, f.eq) for f in attrs.fields(cls)]
    for name, cls in types.ALL_TYPES_MAP.items()
    if isinstance(cls, type) and attrs.has(cls)
}
json.dump([lazy, found], sys.stdout)
"""

MESSAGES = """
import json, sys
from framesage.lsp.transport.lazy_lsprotocol import prepare
lazy = prepare()
from pygls.protocol import default_converter
from lsprotocol import types
converter = default_converter()
message = json.loads(sys.stdin.read())
structured = converter.structure(message, types.InitializeRequest)
again = converter.unstructure(structured)
span = types.Range(types.Position(1, 2), types.Position(line=1, character=9))
diagnostic = types.Diagnostic(span, "text", severity=types.DiagnosticSeverity.Hint)
same = diagnostic == types.Diagnostic(span, "text", severity=types.DiagnosticSeverity.Hint)
ordered = types.Position(1, 2) < types.Position(1, 3)
json.dump([lazy, again, converter.unstructure(diagnostic), repr(diagnostic), same, ordered],
    sys.stdout)
"""

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "processId": 1,
        "rootUri": None,
        "workspaceFolders": [{"uri": "file:///x", "name": "x"}],
        "capabilities": {
            "general": {"positionEncodings": ["utf-8", "utf-16"]},
            "workspace": {"configuration": True, "workspaceEdit": {"documentChanges": True}},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {"relatedInformation": True, "tagSupport": {"valueSet": [1]}},
            },
        },
    },
}


def run(code: str, text: str = "", **environment: str):
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("code", [FIELDS, MESSAGES])
def test_lazy_and_usual_imports_are_alike(code):
    text = json.dumps(INITIALIZE)
    lazy, *of_lazy = run(code, text)
    usual, *of_usual = run(code, text, FRAMESAGE_PLAIN_LSPROTOCOL="1")
    assert lazy is True and usual is False
    assert of_lazy == of_usual


def test_an_unexpected_lsprotocol_is_imported_as_usual():
    code = """
import json, sys, attrs, importlib
from framesage.lsp.transport import lazy_lsprotocol
lazy_lsprotocol._DONE = "a flag that is not there"
prepared = lazy_lsprotocol.prepare()
from lsprotocol import types, converters
converters.get_converter()
json.dump([prepared, types.Position(1, 2).line, "__slots__" in vars(types.Position)], sys.stdout)
"""
    assert run(code) == [False, 1, True]
