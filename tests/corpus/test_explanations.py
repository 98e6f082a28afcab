"""Explanations agree with findings, for every rule and every real project."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.explanation.explain import explain_rule, explain_trait
from framesage.wording.statement import Statement, StatementKind

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module", params=["examples", "corpus"])
def assessments(request) -> list[Assessment]:
    corpus = request.param == "corpus"
    folder = request.getfixturevalue("corpus") / "projects" if corpus else ROOT / "examples"
    found = list(assess_paths([folder], DAY))
    assert found
    return found


def test_a_rule_applies_exactly_where_it_has_findings(assessments):
    for assessment in assessments:
        found = {finding.rule for finding in assessment.findings}
        for rule in assessment.rule_base.advice:
            applies = explain_rule(assessment, rule).kind is StatementKind.HOLDS
            assert applies is (rule in found), (assessment.project.root, rule)


def test_every_rule_that_does_not_apply_has_a_part_that_fails(assessments):
    for assessment in assessments:
        for rule in assessment.rule_base.all_rules():
            statement = explain_rule(assessment, rule.id)
            failing = [part for part in statement.parts if part.kind is StatementKind.FAILS]
            assert bool(failing) is (statement.kind is StatementKind.FAILS), (
                assessment.project.root,
                rule.id,
            )


ELSEWHERE = re.compile(r"\(see above\)|^'[\w-]+' in its path |^its place ")


def test_every_reason_leads_to_a_location_or_names_a_folder(assessments):
    for assessment in assessments:
        for inferred in assessment.traits:
            for reason in explain_trait(assessment, inferred.trait.id).parts:
                assert reason.contribution
                grounds = list(_with_parts(reason))
                assert any(
                    ground.locations or ELSEWHERE.search(ground.text) for ground in grounds
                ), reason.text


def _with_parts(statement: Statement) -> Iterator[Statement]:
    yield statement
    for part in statement.parts:
        yield from _with_parts(part)
