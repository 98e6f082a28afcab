"""Markdown that a client may trust: text of a workspace cannot add a link or a command to it.

VS Code runs the command of a link in a trusted hover. So each text from outside, also of a custom
rule, passes through ``prose``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from framesage.report.markdown import escaped
from framesage.wording.references import cited_claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framesage.rulebase.model import Claim

_BLOCK_START = re.compile(r"^(\d+(?=[.)](?:\s|$)))?(?:(?=[-+*.)](?:\s|$))|(?=(?:=+|-+)$))")
_BRACKETS = re.compile(r"\\\[([\w.-]+)\\\](?![(\[:\\])")  # no link: nothing defines one by name
_SAFE_URL = re.compile(r"https://[^\s<>()\[\]\\`]+")
_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])\\_(?=[^\W_])")  # no emphasis: it is within a word


def prose(text: str) -> str:
    """Return text on one line with its Markdown escaped, except code and emphasis."""
    line = " ".join(escaped(text).replace(r"\*", "*").split())
    line = _INNER_UNDERSCORE.sub("_", _BRACKETS.sub(r"[\1]", line))
    return _BLOCK_START.sub(r"\1\\", line, count=1)


def prose_lines(markdown: str) -> str:
    """Return lines as ``prose``; those of a list stay one."""
    return "\n".join(
        f"- {prose(line[2:])}" if line.startswith("- ") else prose(line)
        for line in markdown.splitlines()
    )


def command_link(title: str, command: str, arguments: Sequence[str]) -> str:
    """Return a link that runs a command of the client, in the form of VS Code."""
    return f"[{title}](command:{command}?{quote(json.dumps(list(arguments)), safe='')})"


def source_link(reference: str, claims: Mapping[str, Claim]) -> str:
    """Return a claim of the guidance with its number, or a link to a page."""
    claim = cited_claim(reference, claims)
    if claim:
        return prose(f"{claim.text.rstrip('.')} ({claim.id})")
    if not _SAFE_URL.fullmatch(reference):
        return prose(reference)
    return f"[{_page_name(reference)}](<{reference}>)"


def _page_name(url: str) -> str:
    """Return the host of a page and the last part of its path."""
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return prose(f"{parts.hostname}{f': {last}' if last else ''}")
