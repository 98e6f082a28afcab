"""A step of the consultation as JSON, version 1, for ``framesage ask`` and the language server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.consultation.heard import remarks
from framesage.consultation.probable import probable_answer
from framesage.consultation.progress import progress
from framesage.explanation.kits import kits_for
from framesage.explanation.what_if import find_tips, tip_words
from framesage.report.json import VERSION, kits_json, verdict_json
from framesage.wording.consultation import why_asked

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation
    from framesage.explanation.what_if import Flip
    from framesage.rulebase.model import Trait


def consultation_text(consultation: Consultation) -> str:
    """Return the step as a document in ASCII, which is safe in every console and pipe."""
    return json.dumps(consultation_json(consultation), indent=2) + "\n"


def consultation_json(consultation: Consultation) -> dict[str, Any]:
    """Return the step as plain values."""
    assessment, question = consultation.assessment, consultation.question
    return {
        "version": VERSION,
        "verdict": verdict_json(assessment),
        "answered": [
            {"trait": trait, "answer": answer.value}
            for trait, answer in consultation.answers.items()
        ],
        "question": _question(question, assessment) if question else None,
        "settled": consultation.settled,
        "contradictions": list(consultation.contradictions),
        "remarks": list(remarks(assessment)),
        "progress": progress(consultation),
        "tips": [_tip(flip) for flip in find_tips(assessment)],
        "kits": kits_json(assessment),
        "kits-summary": {
            kit.framework.id: {"words": kit.words, "packages": list(kit.packages)}
            for kit in kits_for(assessment)
        },
    }


def _question(trait: Trait, assessment: Assessment) -> dict[str, str | None]:
    asked, assumed = trait.question, probable_answer(trait, assessment)
    assert asked is not None
    return {
        "trait": trait.id,
        "text": asked.text,
        "help": asked.help,
        "yes": asked.yes,
        "no": asked.no,
        "because": " ".join(why_asked(trait, assessment.rule_base)),
        "probable": assumed.answer.value if assumed else None,
        "assumption": assumed.words if assumed else "",
    }


def _tip(flip: Flip) -> dict[str, Any]:
    return {
        "favors": flip.framework.id,
        "answers": [
            {"trait": change.trait.id, "answer": "yes" if change.holds else "no"}
            for change in flip.changes
        ],
        "text": tip_words(flip),
    }
