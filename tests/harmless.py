"""What no output may contain, whatever is in a workspace."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
EVIL = r"\s*(command|javascript|//|https?://evil)"
OWN = "command:framesage."
PARSER = MarkdownIt("gfm-like", {"linkify": False})


def assert_harmless(text):
    found = FORBIDDEN.search(text)
    assert found is None, text[max(0, found.start() - 200) : found.end() + 20]
    command = COMMAND.search(text)
    assert command is None, text[max(0, command.start() - 200) : command.end() + 80]


def assert_markdown_is_ours(text):
    assert FORBIDDEN.search(text) is None
    tokens = PARSER.parse(text)
    for token in [*tokens, *(child for found in tokens for child in found.children or ())]:
        assert token.type not in ("image", "html_inline", "html_block"), token
        assert not re.match(EVIL, str(token.attrGet("href")).replace(OWN, "")), token


class Page(HTMLParser):
    """Reads a page, which may have one script."""

    scripts = 0

    def handle_starttag(self, tag, attrs):
        assert tag not in ("img", "iframe", "object", "embed"), attrs
        self.scripts += tag == "script"
        assert self.scripts <= 1
        for name, value in attrs:
            if name in ("href", "src", "action", "data"):
                assert not re.match(EVIL, value or ""), attrs
