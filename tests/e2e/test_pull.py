"""Clients that ask for diagnostics get them when they ask, and are never pushed any."""

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, begin, own_project

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def pulling_client(lsp_client: LanguageClient, tmp_path_factory):
    able = types.DiagnosticClientCapabilities()
    again = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=able, publish_diagnostics=types.PublishDiagnosticsClientCapabilities()
        ),
        workspace=types.WorkspaceClientCapabilities(diagnostics=again),
    )
    await begin(lsp_client, tmp_path_factory.mktemp("workspace"), capabilities)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def puller(pulling_client):
    yield from own_project(pulling_client)


async def test_what_did_not_change_is_not_sent_again(puller):
    uri = puller.open("requirements.txt", "flask\ndjango\n")
    first = await puller.pull(uri)
    assert first.kind == "full" and {one.code for one in first.items} == {"two-frameworks"}
    again = await puller.pull(uri, first.result_id)
    assert again.kind == "unchanged" and again.result_id == first.result_id
    puller.replace(uri, "flask\ndjango\n# a comment\n")
    assert (await puller.pull(uri, first.result_id)).kind == "unchanged"
    puller.replace(uri, "# a comment\nflask\ndjango\n")
    moved = await puller.pull(uri, first.result_id)
    assert moved.kind == "full" and moved.result_id != first.result_id
    assert {one.range.start.line for one in moved.items} <= {1, 2}
    puller.replace(uri, "flask\n")
    assert list((await puller.pull(uri, moved.result_id)).items) == []
    assert puller.client.published == []


async def test_every_document_of_a_project_can_be_asked_for(puller):
    puller.write("requirements.txt", "flask\n")
    uri = puller.open("requirements-web.txt", "wtforms\n")
    assert await puller.codes(uri) == ["flask-forms-without-csrf"]
    assert await puller.codes(puller.uri("requirements.txt")) == []
    assert await puller.codes(puller.uri("README.md")) == []
    assert await puller.codes("untitled:x") == []


async def test_it_is_asked_to_pull_again_when_the_disk_changed(puller):
    puller.write("requirements.txt", "flask\n")
    uri = puller.open("requirements-web.txt", "wtforms\n")
    assert await puller.codes(uri) == ["flask-forms-without-csrf"]
    before = puller.client.diagnostic_refresh_count
    puller.write("requirements.txt", "flask\nflask-wtf\n")
    event = types.FileEvent(uri=puller.uri("requirements.txt"), type=types.FileChangeType.Changed)
    puller.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await puller.codes(uri) == []
    assert puller.client.diagnostic_refresh_count == before + 1
