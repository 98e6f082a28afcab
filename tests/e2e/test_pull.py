"""Clients that request diagnostics are never sent any without a request."""

import asyncio

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, begin, own_project
from e2e.wire import PATIENCE

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def pulling_client(lsp_client: LanguageClient, tmp_path_factory):
    able = types.DiagnosticClientCapabilities(related_document_support=True)
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


async def test_unchanged_diagnostics_are_not_sent_again(puller):
    uri = puller.open("requirements.txt", "flask\ndjango\n")
    first = await puller.pull(uri)
    assert first.kind == "full" and {diagnostic.code for diagnostic in first.items} == {
        "two-frameworks"
    }
    again = await puller.pull(uri, first.result_id)
    assert again.kind == "unchanged" and again.result_id == first.result_id
    puller.replace(uri, "flask\ndjango\n# a comment\n")
    assert (await puller.pull(uri, first.result_id)).kind == "unchanged"
    puller.replace(uri, "# a comment\nflask\ndjango\n")
    moved = await puller.pull(uri, first.result_id)
    assert moved.kind == "full" and moved.result_id != first.result_id
    assert {diagnostic.range.start.line for diagnostic in moved.items} <= {1, 2}
    puller.replace(uri, "flask\n")
    assert list((await puller.pull(uri, moved.result_id)).items) == []
    assert puller.client.published == []


async def test_diagnostics_of_every_document_can_be_requested(puller):
    puller.write("requirements.txt", "flask\n")
    uri = puller.open("requirements-web.txt", "wtforms\n")
    assert await puller.codes(uri) == ["flask-forms-without-csrf"]
    assert await puller.codes(puller.uri("requirements.txt")) == []
    assert await puller.codes(puller.uri("README.md")) == []
    assert await puller.codes("untitled:x") == []


async def test_a_change_on_the_disk_causes_a_refresh(puller):
    puller.write("requirements.txt", "flask\n")
    uri = puller.open("requirements-web.txt", "wtforms\n")
    assert await puller.codes(uri) == ["flask-forms-without-csrf"]
    before = puller.client.refreshes[types.WORKSPACE_DIAGNOSTIC_REFRESH]
    puller.write("requirements.txt", "flask\nflask-wtf\n")
    event = types.FileEvent(uri=puller.uri("requirements.txt"), type=types.FileChangeType.Changed)
    puller.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await puller.codes(uri) == []
    assert puller.client.refreshes[types.WORKSPACE_DIAGNOSTIC_REFRESH] == before + 1


async def test_related_documents_are_reported_with_an_edited_one(puller):
    puller.write("base.txt", "wtforms\n")
    puller.write("requirements-dev.txt", "pytest\n")
    uri = puller.open("requirements.txt", "-r base.txt\nflask\nflask-wtf\n")
    assert (await puller.pull(uri)).related_documents is None
    puller.replace(uri, "-r base.txt\nflask\n")
    ((other, report),) = (await puller.pull(uri)).related_documents.items()
    assert other == puller.uri("base.txt")
    assert report.kind == "full"
    assert [diagnostic.code for diagnostic in report.items] == ["flask-forms-without-csrf"]
    (again,) = (await puller.pull(uri)).related_documents.values()
    assert (again.kind, again.result_id) == ("unchanged", report.result_id)
    puller.replace(uri, "-r base.txt\nflask\nflask-wtf\n")
    (silent,) = (await puller.pull(uri)).related_documents.values()
    assert (silent.kind, list(silent.items)) == ("full", [])


def refreshes_of(editor):
    """Return the refresh requests that an editor supports."""
    workspace = editor.client.capabilities.workspace
    able = {
        types.WORKSPACE_DIAGNOSTIC_REFRESH: workspace.diagnostics,
        types.WORKSPACE_CODE_LENS_REFRESH: workspace.code_lens,
        types.WORKSPACE_INLAY_HINT_REFRESH: workspace.inlay_hint,
    }
    return {
        method for method, capability in able.items() if capability and capability.refresh_support
    }


async def refreshed(editor, wanted):
    """Wait until exactly these refreshes have been requested, and clear them."""

    async def asked() -> None:
        while set(editor.client.refreshes) != wanted:
            await asyncio.sleep(0.002)

    await asyncio.wait_for(asked(), PATIENCE)
    editor.client.refreshes.clear()


async def settled(editor, uri):
    """Wait until the server has handled everything."""
    for _ in range(3):
        await editor.hover(uri, 0, 0)
        await asyncio.sleep(0.01)


async def test_an_edit_of_an_included_file_refreshes_the_including_one(client):
    client.write("base.txt", "requests\n")
    uri = client.open("requirements.txt", "-r base.txt\nflask\nwtforms\n")
    base = client.open("base.txt", "requests\n")
    await settled(client, uri)
    client.client.refreshes.clear()
    client.replace(base, "requests\n# no change\n")
    await settled(client, uri)
    assert not client.client.refreshes
    client.replace(base, "flask-wtf\n")
    await refreshed(client, refreshes_of(client))
    client.replace(uri, "# edited\n-r base.txt\nflask\nwtforms\n")
    await settled(client, uri)
    assert not client.client.refreshes
    client.close(base)
    await refreshed(client, refreshes_of(client))


async def test_an_edit_that_closes_the_choice_refreshes_the_lens(client):
    client.write("base.txt", "requests\n")
    uri = client.open("requirements.txt", "-r base.txt\n")
    base = client.open("base.txt", "requests\n")
    await settled(client, uri)
    client.replace(base, "requests\n# no change\n")
    await settled(client, uri)
    client.client.refreshes.clear()
    client.replace(base, "requests\ntqdm\nclick\nrich\n")
    await refreshed(client, refreshes_of(client))


async def test_a_change_on_the_disk_refreshes_everything(client):
    client.write("base.txt", "requests\n")
    uri = client.open("requirements.txt", "-r base.txt\nflask\n")
    await settled(client, uri)
    client.client.refreshes.clear()
    client.write("base.txt", "django\n")
    change = types.FileEvent(uri=client.uri("base.txt"), type=types.FileChangeType.Changed)
    client.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await refreshed(client, refreshes_of(client))
