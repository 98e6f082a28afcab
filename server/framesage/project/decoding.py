"""Decode the bytes of files: UTF-8, UTF-16 with a mark, or the encoding that a line declares."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODING = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")  # as in PEP 263 and pip
_ENCODINGS = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "euc", "shift_jis")
_NOT_TEXT = "convert it to UTF-8; it is neither UTF-8 nor UTF-16 with a byte order mark"


def decode(data: bytes) -> str:
    """Decode the bytes of a file, without its byte order mark; raise ValueError if not text."""
    mark, codec = encoding_of(data)
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(_NOT_TEXT) from error
    if "\0" in text:
        raise ValueError(_NOT_TEXT)
    return text


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark at the start of a file, and the codec of the rest."""
    marked = next((entry for entry in _MARKS if data.startswith(entry[0])), None)
    return marked or (b"", "utf-8" if _is_utf_8(data) else _declared_codec(data))


def decode_head(data: bytes) -> str:
    """Decode the start of a file, where the last character may be cut off.

    Invalid bytes become replacement characters; raises ValueError if it is not text.
    """
    mark, codec = next((entry for entry in _MARKS if data.startswith(entry[0])), (b"", "utf-8"))
    text = codecs.getincrementaldecoder(codec)("replace").decode(data[len(mark) :])
    if "\0" in text:
        raise ValueError(_NOT_TEXT)
    return text


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _declared_codec(data: bytes) -> str:
    """Return the codec that a coding line in the first two lines names; the default is UTF-8."""
    found = next(filter(None, map(_CODING.match, data.split(b"\n", 2)[:2])), None)
    try:
        codec = codecs.lookup(found.group(1).decode()).name if found else ""
    except LookupError:
        codec = ""
    return codec if codec.startswith(_ENCODINGS) else "utf-8"
