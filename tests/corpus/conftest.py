"""Fixtures for the tests on real projects."""

import importlib
import os
from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def require_module() -> Callable[[str], ModuleType]:
    """Import a module; if it is missing, skip the test, or fail it in CI."""

    def load(name: str) -> ModuleType:
        if os.environ.get("CI"):
            return importlib.import_module(name)
        return pytest.importorskip(name)

    return load
