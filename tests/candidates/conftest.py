"""Projects that choose among three frameworks, by the example pack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framesage import check, load_rules

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "examples" / "packs" / "fastapi"


@pytest.fixture(scope="session")
def three():
    """The rules with FastAPI as a third candidate."""
    return load_rules(PACK)


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Return a function that writes a project whose settings name the pack."""

    def write_project(requirements=(), description="", **traits: bool) -> Path:
        lines = [
            "[project]",
            'name = "example"',
            f"description = {json.dumps(description)}",
            f"dependencies = {json.dumps(list(requirements))}",
            "[tool.framesage]",
            f"rule-paths = [{json.dumps(PACK.as_posix())}]",
            "[tool.framesage.traits]",
            *(
                f"{trait.replace('_', '-')} = {str(holds).lower()}"
                for trait, holds in traits.items()
            ),
        ]
        (tmp_path / "pyproject.toml").write_text("\n".join(lines) + "\n", "utf-8")
        return tmp_path

    return write_project


@pytest.fixture
def assess(write):
    """Return a function that assesses such a project."""

    def run(requirements=(), description="", **traits: bool):
        (assessment,) = check(write(requirements, description, **traits))
        return assessment

    return run
