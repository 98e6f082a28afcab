"""A step of the consultation as JSON."""

import json

from framesage import Answer, check_text
from framesage.consultation.consult import consult
from framesage.report.consultation import consultation_text


def test_a_step_has_verdict_answers_and_question():
    step = consult(check_text(""), {"needs-auth": Answer.YES, "mvp": Answer.UNKNOWN})
    document = json.loads(consultation_text(step))
    assert document["answered"] == [
        {"trait": "needs-auth", "answer": "yes"},
        {"trait": "mvp", "answer": "unknown"},
    ]
    assert document["verdict"]["favors"] == step.assessment.verdict.favors
    question = document["question"]
    assert question["trait"] == step.question.id
    assert question["text"] == step.question.question.text
    assert "counts for" in question["because"]
    assert document["settled"] is False


def test_the_last_step_has_no_question():
    step = consult(check_text("fastapi\n"), {})
    document = json.loads(consultation_text(step))
    assert (document["question"], document["settled"]) == (None, True)
