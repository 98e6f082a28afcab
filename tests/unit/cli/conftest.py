"""Running the command line in this process."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from framesage.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def framesage(capsys) -> Callable[..., Ran]:
    """Run ``framesage`` with arguments."""

    def run(*arguments: object) -> Ran:
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run
