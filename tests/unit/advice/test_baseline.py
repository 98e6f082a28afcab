"""Baselines record findings by fingerprint, and hide as many as they record."""

import pytest

from framesage.advice.baseline import (
    BaselineError,
    baseline_text,
    read_baseline,
    recorded,
    split_known,
)
from framesage.advice.fingerprints import Fingerprint, fingerprint, numbered
from framesage.text import Source

RULE = "django-plugin-in-flask"


def known_of(assessment):
    return recorded(assessment.findings, assessment.project.root)


def split(assessment, known):
    """Return the new and the known findings, with a baseline in the project's folder."""
    baseline = Source(assessment.project.root / "known.json", baseline_text(known))
    return split_known(assessment.findings, baseline)


def test_a_written_baseline_reads_as_the_same_findings(assess_project):
    known = known_of(assess_project("flask\ndjango-axes\ndjango-axes\n"))
    assert known[RULE, "requirements.txt", "django-axes"] == 2
    assert read_baseline(baseline_text(known)) == known


def test_an_empty_baseline_has_no_findings():
    assert not read_baseline(baseline_text(read_baseline('{"version": 1, "findings": []}')))


def test_findings_about_unusable_input_are_not_recorded(assess_project):
    assessment = assess_project("flask\n", framesage__toml="colour = 1\n")
    assert [finding.rule for finding in assessment.findings] == ["settings"]
    assert not known_of(assessment)


def test_known_findings_are_hidden_on_another_line(assess_project):
    known = known_of(assess_project("flask\ndjango-axes\n"))
    moved = assess_project("# moved\nflask\n\ndjango-axes\ndjango-cors-headers\n")
    new, hidden = split(moved, known)
    assert [finding.location.text for finding in new] == ["django-cors-headers"]
    assert recorded(hidden, moved.project.root) == known


def test_one_more_occurrence_than_recorded_is_new(assess_project):
    known = known_of(assess_project("flask\ndjango-axes\n"))
    twice = assess_project("flask\ndjango-axes\ndjango-axes\n")
    new, _ = split(twice, known)
    assert [finding.rule for finding in new] == [RULE]


def test_without_a_valid_baseline_all_findings_are_new(assess_project):
    assessment = assess_project("flask\ndjango-axes\n")
    broken = Source(assessment.project.root / "known.json", "[]")
    for baseline in (None, broken):
        assert split_known(assessment.findings, baseline) == (assessment.findings, ())


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "findings": []}'])
def test_an_invalid_baseline_is_an_error(text):
    with pytest.raises(BaselineError):
        read_baseline(text)


def test_equal_fingerprints_are_numbered():
    first, other = Fingerprint("r", "f", "a"), Fingerprint("r", "f", "b")
    assert list(numbered([first, other, first])) == [(first, 0), (other, 0), (first, 1)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("flask==0.12\n", "flask"),
        ("flask\nsix==1.0click==8.0\n", "click==8.0"),
    ],
)
def test_a_fingerprint_names_the_package_or_the_text(assess_project, text, about):
    finding = assess_project(text).findings[-1]
    assert fingerprint(finding, "f").about == about
