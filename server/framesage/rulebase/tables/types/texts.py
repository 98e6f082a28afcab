"""Types of strings: texts with a form, ids of other tables, references and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from framesage.frozen import frozen
from framesage.rulebase.names import alternatives, not_a_candidate, unknown
from framesage.rulebase.tables.schema import ValueType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from framesage.rulebase.tables.schema import Context, Problem


GUIDE = "guide:"
"""What a reference to a claim of the guidance begins with."""
_PAGE = re.compile(r"""https://[^\s\x00-\x20"<>\\^`{|}]+""")


def is_page(text: str) -> bool:
    """Return whether a text is the address of an https page, which needs no escape in Markdown
    between ``<`` and ``>``."""
    return _PAGE.fullmatch(text) is not None


@frozen
class Text(ValueType):
    """A string that matches ``pattern``, a regular expression that JSON Schema understands, too.

    ``check`` returns what is wrong with a text, "" for nothing, where the pattern cannot say it.
    """

    words: str = "a string"
    pattern: str = ""
    check: Callable[[str], str] | None = None

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield what is wrong with the text."""
        text = cast("str", value)
        if self.check is not None:
            message = self.check(text)
            if message:
                yield (), message
        elif self.pattern and not re.search(self.pattern, text):
            yield (), f"must be {self.words}" if text.strip() else "must not be empty"


@frozen
class Id(ValueType):
    """The id of something that is defined elsewhere, or one of the words in ``also``.

    ``kind`` is the table that defines it, or ``candidate`` for a framework to choose.
    """

    kind: str
    called: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What such a value is."""
        return f"the id of a {self.called}"

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield that nothing has this id."""
        name, known = cast("str", value), context.ids.get(self.kind)
        if known is None or name in known or name in self.also:
            return
        choices = (*known, *self.also)
        if self.kind == "candidate" and name in context.ids.get("framework", ()):
            yield (), not_a_candidate(name, choices)
        else:
            yield (), unknown(self.called, name, choices)


@frozen
class Reference(ValueType):
    """A claim of the guidance, ``guide:G07``, or an https page."""

    words: str = "'guide:G07' or an https page"

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield that it is neither, or that there is no such claim."""
        text = cast("str", value)
        known = context.ids.get("claim")
        claim = text.removeprefix(GUIDE)
        if claim == text and not is_page(text):
            yield (), f"'{text}' is neither '{GUIDE}G01' nor an https page"
        elif claim != text and known is not None and claim not in known:
            yield (), unknown("claim", claim, known)


@frozen
class Choice(ValueType):
    """One of a few words; ``meanings`` tells what each of them means."""

    called: str
    meanings: Mapping[str, str]

    @property
    def words(self) -> str:
        """What such a value is."""
        return alternatives(word for word in self.meanings if word)

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield that it is another word."""
        if value not in self.meanings:
            yield (), unknown(self.called, cast("str", value), self.meanings)
