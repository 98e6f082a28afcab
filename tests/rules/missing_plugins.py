"""List the most used plugins of Flask and Django without an entry in the rule base. Not in CI.

    python tests/rules/missing_plugins.py LIST [--most 2000]

LIST is a file of tab-separated values with a heading: the column ``name``, and optionally a column
whose title begins with ``rank`` (1 for the most downloaded package), ``month`` (of the last
release) and ``summary``. Ranked packages come first, then those with the latest releases. A plugin
has an entry if a group of evidence, or a neutral one, names it or its prefix: that its own name
tells which framework it belongs to is not enough.
"""

from __future__ import annotations

import argparse
import csv
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from framesage.rulebase import load_rule_base, symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.rule_base import RuleBase

WORDS = {"flask", "django", "djangorestframework", "djangocms", "drf", "wagtail", "dj"}
UNRANKED = 10**9


def main() -> int:
    """Run from the command line; return 2 if the list cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("list", type=Path, metavar="LIST")
    parser.add_argument("--most", type=int, default=2000)
    options = parser.parse_args()
    try:
        rows = sorted(missing(options.list, load_rule_base()), key=usage)
    except (OSError, ValueError) as error:
        print(f"{options.list}: {error}", file=sys.stderr)
        return 2
    for row in islice(rows, options.most):
        print(*row.values(), sep="\t")
    return 0


def missing(path: Path, rule_base: RuleBase) -> Iterator[dict[str, str]]:
    """Yield the rows of plugins without an entry; raise ValueError if there is no ``name``."""
    named = {symbol for group in rule_base.evidence for symbol in group.strengths}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if "name" not in (reader.fieldnames or ()):
            raise ValueError("the heading has no column 'name'")
        for row in reader:
            name = canonicalize_name(row["name"])
            has_entry = symbols.package(name) in named or rule_base.neutral_reason(name)
            if is_plugin(name) and not has_entry:
                yield row


def is_plugin(name: str) -> bool:
    """Return whether a normalized name begins or ends with a word that names a framework."""
    words = name.split("-")
    return len(words) > 1 and bool(WORDS & {words[0], words[-1]})


def usage(row: dict[str, str]) -> tuple[int, int, str]:
    """Return a key that sorts by rank, then by the month of the last release."""
    rank = next((value for title, value in row.items() if title.startswith("rank")), "")
    year, _, month = (row.get("month") or "0-0").partition("-")
    return (int(rank or UNRANKED), -(12 * int(year) + int(month or 0)), row["name"])


if __name__ == "__main__":
    sys.exit(main())
