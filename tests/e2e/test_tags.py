"""Diagnostics that say how an editor shows the text: struck through or faded."""

import pytest
from lsprotocol.types import DiagnosticTag

pytestmark = pytest.mark.asyncio(loop_scope="module")

TAGS = {
    "superseded-package": [DiagnosticTag.Deprecated],
    "unmaintained-security-package": [DiagnosticTag.Deprecated],
    "unused-ignore": [DiagnosticTag.Unnecessary],
    "flask-unsupported": [],
}


async def test_editors_that_know_tags_get_them(editor):
    text = "flask==2.2.5  # framesage: ignore[two-frameworks] one is left\nraven\npycrypto\n"
    uri = editor.open("requirements.txt", text)
    found = {item.code: list(item.tags or ()) for item in await editor.diagnostics(uri)}
    capabilities = editor.client.capabilities.text_document
    able = any(
        kind and kind.tag_support
        for kind in (capabilities.publish_diagnostics, capabilities.diagnostic)
    )
    assert found == {rule: tags if able else [] for rule, tags in TAGS.items()}
