"""Hooks for hatchling: a README for PyPI, and a snapshot of the rules for the wheel.

Without the snapshot the wheel works the same, but loads the rules more slowly (docs/adr/0002).
pip runs this file before it compares ``requires-python`` with the running Python, so that an old
Python must be able to parse it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

if sys.version_info < (3, 10):  # noqa: UP036 - pip has not looked at requires-python yet
    sys.exit("Framesage needs Python 3.10 or later; this is Python " + sys.version[:3] + ".")

LINK = re.compile(r"\]\((?!\w+:|#)([^)]+)\)")
IMAGES = (".png", ".svg")


class ReadmeHook(MetadataHookInterface):
    """Use ``README.md`` with absolute links as the description of the package."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``readme``."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        text = with_absolute_links(text, metadata["urls"]["Repository"])
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def with_absolute_links(markdown: str, repository: str) -> str:
    """Return Markdown whose relative links point into a repository on GitHub."""

    def absolute(link: re.Match[str]) -> str:
        view = "raw" if link[1].endswith(IMAGES) else "blob"
        return f"]({repository}/{view}/HEAD/{link[1]})"

    return LINK.sub(absolute, markdown)


class SnapshotHook(BuildHookInterface[Any]):
    """Add ``framesage/rules.snapshot``; an error in the rules fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshot, except for an editable install, whose rules may change."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "server"))
        from framesage.rulebase.load import load_rule_base
        from framesage.rulebase.snapshot import write_snapshot

        target = Path(self.directory) / "rules.snapshot"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_snapshot(load_rule_base(whole=True), root / "rules", target)
        build_data["force_include"][str(target)] = "framesage/rules.snapshot"

    def finalize(self, *_: object) -> None:
        """Remove the snapshot: the wheel contains it now."""
        Path(self.directory, "rules.snapshot").unlink(missing_ok=True)
