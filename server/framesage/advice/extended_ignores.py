"""Report ignores that have expired in files that the settings extend.

Such a file can be outside of the folders that are checked, so its ignores are reported like its
errors: at ``extend``. A settings file in the repository is reported with its own folder.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.advice.builtin_findings import configured
from framesage.advice.builtin_rules import EXPIRED_IGNORE, configurable_rules
from framesage.advice.suppressions import Suppression
from framesage.analysis.location import Location
from framesage.project.file_error import FileError
from framesage.project.settings.extend import inner_message
from framesage.project.settings.model import SETTINGS_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Finding
    from framesage.analysis.model import Analysis
    from framesage.project.model import Project
    from framesage.project.settings.model import Origin


def expired_extended_ignores(analysis: Analysis) -> Iterator[Finding]:
    """Yield a finding for each item of ``extend`` with ignores that have expired."""
    project = analysis.project
    manifests = {manifest.source.path: manifest for manifest in project.manifests}
    expired: dict[Origin, list[FileError]] = defaultdict(list)
    for extend, error in _expired(analysis):
        expired[extend].append(error)
    for extend, errors in expired.items():
        if extend.path in manifests:
            location = Location(manifests[extend.path], extend.value_range)
            message = f"{inner_message(errors, extend.path.parent)}."
            yield from configured(EXPIRED_IGNORE, message, location, project)


def _expired(analysis: Analysis) -> Iterator[tuple[Origin, FileError]]:
    """Yield what to do about each expired ignore that is not reported with its own folder."""
    project, rules = analysis.project, configurable_rules(analysis.rule_base)
    for rule, ignored in project.settings.ignore.items():
        given = project.written["ignore", rule][-1]
        origin, extend = given.origin, given.extend
        ignore = Suppression(rule, ignored.reason, None, None, None, until=ignored.until)
        if origin and extend and rule in rules and ignore.is_expired(analysis.today):
            message = f"remove the ignore of {rule} or set a later date; "
            message += f"it expired on {ignore.expires()}"
            if not _has_a_folder(origin.path, project):
                yield extend, FileError(origin.path, origin.key_range, message)


def _has_a_folder(path: Path, project: Project) -> bool:
    """Return whether a file has the settings of a folder of the repository."""
    is_inside = path.is_relative_to(project.boundary or project.root)
    return is_inside and path.name in SETTINGS_FILES
