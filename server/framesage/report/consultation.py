"""A step of the consultation as JSON, version 1, for ``framesage ask`` and the language server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.report.json import VERSION, kits_json, verdict_json
from framesage.wording.consultation import why_asked
from framesage.wording.verdict import verdict_headline

if TYPE_CHECKING:
    from framesage.consultation.model import Consultation
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase


def consultation_text(consultation: Consultation) -> str:
    """Return the step as a document in ASCII, which is safe in every console and pipe."""
    return json.dumps(consultation_json(consultation), indent=2) + "\n"


def consultation_json(consultation: Consultation) -> dict[str, Any]:
    """Return the step as plain values."""
    assessment, question = consultation.assessment, consultation.question
    return {
        "version": VERSION,
        "verdict": {
            **verdict_json(assessment),
            "headline": verdict_headline(assessment),
        },
        "answered": [
            {"trait": trait, "answer": answer.value}
            for trait, answer in consultation.answers.items()
        ],
        "question": _question(question, assessment.rule_base) if question else None,
        "settled": consultation.settled,
        "contradictions": list(consultation.contradictions),
        "kits": kits_json(assessment),
    }


def _question(trait: Trait, rule_base: RuleBase) -> dict[str, str]:
    asked = trait.question
    assert asked is not None
    return {
        "trait": trait.id,
        "text": asked.text,
        "help": asked.help,
        "yes": asked.yes,
        "no": asked.no,
        "because": why_asked(trait, rule_base),
    }
