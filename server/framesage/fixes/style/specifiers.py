"""Write version specifiers in the style of the other requirements of a list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.manifests.model import Requirement

_STYLES = {
    "~={minimum}": re.compile(r"(?:={2,3}|~=)[^,]+"),
    "={minimum}": re.compile(r"=(?!=)[^,]+"),  # Conda's "=5.2" admits 5.2.*
    "{minimum}.*": re.compile(r"[0-9][^,]*"),
    "^{minimum}": re.compile(r"\^[^,]+"),
    "~{minimum}": re.compile(r"~(?!=)[^,]+"),
    ">={minimum},<{next_major}": re.compile(r">=?[^,]+,\s*<[^,]+"),
    "<{next_major},>={minimum}": re.compile(r"<[^,]+,\s*>=?[^,]+"),
    ">={minimum}": re.compile(r">=?[^,]+"),
}
"""How a minimum is written beside requirements whose specifiers match a pattern."""

_OPERATOR = re.compile(r"\s*([<>=~!^]+)\s*")
_EXCLUSION = re.compile(r"\s*,\s*!=[^,]+|!=[^,]+,\s*")
_MAJOR = re.compile(r"<\s*\d+((?:\.0)*)(?![\d.])")
"""An upper bound between two major versions, with the zeros at its end."""

MINIMUM, CARET = ">={minimum}", "^{minimum}"
_NEARLY_ALL = 0.8
_PIN = re.compile(r"=[^,]+|[0-9][^,]*")


def write_specifier(minimum: str, peers: Sequence[Requirement], default: str = MINIMUM) -> str:
    """Return a specifier for a version (``5.2``) and later ones, in the style of its ``peers``.

    The ``default`` is the style where peers differ. Beside pinned requirements, the specifier
    admits compatible releases, which fix security issues.
    """
    if not minimum:
        return ""
    style = _common_style(peers) or default
    specifiers = [peer.specifier for peer in peers]
    next_major = f"{int(minimum.partition('.')[0]) + 1}{_zeros(specifiers)}"
    written = style.format(minimum=minimum, next_major=next_major)
    return written.replace(",", ", ") if _have_blanks(specifiers) else written


def spaced(specifier: str) -> str:
    """Return a specifier with spaces around its operators: `` >= 5.2, < 6``."""
    return _OPERATOR.sub(r" \1 ", specifier)


def _zeros(specifiers: Iterable[str]) -> str:
    """Return the zeros at the end of most upper bounds: ``.0.0`` as in ``<4.0.0``."""
    found = Counter(zeros for specifier in specifiers for zeros in _MAJOR.findall(specifier))
    return next((zeros for zeros, _ in found.most_common(1)), "")


def _have_blanks(specifiers: Iterable[str]) -> bool:
    """Return whether most commas have a blank behind them."""
    joined = "\n".join(specifiers)
    return 2 * joined.count(", ") > joined.count(",")


def _common_style(peers: Sequence[Requirement]) -> str:
    """Return the style of nearly all peers that have a specifier; "" if they differ.

    Pins count only if nearly nothing is unpinned.
    """
    specifiers = [_EXCLUSION.sub("", peer.specifier.strip()) for peer in peers if not peer.url]
    written = list(filter(None, specifiers))
    styles = Counter(map(_style_of, written)).most_common(1)
    style, count = styles[0] if styles else ("", 0)
    is_pin = any(_PIN.fullmatch(specifier) for specifier in written)
    return style if count >= _NEARLY_ALL * len(specifiers if is_pin else written) else ""


def _style_of(specifier: str) -> str:
    matching: Iterable[str] = (
        style for style, pattern in _STYLES.items() if pattern.fullmatch(specifier)
    )
    return next(iter(matching), "")
