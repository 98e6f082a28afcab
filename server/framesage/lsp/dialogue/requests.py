"""A step of the consultation, and writing its answers, for clients with a dialogue of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from framesage.consultation.consult import consult
from framesage.consultation.declare import traits_to_declare
from framesage.fixes import answer_edits, start_edits, why_not_start
from framesage.fixes.start import missing_packages
from framesage.lsp.dialogue.arguments import (
    project_at,
    read_answers,
    read_object,
    read_start,
    subject_of,
)
from framesage.lsp.dialogue.messages import startable
from framesage.lsp.dialogue.writing import write_changes
from framesage.report.advice_text import advice_text
from framesage.report.consultation import consultation_json
from framesage.text import in_one_line
from framesage.wording.dialogue import WRITE_ANSWERS, start_title

if TYPE_CHECKING:
    from framesage.consultation.model import Consultation
    from framesage.lsp.server import FramesageServer
    from framesage.rulebase.framework_model import Framework


def consultation(ls: FramesageServer, arguments: object) -> dict[str, Any]:
    """Return the step after some answers; ``arguments`` are ``{"uri", "answers"}``.

    Its ``start`` has the frameworks that the project can start with, the favored one first, each
    with the ``packages`` that its kit adds.
    """
    given = read_object(arguments)
    assessment = project_at(ls, given.get("uri"))
    step = consult(assessment, read_answers(given.get("answers"), assessment.rule_base))
    return {
        **consultation_json(step),
        "start": [_start(option, step) for option in startable(step)],
    }


def advise(ls: FramesageServer, arguments: object) -> dict[str, str]:
    """Return the step in Markdown for an assistant, or the ``problem`` with its arguments."""
    try:
        given = read_object(arguments)
        subject = subject_of(ls, given.get("uri"), given.get("description"))
        rule_base = subject.assessment.rule_base
        step = consult(subject.assessment, read_answers(given.get("answers"), rule_base))
    except JsonRpcInvalidParams as error:
        return {"problem": in_one_line(error.message)}
    return {"text": advice_text(step)}


def _start(framework: Framework, step: Consultation) -> dict[str, Any]:
    packages = [package.name for package in missing_packages(framework, step.assessment)]
    return {"framework": framework.id, "title": framework.title, "packages": packages}


async def apply_answers(ls: FramesageServer, arguments: object) -> dict[str, Any]:
    """Write answers and, with ``start``, a decision; return ``{"applied", "text", "message"}``."""
    given = read_object(arguments)
    uri, kit = given.get("uri"), given.get("kit") is True
    assessment = project_at(ls, uri)
    step = consult(assessment, read_answers(given.get("answers"), assessment.rule_base))
    start = read_start(given.get("start"), assessment.rule_base)
    declared = traits_to_declare(step, assessment) if step.declared else {}
    make, label = partial(answer_edits, answers=declared), WRITE_ANSWERS
    if start:
        problem = why_not_start(assessment, start)
        if problem:
            return {"applied": False, "text": "", "message": f"{problem}."}
        make = partial(start_edits, framework_id=start, answers=step.declared, kit=kit)
        label = start_title(assessment.rule_base.frameworks[start].title)
    written = await write_changes(ls, lambda: make(project_at(ls, uri)), label)
    return {"applied": written.applied, "text": written.text, "message": written.message}
