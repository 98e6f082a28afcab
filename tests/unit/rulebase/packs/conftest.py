"""Packs on the disk, and distributions that offer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[..., Path]

RULE = """
[[rule]]
id = "{id}"
title = "Use acme-auth"
severity = "warning"
message = "Replace {{packages}} with acme-auth."
why = "Acme has one login."
at = "matches"
references = ["https://acme.example/login"]
[rule.when]
all = [{{ package = "{package}" }}]
"""


@pytest.fixture
def make_pack() -> Callable[..., Path]:
    """Write a pack with one rule of advice into a folder."""

    def made(folder: Path, name: str = "acme-rules", more: str = "", **rule: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        text = f'[pack]\nname = "{name}"\nversion = "1.2"\n{more}'
        (folder / "pack.toml").write_text(text, encoding="utf-8")
        values = {"id": f"{name}-login", "package": "flask-login", **rule}
        (folder / "login.toml").write_text(RULE.format(**values), encoding="utf-8")
        return folder

    return made


@pytest.fixture
def write_metadata() -> Callable[..., Path]:
    """Write the metadata of a distribution whose entry point is a pack."""

    def written(site: Path, name: str, package: str, version: str = "1.2") -> Path:
        metadata = site / f"{name.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir(parents=True)
        lines = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (metadata / "METADATA").write_text(lines, encoding="utf-8")
        entry = f"[console_scripts]\nx = y:z\n\n[framesage.rules]\n{name} = {package}\n"
        (metadata / "entry_points.txt").write_text(entry, encoding="utf-8")
        return metadata

    return written


@pytest.fixture
def install(
    make_pack: Callable[..., Path], write_metadata: Callable[..., Path]
) -> Callable[..., Path]:
    """Write the installed files of a distribution that offers a pack, and return its folder."""

    def installed(
        site: Path, name: str = "acme-rules", package: str = "acme_rules", version: str = "1.2"
    ) -> Path:
        make_pack(site.joinpath(*package.split(".")), name)
        write_metadata(site, name, package, version)
        return site.joinpath(*package.split("."))

    return installed
