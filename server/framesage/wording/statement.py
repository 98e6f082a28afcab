"""What an explanation is made of: statements, each with what stands behind it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.analysis.model import Location


class Sign(Enum):
    """How a statement bears on the one it stands below."""

    FOR = "for"
    AGAINST = "against"
    HOLDS = "holds"
    FAILS = "fails"
    NOTE = "note"


@frozen
class Step:
    """One statement, the locations it was read off, and the statements behind it.

    ``strength`` is how much it weighs, in words ("strong"), "" where nothing is weighed.
    """

    words: str
    sign: Sign = Sign.NOTE
    strength: str = ""
    locations: tuple[Location, ...] = ()
    parts: tuple[Step, ...] = ()
