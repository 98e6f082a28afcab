"""Where symbols were seen, which is joined to what is believed."""

from framesage.inference import Observed

REQUIREMENTS = "flask\nflask-login\n"
DEVELOPMENT = "flask-login\n"


def test_a_condition_looks_at_facts_that_are_reliable_enough(assess_project):
    assessment = assess_project(REQUIREMENTS, requirements_dev__txt=DEVELOPMENT)
    seen = assessment.sightings.of("package:flask-login")
    assert [sighting.location.path.name for sighting in seen] == [
        "requirements.txt",
        "requirements_dev.txt",
    ]
    for reliability, count in ((1.0, 1), (seen[1].reliability, 2)):
        condition = Observed(("package:flask-login",), reliability)
        evaluation = condition.evaluate(assessment.memory)
        assert len(assessment.sightings.of_leaf(evaluation)) == count


def test_a_reason_is_where_its_symbol_was_seen(assess_project):
    assessment = assess_project(REQUIREMENTS)
    (reason,) = (
        reason
        for reason in assessment.memory.conclusion("trait:needs-auth").supporting
        if reason.evaluation is None
    )
    assert [location.text for location in assessment.sightings.of_reason(reason)] == ["flask-login"]


def test_changes_are_seen_beside_what_the_files_show(assess_project):
    assessment = assess_project("flask\nflask-script\n")
    (change,) = assessment.changes
    assert change in [seen.location for seen in assessment.sightings.results]
    assert change in assessment.sightings.locations("package:flask-script")
