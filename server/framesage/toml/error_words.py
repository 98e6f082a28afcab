"""Syntax errors of TOML in words that say what to do.

The parser that finds them names its own states ("Illegal character", "Cannot mutate immutable
namespace"), not what is wrong in the file.
"""

from __future__ import annotations

import re
from ast import literal_eval

_QUOTE = "the string is not closed: add the closing quotation mark"
_TWICE = "this key or table exists already: remove or rename one of the two"
_COMPLETE = "is already complete: keys cannot be added to it here"
_WORDS = (
    (r"Illegal character '\\n'|Found invalid character '\\n'|Unterminated string", _QUOTE),
    (r"Expected (\"'\"|\"'''\")", _QUOTE),
    (r"(?:Illegal|Found invalid) character (.+)", "the character {0} is not allowed here"),
    (r"Expected '=' after a key.*", "'=' is missing after the key"),
    (r"Invalid initial character for a key part", "a key is missing here"),
    (r"Invalid value", "not a value: put text in quotation marks; true and false are lowercase"),
    (r"Cannot overwrite a value", _TWICE),
    (r"Duplicate inline table key '(.+)'", "the key '{0}' is set twice: remove one of them"),
    (
        r"Cannot declare (\(.+\)) twice",
        "the table [{0}] is defined twice; in a list of tables, each is [[{0}]]",
    ),
    (r"Cannot (?:mutate immutable|redefine) namespace (\(.+\))", f"'{{0}}' {_COMPLETE}"),
    (r"Unclosed array", "the list is not closed: add ']', or ',' between its items"),
    (r"Unclosed inline table", "the table is not closed: add '}}', or ',' between its keys"),
    (r"Unescaped '\\' in a string", r"write a backslash as '\\', or the string in single quotes"),
    (
        r"Invalid hex value|Escaped character is not.*",
        r"'\x', '\u' and '\U' need a character's code",
    ),
    (r"Expected '(\]+)' at the end of.*", "the header of the table is not closed: add '{0}'"),
    (
        r"Expected newline or end of document.*",
        "unexpected text here: each key and each table starts on a new line",
    ),
    (r"Invalid statement", "expected a key, a [table] or a comment"),
    (r"Invalid date or datetime", "there is no such date or time"),
)


def error_words(message: str) -> str:
    """Return a message of the parser in other words; an unknown one as it is."""
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, message)
        if found:
            return words.format(*map(_name, found.groups()))
    return message


def _name(group: str) -> str:
    """Return a key that the parser shows as a tuple, ``('a', 'b')``, in the form ``a.b``."""
    return ".".join(literal_eval(group)) if group.startswith("(") else group
