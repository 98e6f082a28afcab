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
    own_settings_files,
    settings_header,
    settings_path,
    write_setting,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.fixes.draft import Draft
    from framesage.fixes.model import Edit
    from framesage.project.model import Project

_TRAITS = ("traits",)


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
    """Return the change that ignores a rule in a project; it replaces an earlier reason there."""
    added, edits = _addition(project, ("ignore",), rule, toml_string(reason))
    text = f"{added.table}\n{added.text}"
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
    path = settings_path(project, (*table, key))
    header, problem = settings_header(path, table), _problem(project, path)
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


def _problem(project: Project, path: Path) -> str:
    if project.script:
        return "the metadata of a script is a comment"
    if any(error.path == path for error in project.read_errors):
        return "it cannot be read"
    found = (file for file in own_settings_files(project) if file.source.path == path)
    return next(map(toml_problem, found), "")


def _written(project: Project) -> dict[tuple[str, ...], object]:
    """Return the settings in the files of the project's folder, by the path of their keys."""
    weakest_first = reversed(own_settings_files(project))
    return {
        setting.path: setting.value for manifest in weakest_first for setting in manifest.settings
    }
