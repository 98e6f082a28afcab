"""A store over the real disk, as in the server."""

from datetime import date

import pytest

from framesage.lsp.workspace.store import Store

TODAY = date(2026, 1, 1)


@pytest.fixture
def fresh_store(tmp_path) -> Store:
    """A store over the disk, with one workspace folder."""
    store = Store(lambda: TODAY)
    store.set_folders((tmp_path,))
    return store
