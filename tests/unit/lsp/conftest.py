"""A store over the real disk, as the server has it."""

from datetime import date

import pytest

from framesage.lsp.workspace.store import Store

TODAY = date(2026, 1, 1)


@pytest.fixture
def fresh_store(tmp_path) -> Store:
    """A store over the disk, in a workspace of one folder."""
    store = Store(lambda: TODAY)
    store.take_folders((tmp_path,))
    return store
