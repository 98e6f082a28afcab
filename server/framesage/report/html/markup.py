"""HTML and SVG as values: every string that is not Markup is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from framesage.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = {"meta", "br", "link"}


class Markup(str):
    """A string of HTML, which is not escaped again."""

    __slots__ = ()


def tag(name: str, /, *content: str | None, **attributes: str | float | None) -> Markup:
    """Return an element; strings in it are escaped, None is omitted.

    Attributes have Python names: ``class_`` is ``class``, ``aria_label`` is ``aria-label``. The
    value "" is an attribute without a value.
    """
    opened = name + "".join(_attribute(key, value) for key, value in attributes.items())
    inside = join(part for part in content if part is not None)
    return Markup(f"<{opened}>" if name in _VOID else f"<{opened}>{inside}</{name}>")


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Return the concatenation of parts."""
    return Markup(_safe(between).join(_safe(part) for part in parts))


def _attribute(key: str, value: str | float | None) -> str:
    if value is None:
        return ""
    name = key.rstrip("_").replace("_", "-")
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return f' {name}="{escape(without_controls(shown))}"' if shown else f" {name}"


def _safe(text: str) -> str:
    return text if isinstance(text, Markup) else escape(without_controls(text))
