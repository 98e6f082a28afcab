"""All uses of an id: in the rules, and in the settings and ignore comments of known projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.suppressions import suppressions_of
from framesage.editing.rules.definitions import Found, uses_of
from framesage.editing.rules.ids import unquoted
from framesage.editing.rules.settings import setting_uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.editing.rules.ids import NamedId
    from framesage.lsp.rule_files.pointed import Pointed
    from framesage.lsp.server import FramesageServer


def uses(ls: FramesageServer, pointed: Pointed) -> list[Found]:
    """Return the uses and definitions of an id outside of the built-in rules, without repetition.

    Projects that have not been assessed yet are left out.
    """
    found = [*uses_of(pointed.id, pointed.sources)]
    for assessment in ls.store.known():
        found += _in_project(pointed.id, assessment)
    by_place = {(use.source.path, use.range): use for use in found}
    return list(by_place.values())


def _in_project(wanted: NamedId, assessment: Assessment) -> Iterator[Found]:
    for manifest in assessment.project.manifests:
        if wanted.name in manifest.source.text:
            for span in setting_uses(wanted, manifest):
                yield Found(manifest.source, span)
    if wanted.kind == "rule":
        for ignore in suppressions_of(assessment.project):
            place = ignore.rule_location
            if ignore.rule == wanted.name and place:
                yield Found(place.manifest.source, unquoted(place.range, wanted.name))
