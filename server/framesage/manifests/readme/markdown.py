"""Remove the markup of Markdown, and of HTML inside it, but leave headings, lists and quotes."""

from __future__ import annotations

import re

from framesage.manifests.readme.markers import BREAK, erase, link, without_control_characters

_FLAGS = re.DOTALL | re.IGNORECASE | re.MULTILINE
_ERASED = (
    re.compile(r"\A(?P<fence>---|\+\+\+) *\n.*?^(?P=fence) *$", _FLAGS),  # front matter
    re.compile(r"<!--.*?(?:-->|\Z)", _FLAGS),
    re.compile(r"^ {0,3}(?P<fence>```+|~~~+)[^`\n]*$.*?(?:^ *(?P=fence)[`~]* *$|\Z)", _FLAGS),
    re.compile(r"<(?P<tag>table|details|pre|svg|style|script)\b.*?(?:</(?P=tag)\s*>|\Z)", _FLAGS),
    re.compile(r"^(?P<fence>:::+) *\w.*?(?:^(?P=fence) *$|\Z)", _FLAGS),  # an admonition
    re.compile(r"^!!! .*(?:\n(?: {4}.*| *$))*", re.MULTILINE),  # an admonition of MkDocs
    re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", _FLAGS),  # the target of a link
    re.compile(
        r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?"
    ),  # an image
    re.compile(r"\[\s*\](?:\([^()]*\)|\[[^\[\]]*\])"),  # a link around an image
    re.compile(r"\[\^[^\]\n]*\]"),  # a footnote
    re.compile(r"~~[^~\n]+~~"),
)
_HEADING = re.compile(r"<h(?P<level>[1-6])\b[^>]*>(?P<text>.*?)(?:</h(?P=level)\s*>|\Z)", _FLAGS)
_ANCHOR = re.compile(r"<a\b[^>]*>(?P<text>.*?)</a\s*>", _FLAGS)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|hr|ul|ol|li|dl|dt|dd|center|section|header|blockquote|summary)\b[^>]*>",
    _FLAGS,
)
_TAG = re.compile(r"</?[a-z][^<>]*>", _FLAGS)
_LINKS = (
    re.compile(r"\[(?P<text>[^\[\]]+)\]\([^()]*(?:\([^()]*\)[^()]*)*\)"),
    re.compile(r"\[(?P<text>[^\[\]]+)\] ?\[[^\[\]]*\]"),
    re.compile(r"(?<![\w\]])\[(?P<text>[^\[\]\n!][^\[\]\n]{1,60})\](?![\[(:])"),
    re.compile(r"<(?P<text>)(?:https?://|mailto:)[^<>\s]*>"),
    re.compile(r"(?P<text>)\bhttps?://[^\s<>]*[^\s<>.,;:!?)\]]"),
)
_TABLE_ROW = re.compile(r"^ *\|.*$|^[ |:-]*-[ |:-]*\|[ |:-]*$", re.MULTILINE)
_CODE = re.compile(r"`{1,3}([^`\n]+)`{1,3}")
_EMPHASIS = re.compile(r"(?<![\w\\])(?:\*\*\*|\*\*|\*|___|__|_)(?=\S)|(?<=[^\s\\])[*_]{1,3}(?!\w)")
_STARS = re.compile(r"\*{2,3}(?=\w)|(?<=\w)\*{2,3}")
_EMOJI = re.compile(r"(?<!\w):[a-z0-9_+-]+:(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_markdown(text: str) -> str:
    """Return a text of the same lines, without markup inside of blocks."""
    text = without_control_characters(text)
    for pattern in _ERASED:
        text = pattern.sub(erase, text)
    return _plain_inline(_plain_html(text))


def _plain_html(text: str) -> str:
    text = _HEADING.sub(_heading, text)
    text = _BLOCK_TAG.sub(_break, text)
    text = _ANCHOR.sub(link, text)
    return _TAG.sub(erase, text)


def _heading(match: re.Match[str]) -> str:
    """Return a heading with signs on the line of its first word."""
    opening = match.group().partition(">")[0]
    inner = _TAG.sub(erase, _BLOCK_TAG.sub(lambda tag: " " + erase(tag), match["text"]))
    text = inner.strip()
    before = opening.count("\n") + inner[: inner.find(text)].count("\n")
    after = match.group().count("\n") - before - text.count("\n")
    sign = "#" * int(match["level"])
    return BREAK + "\n" * before + f"{sign} {text}{BREAK}" + "\n" * after


def _break(match: re.Match[str]) -> str:
    return BREAK + erase(match)


def _plain_inline(text: str) -> str:
    for pattern in _LINKS:
        text = pattern.sub(link, text)
    text = _TABLE_ROW.sub("", text)
    text = _CODE.sub(r"\1", text)
    text = _EMPHASIS.sub("", text)
    text = _STARS.sub("", text)
    text = _EMOJI.sub("", text)
    return _ESCAPE.sub(r"\1", text)
