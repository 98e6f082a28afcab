"""The steps of a tutorial: files to write, and commands with their output.

A block with ``title="PATH"`` is the content of a file. A block ``console`` has commands after ``$``
and what they print; ``...`` stands for any lines. A line ``> y`` is an answer that is typed.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)
TITLE = re.compile(r'title="([^"]+)"')
ANY_LINES = "...\n"
CONSOLE = "console"


class Step(NamedTuple):
    """A file with its content, or (without a file) a command with its output."""

    file: str
    command: str
    text: str


def steps_in(page: str) -> list[Step]:
    """Return the steps of a page in their order; every block has to be one."""
    steps = []
    for block in BLOCK.finditer(page):
        info, text = block["info"], block["text"]
        title = TITLE.search(info)
        if title:
            steps.append(Step(title[1], "", text))
        elif info.strip() == CONSOLE:
            parts = re.split(r"^\$ (.+)\n", text, flags=re.M)
            assert not parts[0], f"a block of commands starts with output: {parts[0]}"
            steps += [Step("", *pair) for pair in zip(parts[1::2], parts[2::2], strict=True)]
        else:
            raise AssertionError(f"neither a file nor commands: {block[0]}")
    return steps


class Shell:
    """Runs the steps in a folder, as in a terminal of 100 columns without colors."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, step: Step) -> None:
        """Run a step, and compare what it prints."""
        if step.file:
            path = self.folder / step.file
            assert path.parent.is_dir(), f"the page does not create {path.parent.name}/"
            path.write_text(step.text, encoding="utf-8")
            return
        name, *arguments = shlex.split(step.command)
        if name == "framesage":
            assert_matches(self._framesage(arguments, answers_in(step.text)), step.text)
        elif name == "cd":
            self.folder = (self.folder / arguments[0]).resolve(strict=True)
        elif name == "mkdir":
            (self.folder / arguments[0]).mkdir()
        elif step.command == "git init --quiet":
            subprocess.run(["git", "init", "--quiet"], cwd=self.folder, check=True, timeout=60)
        else:
            raise AssertionError(f"a command that the tests cannot run: {step.command}")

    def _framesage(self, arguments: list[str], answers: str) -> str:
        """Return the output and the errors of a command, in the order of a terminal."""
        environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"}
        result = subprocess.run(
            [sys.executable, "-m", "framesage", *arguments],
            cwd=self.folder, env=environment, input=answers, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60,
        )  # fmt: skip
        return result.stdout


def answers_in(text: str) -> str:
    """Return what is typed."""
    return "".join(f"{answer}\n" for answer in re.findall(r"^> (.+)$", text, re.M))


def assert_matches(printed: str, expected: str) -> None:
    """Compare output with that on a page, in which ``...`` stands for any lines."""
    pattern = ".*".join(re.escape(part) for part in expected.split(ANY_LINES))
    assert re.fullmatch(pattern, printed, re.S), f"expected:\n{expected}\nprinted:\n{printed}"
