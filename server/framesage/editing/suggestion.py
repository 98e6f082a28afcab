"""A suggestion of a completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.text import Range


@frozen
class Suggestion:
    """A text that replaces a range, with a short ``detail`` and more ``about`` it in Markdown.

    ``snippet`` is the text for clients with snippets, in the syntax of LSP; "" if it is the same.
    ``typed`` is what the start of the range is compared with while the user types; "" is the text.
    """

    label: str
    text: str
    detail: str
    range: Range
    about: str = ""
    snippet: str = ""
    typed: str = ""
