"""What pygls cannot read in ``initialize``, which would refuse the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.uris import from_fs_path, to_fs_path

if TYPE_CHECKING:
    from collections.abc import Callable

_CONVERTED = {"rootUri": to_fs_path, "rootPath": from_fs_path}


def make_readable(params: dict[str, Any]) -> None:
    """Leave out a root that is no address of a folder, and capabilities that are null."""
    params["capabilities"] = {} if (able := params.get("capabilities")) is None else able
    for key, convert in _CONVERTED.items():
        if not _is_readable(params.get(key), convert):
            params[key] = None


def _is_readable(value: Any, convert: Callable[[str], str | None]) -> bool:  # noqa: ANN401 - any value of JSON
    try:
        convert(value or "")
    except (AttributeError, TypeError, ValueError):  # half of the brackets of an address
        return False
    return True
