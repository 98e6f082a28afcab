"""Messages reach pygls, rejected ones are logged in one line, and handled ones are not kept."""

import asyncio
import io

from framesage.lsp.server import build
from framesage.lsp.transport.dispatcher import Dispatcher

CAPABILITIES = {"capabilities": {}, "processId": None, "rootUri": None}


def test_handled_notifications_are_not_kept(tmp_path):
    server, sent = build(), io.BytesIO()
    server.protocol.set_writer(sent)
    dispatcher = Dispatcher(server.protocol, sent.write, server.own)
    uri = (tmp_path / "requirements.txt").as_uri()

    def notify(method: str, **params) -> None:
        dispatcher.message({"jsonrpc": "2.0", "method": method, "params": params})

    async def type_often() -> int:
        dispatcher.message(
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": CAPABILITIES}
        )
        document = {"uri": uri, "languageId": "", "version": 1}
        notify("textDocument/didOpen", textDocument={**document, "text": "flask\n"})
        for version in range(2, 50):
            changes = [{"text": f"flask=={version}\n"}]
            changed = {"uri": uri, "version": version}
            notify("textDocument/didChange", textDocument=changed, contentChanges=changes)
        return len(server.protocol._request_futures)

    assert asyncio.run(type_often()) == 0
    (buffer,) = server.store.buffers.values()
    assert buffer.version == 49


def test_a_rejected_message_is_logged_in_one_line(caplog):
    server, sent = build(), io.BytesIO()
    dispatcher = Dispatcher(server.protocol, sent.write, server.own)
    message = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": 7}}
    dispatcher.message(message)
    (record,) = caplog.records
    assert record.getMessage().startswith("rejected initialize: ")
    assert record.exc_info is None
    assert b'"code": -32602' in sent.getvalue()
