"""What the tools do, without the protocol: arguments in, a short text and JSON out.

Files are only read. Nothing of a project is executed, and nothing is written or sent.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from framesage.advice.workspace import assess_paths
from framesage.consultation.answers import read_answers
from framesage.consultation.consult import consult
from framesage.consultation.subject import find_subject, idea
from framesage.frozen import frozen
from framesage.mcp.paths import local_path
from framesage.project import CachedFileSystem, Disk, ManifestCache
from framesage.project.named_files import admit, why_unread
from framesage.report.advice_text import advice_text
from framesage.report.consultation import consultation_json
from framesage.report.decision_record import record_lines
from framesage.report.explanation import explanation_json
from framesage.report.json import document
from framesage.report.markdown import escaped, markdown_lines
from framesage.wording.verdict import verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.consultation.subject import Subject

MOST_PROJECTS = 10
"""More projects than this do not fit into a conversation."""

_NO_FILES = "No dependency files found. For a project that is still an idea, call `ask`."


@frozen
class Result:
    """The result of a tool: Markdown for the model to read, and JSON."""

    text: str
    data: dict[str, Any]


def check(path: str) -> Result:
    """Return the findings and verdicts of the projects at or below a path.

    The JSON is that of ``framesage check --format json``. Raises ValueError for a path that cannot
    be read, or that more than ``MOST_PROJECTS`` projects are below.
    """
    where, files = local_path(path), ManifestCache(CachedFileSystem(Disk()))
    if files.is_file(where) and not admit(where, files):
        raise ValueError(f"{where.name}: {why_unread(where)}")
    found = tuple(assess_paths([where], _today(), files, around=where))
    if len(found) > MOST_PROJECTS:
        raise ValueError(_too_many(found))
    return Result("\n".join(_check_lines(found, where)) + "\n", document(found))


def _check_lines(found: Sequence[Assessment], where: Path) -> Iterator[str]:
    if not found:
        yield _NO_FILES
        return
    base = where if where.is_dir() else where.parent
    yield from markdown_lines(found, base)
    yield ""
    for assessment in found:
        start = assessment.project.start.as_posix()
        yield f"- {escaped(start)}: {escaped(verdict_headline(assessment))}."
        yield from (f"- {escaped(str(error))}" for error in assessment.rule_errors)


def _too_many(found: Sequence[Assessment]) -> str:
    roots = [assessment.project.start.as_posix() for assessment in found[:MOST_PROJECTS]]
    return f"{len(found)} projects are below this path; pass one of them: {', '.join(roots)}, ..."


def explain(path: str) -> Result:
    """Return the reasons for the verdict on the project at a path, and what would change it.

    Raises ValueError and SubjectError for a path without one project.
    """
    assessment = find_subject(local_path(path), "", _today()).assessment
    text = "\n".join(record_lines([assessment], assessment.project.start.parent, _today()))
    return Result(f"{text.rstrip()}\n", explanation_json(assessment))


def ask(path: str, description: str, answers: Mapping[str, object]) -> Result:
    """Return what follows from answers about a project, or about an idea, and what to ask next.

    The JSON is that of ``framesage ask --format json``. Raises ValueError and SubjectError for a
    path without one project, neither path nor description, and unknown traits and answers.
    """
    if not path and not description.strip():
        raise ValueError("pass the path of a project, or a description of what is to be built")
    subject = _subject(path, description)
    given = read_answers(answers, subject.assessment.rule_base)
    step = consult(subject.assessment, given)
    return Result(advice_text(step), consultation_json(step))


def _subject(path: str, description: str) -> Subject:
    if not path:
        return idea(description, _today())
    return find_subject(local_path(path), description, _today())


def _today() -> date:
    return date.today()  # noqa: DTZ011  # support ends at midnight where the user is
