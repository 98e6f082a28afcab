"""The real server, with clients that have the capabilities of three editors."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from e2e.editor import Editor, make_client
from e2e.wire import SERVER

CONFIG = ClientServerConfig(server_command=SERVER, client_factory=make_client)
EDITORS = ("visual_studio_code", "neovim", "emacs")
TODAY = "_today"
TWO_EDITORS = (f"visual_studio_code{TODAY}", "neovim")


def capabilities_of(name: str) -> types.ClientCapabilities:
    """Return the capabilities of an editor, without pytest-lsp's warnings about versions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        able = client_capabilities(name.removesuffix(TODAY))
    return with_newer_capabilities(able) if name.endswith(TODAY) else able


def with_newer_capabilities(able: types.ClientCapabilities) -> types.ClientCapabilities:
    """Return the capabilities of pytest-lsp's VS Code with those of vscode-languageclient 10."""
    shown = types.ClientInlayHintResolveOptions(["tooltip", "label.tooltip"])
    able.text_document.inlay_hint = types.InlayHintClientCapabilities(True, shown)
    able.text_document.diagnostic = types.DiagnosticClientCapabilities(
        dynamic_registration=True,
        related_document_support=False,
        related_information=True,
        code_description_support=True,
    )
    able.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(True)
    able.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(True)
    return able


async def begin(client: LanguageClient, root: Path, capabilities: types.ClientCapabilities):
    """Start a session in a folder."""
    client.root = root
    folder = types.WorkspaceFolder(uri=root.as_uri(), name=root.name)
    told = await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities, root_uri=root.as_uri(), workspace_folders=[folder]
        )
    )
    client.encoding = told.capabilities.position_encoding
    client.pulls = told.capabilities.diagnostic_provider is not None


@pytest_lsp.fixture(config=CONFIG, params=EDITORS, scope="module")
async def any_client(request, lsp_client: LanguageClient, tmp_path_factory):
    root = tmp_path_factory.mktemp(request.param)
    await begin(lsp_client, root, capabilities_of(request.param))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG, params=TWO_EDITORS, scope="module")
async def new_client(request, lsp_client: LanguageClient, tmp_path_factory):
    root = tmp_path_factory.mktemp(request.param)
    await begin(lsp_client, root, capabilities_of(request.param))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def pushed_client(lsp_client: LanguageClient, tmp_path_factory):
    root = tmp_path_factory.mktemp("code")
    await begin(lsp_client, root, capabilities_of("visual_studio_code"))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(any_client: LanguageClient) -> Iterator[Editor]:
    """Each of three editors in an empty project."""
    yield from own_project(any_client)


@pytest.fixture
def client(new_client: LanguageClient) -> Iterator[Editor]:
    """Current versions of VS Code and Neovim, in an empty project."""
    yield from own_project(new_client)


@pytest.fixture
def code(pushed_client: LanguageClient) -> Iterator[Editor]:
    """An editor that diagnostics are published to, in an empty project."""
    yield from own_project(pushed_client)


def own_project(client: LanguageClient) -> Iterator[Editor]:
    """Yield an editor with its own folder; the tests of a module share only the server."""
    client.projects += 1
    root = client.root / f"project{client.projects}"
    root.mkdir()
    editor = Editor(client, root)
    yield editor
    editor.close_all()
