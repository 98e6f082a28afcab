"""Editors that are newer than this server: what they announce beyond it costs nothing."""

import pytest

from e2e.wire import Wire

VARIANTS = {
    "a kind of symbol": "textDocument.documentSymbol.symbolKind.valueSet",
    "a kind of completion": "textDocument.completion.completionItemKind.valueSet",
    "a tag of completion": "textDocument.completion.completionItem.tagSupport.valueSet",
    "a mode of insertion": "textDocument.completion.completionItem.insertTextModeSupport.valueSet",
    "a format of documentation": "textDocument.completion.completionItem.documentationFormat",
    "a format of hovers": "textDocument.hover.contentFormat",
    "a format of signatures": "textDocument.signatureHelp.signatureInformation.documentationFormat",
    "a tag of diagnostics": "textDocument.publishDiagnostics.tagSupport.valueSet",
    "a tag of symbols": "workspace.symbol.tagSupport.valueSet",
    "a kind of workspace symbol": "workspace.symbol.symbolKind.valueSet",
    "an operation of files": "workspace.workspaceEdit.resourceOperations",
    "a handling of failures": "workspace.workspaceEdit.failureHandling",
    "a kind of folding": "textDocument.foldingRange.foldingRangeKind.valueSet",
    "a kind of action": (
        "textDocument.codeAction.codeActionLiteralSupport.codeActionKind.valueSet"
    ),
    "a tag of actions": "textDocument.codeAction.tagSupport.valueSet",
    "a rename behavior": "textDocument.rename.prepareSupportDefaultBehavior",
    "a format of tokens": "textDocument.semanticTokens.formats",
    "an encoding": "general.positionEncodings",
    "a parser": "general.markdown",
    "a regular expression engine": "general.regularExpressions",
    "a capability": "textDocument.telepathy",
    "a kind of capability": "psychic",
}
ODD = [99, "from the future", None, {"x": [1]}]
SEVERAL = ("a kind of symbol", "a rename behavior", "an encoding")


def capabilities(*paths: str) -> dict:
    able: dict = {}
    for path in paths:
        *outer, last = path.split(".")
        parent = able
        for key in outer:
            parent = parent.setdefault(key, {})
        parent[last] = ODD
    able.setdefault("textDocument", {}).setdefault("hover", {}).setdefault("x", 1)
    return able


def found(root, able: dict, **params) -> tuple[dict, set]:
    """Return what the server says that it can do, and the codes of its diagnostics."""
    uri = (root / "requirements.txt").as_uri()
    with Wire() as wire:
        offered = wire.initialize(root, capabilities=able, **params)
        wire.open(uri, "flask\ndjango\n")
        codes = {finding["code"] for finding in wire.published(uri)["diagnostics"]}
        assert wire.hover(uri, 0, 1)["result"]
        assert wire.log == b""
    return offered, codes


@pytest.mark.parametrize("name", [*SEVERAL, "all of them"])
def test_unknown_values_do_not_refuse_the_session(name, tmp_path):
    paths = VARIANTS.values() if name == "all of them" else [VARIANTS[name]]
    offered, codes = found(tmp_path, capabilities(*paths))
    assert codes == {"two-frameworks"}
    assert offered["hoverProvider"] and offered["positionEncoding"] == "utf-16"


def test_other_fields_of_initialize_may_be_unknown_or_odd(tmp_path):
    odd = {
        "trace": "compact",
        "locale": 7,
        "clientInfo": {"version": ["1"]},
        "workDoneToken": {"a": 1},
        "rootPath": 5,
        "workspaceFolders": [7, {"uri": tmp_path.as_uri(), "name": "x", "color": "red"}],
        "initializationOptions": [None, 7],
        "processId": "me",
        "mood": {"good": True},
    }
    _, codes = found(tmp_path, {"experimental": ["x"], "window": 7, "general": None}, **odd)
    assert codes == {"two-frameworks"}


@pytest.mark.parametrize("able", [None, {}])
def test_capabilities_may_be_missing(able, tmp_path):
    _, codes = found(tmp_path, able)
    assert codes == {"two-frameworks"}
