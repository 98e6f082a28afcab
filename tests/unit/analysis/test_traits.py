"""Certainties, and what a requirement contributes to traits."""

import pytest

from framesage.analysis.traits import certainty_of, contributions_at
from framesage.rulebase.model import Scale

SCALE = Scale(
    reliabilities={},
    strengths={},
    thresholds={"low": 0.2, "medium": 0.5, "high": 0.8},
    framework_strength=0.9,
    rival_strength=0.9,
    majority=0.66,
)


@pytest.mark.parametrize(
    ("belief", "certainty"),
    [(0.0, ""), (0.19, ""), (0.2, "low"), (0.5, "medium"), (0.79, "medium"), (1.0, "high")],
)
def test_a_certainty_starts_at_its_threshold(belief, certainty):
    assert certainty_of(belief, SCALE) == certainty


def test_traits_are_sorted_by_belief(assess_project):
    beliefs = [found.belief for found in assess_project("flask\nflask-login\nredis\n").traits]
    assert len(beliefs) > 1
    assert beliefs == sorted(beliefs, reverse=True)


def test_a_declared_trait_is_declared_or_absent(assess_project):
    settings = "[traits]\nneeds-auth = true\nneeds-admin = false\n"
    assessment = assess_project("flask\nflask-admin\n", framesage__toml=settings)
    certainties = {found.trait.id: found.certainty for found in assessment.traits}
    assert certainties["needs-auth"] == "declared"
    assert "needs-admin" not in certainties


def test_a_requirement_contributes_to_the_traits_that_it_is_evidence_for(assess_project):
    assessment = assess_project("flask\nflask-login\nrequests\n")
    evidence = {
        seen.location.text: seen.location for seen in assessment.sightings.all if seen.location
    }
    found = {
        entry.trait.id: entry for entry in contributions_at(evidence["flask-login"], assessment)
    }
    assert found["needs-auth"].reason.weight > 0
    assert not found["needs-auth"].against
