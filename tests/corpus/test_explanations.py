"""Explanations agree with findings, for every rule and every project there is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.explanation.explain import explain_rule, explain_trait
from framesage.wording.statement import Sign, Step

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module", params=["examples", "corpus"])
def assessments(request) -> list[Assessment]:
    corpus = request.param == "corpus"
    folder = request.getfixturevalue("corpus") / "projects" if corpus else ROOT / "examples"
    found = list(assess_paths([folder], DAY))
    assert found
    return found


def test_a_rule_is_said_to_speak_exactly_where_it_does(assessments):
    for assessment in assessments:
        speaking = {finding.rule for finding in assessment.findings}
        for rule in assessment.rule_base.advice:
            said = explain_rule(assessment, rule).sign is Sign.HOLDS
            assert said is (rule in speaking), (assessment.project.root, rule)


def test_for_every_silent_rule_something_is_named_that_fails(assessments):
    for assessment in assessments:
        for rule in assessment.rule_base.all_rules():
            step = explain_rule(assessment, rule.id)
            failing = [part for part in step.parts if part.sign is Sign.FAILS]
            assert bool(failing) is (step.sign is Sign.FAILS), (assessment.project.root, rule.id)


def test_every_reason_leads_to_a_location_or_to_a_declaration(assessments):
    for assessment in assessments:
        for found in assessment.traits:
            step = explain_trait(assessment, found.trait.id)
            for reason in step.parts:
                assert reason.strength
                grounds = list(_grounds(reason))
                assert any(one.locations or "as told" in one.words for one in grounds), reason.words


def _grounds(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from _grounds(part)
