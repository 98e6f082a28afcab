"""Remove the markup of reStructuredText, but leave underlined headings and lists."""

from __future__ import annotations

import re

from framesage.manifests.readme.markers import erase, link, without_control_characters

_BODY = r"(?:\n(?:(?P=indent)[ ]+\S.*|[ ]*$))*"
_ERASED = (
    # Directives, comments, targets and substitutions, with their indented bodies.
    re.compile(rf"^(?P<indent> *)\.\.(?: .*)?$(?!\n(?P=indent)\S){_BODY}", re.MULTILINE),
    re.compile(r"^ *\.\. .*$", re.MULTILINE),
    re.compile(r"^ *:[^:\n]+:(?: .*)?$", re.MULTILINE),  # a field
    re.compile(r"^__ \S.*$", re.MULTILINE),  # an anonymous target
    re.compile(r"\|[^|\s](?:[^|\n]*[^|\s])?\|_{0,2}"),  # a substitution, mostly a badge
    re.compile(r"\[[^\[\]\s]{1,40}\]_(?!\w)"),  # a footnote
    re.compile(r"^[+|].*$", re.MULTILINE),  # a table
)
_LITERAL_BLOCK = re.compile(r"::[ ]*\n[ ]*\n(?:[ ]+\S.*(?:\n|\Z)|[ ]*\n)+")
_LINKS = (
    re.compile(r"`(?P<text>[^`<>]+?)\s*<[^`<>]*>`_{1,2}"),
    re.compile(r"`(?P<text>[^`<>]+)`_{1,2}"),
    re.compile(r"(?<![\w`])(?P<text>\w[\w.-]{0,60}?)__?(?![\w`])"),
    re.compile(r"(?P<text>)\bhttps?://[^\s<>]*[^\s<>.,;:!?)\]]"),
)
_ROLE = re.compile(r":[a-z][a-z:+-]*:`([^`<]+?)(?:\s*<[^`>]*>)?`")
_LITERAL = re.compile(r"``([^`\n]+)``|`([^`\n]+)`")
_EMPHASIS = re.compile(r"(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)")


def plain_rst(text: str) -> str:
    """Return a text of the same lines, without markup inside of blocks."""
    text = without_control_characters(text)
    text = _LITERAL_BLOCK.sub(lambda match: ":" + erase(match), text)
    for pattern in _ERASED:
        text = pattern.sub(erase, text)
    text = _ROLE.sub(r"\1", text)
    for pattern in _LINKS:
        text = pattern.sub(link, text)
    text = _LITERAL.sub(r"\1\2", text)
    return _EMPHASIS.sub("", text)
