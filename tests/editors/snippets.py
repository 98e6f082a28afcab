"""Extract the configurations from docs/how-to/editors.md."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "editors.md"


def snippet(heading: str, language: str) -> str:
    """Return the first code block in a language below a heading of the page."""
    page = PAGE.read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    assert section, f"docs/how-to/editors.md has no heading '{heading}'"
    block = re.search(rf"^```{language}\n(.*?)^```$", section[1], re.M | re.S)
    assert block, f"docs/how-to/editors.md shows no {language} below '{heading}'"
    return block[1]
