"""Read the arguments of the commands: a document or folder, answers, and a framework to start with.

What cannot be read raises JsonRpcInvalidParams, with a message that says what is wrong.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from pygls.exceptions import JsonRpcInvalidParams

from framesage.consultation import answers
from framesage.consultation.subject import Subject, describe, idea
from framesage.lsp.conversion.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Answer
    from framesage.lsp.server import FramesageServer
    from framesage.rulebase.rule_base import RuleBase

_Read = TypeVar("_Read")

_ANY_FILE = "requirements.txt"


def project_at(ls: FramesageServer, uri: object) -> Assessment:
    """Return the assessment of the project of a document, or of a folder, which may be empty."""
    path = path_of(uri) if isinstance(uri, str) else None
    if path is None:
        raise JsonRpcInvalidParams("`uri` must be the file URI of a document or folder")
    file = path / _ANY_FILE if path.is_dir() else path
    root = ls.store.root_of(file) or ls.store.folder_of(file) or file.parent
    return ls.store.assessment(root)


def subject_of(ls: FramesageServer, uri: object, description: object) -> Subject:
    """Return the project of a document or folder, or an idea; ``description`` says what it is."""
    said = description if isinstance(description, str) else ""
    if uri is None and said.strip():
        return idea(said, date.today())  # noqa: DTZ011  # support ends at the user's midnight
    return describe(Subject(project_at(ls, uri)), said)


def read_object(arguments: object) -> Mapping[str, Any]:
    """Return the arguments if they are an object."""
    if not isinstance(arguments, dict):
        raise JsonRpcInvalidParams("the argument must be an object with the key `uri`")
    return arguments


def read_answers(given: object, rule_base: RuleBase) -> dict[str, Answer]:
    """Return answers by the id of the trait; None stands for no answers."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise JsonRpcInvalidParams("`answers` must be an object with an answer for each trait")
    return _valid(lambda: answers.read_answers(given, rule_base))


def read_start(given: object, rule_base: RuleBase) -> str | None:
    """Return the id of the framework to start with, if any."""
    known = [framework.id for framework in rule_base.candidates]
    return None if given is None else _valid(lambda: answers.one_of(given, known, "framework"))


def _valid(read: Callable[[], _Read]) -> _Read:
    """Return what is read; raise JsonRpcInvalidParams for a ValueError."""
    try:
        return read()
    except ValueError as error:
        raise JsonRpcInvalidParams(str(error)) from error
