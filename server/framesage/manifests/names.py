"""Distribution names in their normal form."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[-_.]+")


def canonicalize_name(name: str) -> str:
    """Return a name as PEP 503 normalises it: lower case, runs of ``-_.`` as one ``-``.

    The same as ``packaging.utils.canonicalize_name`` (a test holds that), without importing the
    tags of every platform, which costs a start-up 15 ms.
    """
    return _SEPARATORS.sub("-", name).lower()
