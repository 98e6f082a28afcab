"""Write settings of a project: the decision for a framework, and answers to questions."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.fixes.changes import FileChange
from framesage.fixes.draft import Addition
from framesage.fixes.main_list import toml_problem
from framesage.fixes.model import toml_string
from framesage.fixes.project_settings import (
    settings_header,
    settings_manifest,
    settings_path,
    write_setting,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.fixes.draft import Draft
    from framesage.fixes.model import Edit
    from framesage.project.model import Project

_TRAITS = ("traits",)
_REPLACES = "settings there would replace those of the folders above"


def set_decision(draft: Draft, framework: str, reason: str) -> Draft:
    """Return the draft with a decision and its reason, unless the same decision has one."""
    known = _written(draft.after)
    if known.get(("framework",)) == framework and known.get(("decision",)):
        return draft
    draft = _set(draft, (), "framework", framework)
    return _set(draft, (), "decision", reason)


def set_description(draft: Draft, description: str) -> Draft:
    """Return the draft with what the project is in the settings; "" changes nothing."""
    return _set(draft, (), "description", description) if description else draft


def set_answers(draft: Draft, answers: Mapping[str, bool]) -> Draft:
    """Return the draft with answers, by the id of the trait; they replace earlier ones."""
    for trait, answer in answers.items():
        draft = _set(draft, _TRAITS, trait, answer)
    return draft


def ignore_change(project: Project, rule: str, reason: str) -> FileChange:
    """Return the change that ignores a rule in a project; it replaces an earlier reason.

    It is to be pasted, into whichever file suits, if the settings are those of a folder above.
    """
    added, edits = _addition(project, ("ignore",), rule, toml_string(reason))
    text = f"{added.table}\n{added.text}"
    if project.inherits_settings:
        return FileChange(added.path, text, (), _REPLACES)
    return FileChange(added.path, text, edits, added.problem)


def _set(draft: Draft, table: tuple[str, ...], key: str, value: str | bool) -> Draft:
    project = draft.after
    before = _written(project).get((*table, key))
    if before == value:
        return draft
    added, edits = _addition(project, table, key, _toml(value))
    replaced = "" if before is None else f"{key} = {_toml(before)}"
    added = replace(added, replaced=replaced)
    return draft.edited(added, edits) if edits else draft.unwritten(added)


def _addition(
    project: Project, table: tuple[str, ...], key: str, value: str
) -> tuple[Addition, tuple[Edit, ...]]:
    """Return what sets a key to a value in TOML, and the edits; none if there is a problem."""
    path, header = settings_path(project), settings_header(project, table)
    problem = _problem(project)
    edit = None if problem else write_setting(project, table, key, value)
    line = f"{key} = {value}"
    if project.script:
        line, header = f"# {line}", f"# {header}"
    if edit is None:
        problem = problem or f"`{'.'.join(table)}` is not a table there"
    return Addition(path, line, header, problem), (edit,) if edit else ()


def _toml(value: object) -> str:
    """Return a string or boolean in TOML."""
    return toml_string(value) if isinstance(value, str) else json.dumps(value, default=str)


def _problem(project: Project) -> str:
    if project.script:
        return "the metadata of a script is a comment"
    manifest = settings_manifest(project)
    path = settings_path(project)
    if any(error.path == path for error in project.read_errors):
        return "it cannot be read"
    return toml_problem(manifest) if manifest else ""


def _written(project: Project) -> dict[tuple[str, ...], object]:
    """Return the settings in the file that is written to, by the path of their keys."""
    manifest = settings_manifest(project)
    return {setting.path: setting.value for setting in manifest.settings} if manifest else {}
