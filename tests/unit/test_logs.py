"""What is logged reaches standard error as lines that neither a terminal nor CI obeys."""

import logging
import sys

from framesage import logs


def new_logger():
    logger = logging.Logger("framesage.test")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logs.Lines("framesage: warning: %(message)s"))
    logger.addHandler(handler)
    return logger


def test_a_name_cannot_begin_a_line_or_a_command(capsys):
    log = new_logger()
    log.warning("cannot read %s", "a\n::error::b\x1b[31m\u202e ##[add-mask]c")
    shown = "cannot read a\\n::error::b\\u001b[31m\\u202e ##\\[add-mask]c"
    assert capsys.readouterr().err == f"framesage: warning: {shown}\n"


def test_neither_can_the_text_of_an_exception(capsys):
    log = new_logger()
    try:
        raise ValueError("x\n::stop-commands::y\x1b[31m")
    except ValueError:
        log.exception("failed")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "framesage: warning: failed"
    assert lines[-2:] == ["ValueError: x", "\\::stop-commands::y\\u001b[31m"]
