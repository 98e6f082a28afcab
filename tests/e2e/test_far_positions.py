"""No work is bounded by a number that a client sends: positions after the end are the end."""

import time

import pytest

from e2e.wire import Wire

FAR = 2**31 - 1
TEXTS = {
    "requirements.txt": "flask==2.2.5\ndjango\nwtforms\n-r other.txt\n",
    "pyproject.toml": "[project]\nname = 'x'\ndependencies = ['flask', 'django']\n",
    "setup.cfg": "[options]\ninstall_requires =\n    flask\n    django\n",
    "environment.yml": "dependencies:\n  - flask\n  - pip:\n    - django\n",
    "framesage.toml": "exclude = ['x']\n",
    "rules/own.toml": "[[advice]]\nid = 'x'\n",
    "other.txt": "",
}
METHODS = (
    *("completion", "hover", "codeAction", "definition", "declaration", "references", "rename"),
    *("prepareRename", "inlayHint", "documentLink", "codeLens", "documentSymbol", "diagnostic"),
)
ENDS = [(0, 0), (0, FAR), (FAR, 0), (FAR, FAR), (0, 2**32 - 1), (2**53, -1), (-1, 1.0)]
ALLOWED = (None, -32601, -32803)
"""No error, no such method, or a rename that is refused, which no position is to blame for."""
SECONDS = 5.0
"""For all requests about a document; a loop over 2**31 lines took minutes for one."""


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    root = tmp_path_factory.mktemp("far")
    (root / "rules").mkdir()
    with Wire() as wire:
        wire.initialize(root)
        for name, text in TEXTS.items():
            (root / name).write_text(text, encoding="utf-8")
            wire.open((root / name).as_uri(), text)
        wire.root = root
        yield wire


@pytest.mark.parametrize("name", TEXTS)
def test_a_far_position_is_the_end(name, session):
    uri = (session.root / name).as_uri()
    session.hover(uri, 0, 0)  # whatever is computed once
    begin = time.monotonic()
    for start in ENDS:
        for method in METHODS:
            answer = session.request(f"textDocument/{method}", asked(uri, start))
            assert answer.get("error", {}).get("code") in ALLOWED, (method, answer)
    assert time.monotonic() - begin < SECONDS
    assert b"Traceback" not in session.log


def asked(uri: str, start: tuple[int, int]) -> dict:
    position = {"line": start[0], "character": start[1]}
    return {
        "textDocument": {"uri": uri},
        "position": position,
        "range": {"start": position, "end": {"line": FAR, "character": FAR}},
        "context": {"diagnostics": [], "includeDeclaration": True},
        "newName": "other",
    }


def test_versions_and_edits_may_have_any_number(session):
    uri = (session.root / "requirements.txt").as_uri()
    edit = asked(uri, (FAR, FAR))["range"]
    for version in (FAR, -FAR, 2**53, 0):
        changes = [{"range": edit, "text": "\nflask-login"}]
        document = {"uri": uri, "version": version}
        params = {"textDocument": document, "contentChanges": changes}
        session.notify("textDocument/didChange", params)
    answer = session.request("textDocument/documentSymbol", asked(uri, (0, 0)))
    assert str(answer["result"]).count("flask-login") >= 4
