"""Choose a framework for a new project as a person would: describe it, answer, and start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-m", "framesage", "ask"]
FILE = "pyproject.toml"
PROJECT = """\
[project]
name = "salon"
version = "0.1.0"
description = "Booking site for a hair salon"
dependencies = []
"""
WISHES = {"needs-auth", "needs-admin", "needs-orm", "sends-email"}
"""The traits that the person wants; the answer to any other question is "no"."""
QUESTIONS = 3
FINISH, START_WITH_FAVORITE, WRITE = "q", "1", "y"


def show_new_project() -> int:
    """Print the file, the dialogue and the file as written; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        file.write_text(PROJECT, encoding="utf-8")
        print(f"{PROJECT}\n$ framesage ask\n", flush=True)
        code = ask(folder, [*answer_keys(folder), START_WITH_FAVORITE, WRITE])
        print(f"\n{FILE} as written:\n\n{file.read_text(encoding='utf-8')}")
    return code


def answer_keys(folder: str) -> list[str]:
    """Return the keys that answer the first questions and finish the dialogue."""
    answers: list[str] = []
    keys: list[str] = []
    question = next_question(folder, answers)
    while question and len(keys) < QUESTIONS:
        is_wanted = question["trait"] in WISHES
        keys.append("y" if is_wanted else "n")
        answers += ["--answer", f"{question['trait']}={'yes' if is_wanted else 'no'}"]
        question = next_question(folder, answers)
    return [*keys, FINISH] if question else keys


def next_question(folder: str, answers: list[str]) -> dict[str, Any] | None:
    """Return the question after some answers; None if nothing is left to ask."""
    command = [*COMMAND, "--format", "json", *answers]
    output = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    question: dict[str, Any] | None = json.loads(output)["question"]
    return question


def ask(folder: str, keys: list[str]) -> int:
    """Run the dialogue with keys from a pipe; return its exit code."""
    lines = "".join(f"{key}\n" for key in keys)
    return subprocess.run(COMMAND, cwd=folder, input=lines.encode(), check=False).returncode
