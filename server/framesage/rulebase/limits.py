"""The limits of packs and rule files: what is larger is refused (docs/reference/packs.md)."""

from __future__ import annotations

MOST_BYTES = 4_000_000
"""The maximum size of all rule files of all packs and paths that a project names."""
MOST_ENTRIES = 1000
"""The maximum number of files and folders in a folder of rules."""
MOST_TABLES = 50_000
"""The maximum number of tables of one kind in a pack, and of tests."""
MOST_CHARACTERS = 10_000
"""The maximum length of a string."""
MOST_LEVELS = 64
"""The maximum number of keys and positions that lead to a value: two for each nested condition."""
MOST_VALUES = 200_000
"""The maximum number of values in a file, tables included."""
LONGEST_ERROR = 400
"""The maximum length of the message of an error, which may quote any text."""
MOST_ERRORS = 100
"""The maximum number of errors that are reported of the same rules."""
MOST_PLACEHOLDERS = 20
"""The maximum number of placeholders in a message."""
