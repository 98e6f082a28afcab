"""The hook of MkDocs: adds the generated pages, and leads links out of ``docs/`` to the repository.

MkDocs loads this file by its path, so that it first has to make the folder importable.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

DOCS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(DOCS), str(DOCS.parent / "server")]

from mkdocs.structure.files import File  # noqa: E402

from framesage.rulebase import load_rule_base  # noqa: E402
from framesage.wording.site import SITE  # noqa: E402
from generator.catalogue import generated_pages, index_of  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_LINK = re.compile(r"\]\((?!\w+:|#)([^)\s]+)\)")
_EXAMPLE = re.compile(r"^\| `([\w-]+)` \| `(.+?)` \|", re.MULTILINE)
SETTINGS_PAGE = "reference/settings/README.md"


def on_config(config: MkDocsConfig) -> None:
    """Set the address at which the site will be published, if it is known."""
    config.site_url = SITE or None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for path, text in generated_pages(load_rule_base(whole=True), setting_examples()):
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Complete the indexes, and lead links to files outside of ``docs/`` to the repository."""
    index = index_of(page.file.src_uri, load_rule_base(whole=True))
    folder = PurePosixPath(page.file.src_uri).parent
    repository = config.extra["repository"]

    def absolute(link: re.Match[str]) -> str:
        path, hash_sign, anchor = link[1].partition("#")
        target = (DOCS / folder / path).resolve()
        if target.is_relative_to(DOCS) or not target.exists():
            return link[0]
        name = target.relative_to(DOCS.parent).as_posix()
        return f"]({repository}/blob/HEAD/{name}{hash_sign}{anchor})"

    if page.file.src_uri == SETTINGS_PAGE:
        markdown = _EXAMPLE.sub(r"| [`\1`](\1.md) | `\2` |", markdown)
    return _LINK.sub(absolute, f"{markdown}\n{index}\n" if index else markdown)


def setting_examples() -> dict[str, str]:
    """Return an example of each setting from the list of settings, where a test validates them."""
    return dict(_EXAMPLE.findall((DOCS / SETTINGS_PAGE).read_text(encoding="utf-8")))
