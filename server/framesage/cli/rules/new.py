"""Write the skeleton of a pack."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from framesage import __version__
from framesage.cli.stdio import error, write
from framesage.manifests.names import canonicalize_name
from framesage.project.atomic_write import create_text
from framesage.rulebase.names import is_package
from framesage.rulebase.packs.model import PACK_FILE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

SKELETON = Path(__file__).parent / "skeleton"


def new_pack(args: argparse.Namespace) -> int:
    """Write a pack, or a ``pyproject.toml`` for one; return 2 if that is not possible, else 0.

    A file that exists is never overwritten.
    """
    folder: Path = args.path
    name = canonicalize_name(_folder_name(folder))
    if not is_package(name):
        error(f"'{_folder_name(folder)}' cannot be the name of a pack; choose another folder name")
        return 2
    files = _files(folder, name, distribution=args.distribution)
    existing = [path for path in files if os.path.lexists(path)]
    if existing or not files:
        for path in existing or [folder / PACK_FILE]:
            error(f"{path}: exists and is not overwritten")
        return 2
    try:
        _create_all(files)
    except OSError as reason:
        error(f"{reason.filename or folder}: cannot be written: {reason.strerror}")
        return 2
    write(_next_steps(folder, name, distribution=args.distribution))
    return 0


def _folder_name(folder: Path) -> str:
    return os.path.basename(os.path.abspath(folder))  # noqa: PTH100, PTH119 - links stay


def _files(folder: Path, name: str, *, distribution: bool) -> Mapping[Path, str]:
    """Return the texts of the new files; a pack that exists can become a distribution."""
    kinds = ["pack"] if not (distribution and (folder / PACK_FILE).is_file()) else []
    kinds += ["distribution"] if distribution else []
    values = {
        "acme-rules": name,
        "acme_rules": name.replace("-", "_"),
        '">=0.1"': f'">={__version__}"',
    }
    return {
        folder / source.name: _filled(source.read_text(encoding="utf-8"), values)
        for kind in kinds
        for source in sorted((SKELETON / kind).iterdir())
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text of a skeleton, which is a valid pack itself, with other names."""
    return re.sub("|".join(map(re.escape, values)), lambda found: values[found.group()], text)


def _create_all(files: Mapping[Path, str]) -> None:
    """Create all files; raise OSError, and remove them again, if one cannot be written."""
    created: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            create_text(path, text)
            created.append(path)
    except OSError:
        for path in created:
            path.unlink(missing_ok=True)
        raise
    for path in created:
        write(f"Wrote {path}\n")


def _next_steps(folder: Path, name: str, *, distribution: bool) -> str:
    shown = folder.as_posix()
    steps = [f"Edit the rules, and check them:  framesage rules check {shown}"]
    steps.append(f'Use them from a folder:          rule-paths = ["{shown}"]')
    if distribution:
        install = shown if folder.is_absolute() or shown.startswith(".") else f"./{shown}"
        steps.append(f"Or install them:                 pip install {install}")
        steps.append(f'                                 rule-packs = ["{name}"]')
    else:
        steps.append(f"Make them installable:           framesage rules new {shown} --distribution")
    lines = "\n".join(f"  {step}" for step in steps)
    where = "The settings belong in framesage.toml or [tool.framesage] of pyproject.toml."
    return f"Next:\n{lines}\n{where}\n"
