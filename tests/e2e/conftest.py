"""The real server, driven as three editors would drive it."""

import warnings
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from e2e.editor import Editor, make_client
from e2e.wire import SERVER

CONFIG = ClientServerConfig(server_command=SERVER, client_factory=make_client)
EDITORS = ("visual_studio_code", "neovim", "emacs")


def capabilities_of(name: str) -> types.ClientCapabilities:
    """Return what an editor can do; pytest-lsp warns that it has newer versions of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return client_capabilities(name)


async def begin(client: LanguageClient, root: Path, capabilities: types.ClientCapabilities):
    """Begin a session in a folder."""
    folder = types.WorkspaceFolder(uri=root.as_uri(), name=root.name)
    await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities, root_uri=root.as_uri(), workspace_folders=[folder]
        )
    )


@pytest_lsp.fixture(config=CONFIG, params=EDITORS)
async def any_client(request, lsp_client: LanguageClient, tmp_path: Path):
    await begin(lsp_client, tmp_path, capabilities_of(request.param))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG)
async def pushed_client(lsp_client: LanguageClient, tmp_path: Path):
    await begin(lsp_client, tmp_path, capabilities_of("visual_studio_code"))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(any_client: LanguageClient, tmp_path: Path) -> Editor:
    """Each of three editors in an empty workspace."""
    return Editor(any_client, tmp_path)


@pytest.fixture
def code(pushed_client: LanguageClient, tmp_path: Path) -> Editor:
    """An editor that is pushed diagnostics, in an empty workspace."""
    return Editor(pushed_client, tmp_path)
