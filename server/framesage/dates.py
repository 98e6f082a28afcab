"""Dates as users write them."""

from __future__ import annotations

import re
from datetime import date

_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_date(text: str) -> date | None:
    """Return the date in the form ``2027-01-31``; None if the text is not one."""
    if not _WRITTEN.fullmatch(text):  # Python 3.11 accepts more forms than 3.10
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def nearest_date(text: str) -> str:
    """Return the date that a text like ``2027/1/31`` or ``31.1.2027`` means; "" for none."""
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        match = pattern.match(text.strip())
        if match:
            year, month, day = (int(match[number]) for number in order)
            written = f"{year:04}-{month:02}-{day:02}"
            return written if read_date(written) else ""
    return ""
