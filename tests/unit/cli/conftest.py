"""Fixtures that run the command line in this process."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from framesage.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def framesage(capsys) -> Callable[..., Result]:
    """Return a function that runs ``framesage`` with arguments."""

    def run(*arguments: object) -> Result:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return run
