"""An internal error costs one answer, not the session."""

import sys

import pytest

from e2e.wire import Wire

FAULTY = """
import sys
from framesage.cli import main
from framesage.lsp.workspace.store import Store

real = Store.assessment

def faulty(self, root):
    if any("boom" in buffer.text for buffer in self.buffers.values()):
        raise ZeroDivisionError("made up")
    return real(self, root)

Store.assessment = faulty
sys.exit(main(["server"]))
"""


@pytest.fixture
def wire(tmp_path):
    with Wire([sys.executable, "-c", FAULTY]) as wire:
        wire.initialize(tmp_path)
        yield wire


def test_an_error_in_the_analysis_does_not_end_the_session(wire, tmp_path):
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, "flask\ndjango\n# boom\n")
    assert wire.hover(uri, 0, 1)["error"]["code"] == -32603
    wire.change(uri, "flask\ndjango\n", 2)
    while (told := wire.published(uri))["version"] != 2:
        pass
    assert {diagnostic["code"] for diagnostic in told["diagnostics"]} == {"two-frameworks"}
    assert wire.hover(uri, 0, 1)["result"]
    assert not [message for message in wire.seen if message.get("method") == "window/showMessage"]
    wire.process.stdin.close()
    assert "made up" in wire.log_at_the_end()
