"""Traits and verdicts agree with the labels of real projects; a short dialogue suffices."""

import importlib
from datetime import date
from pathlib import Path
from statistics import median

import pytest

TODAY = date(2026, 11, 24)
BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def report():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("verdict_report")


@pytest.fixture(scope="module")
def every_case(report, corpus):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        return importlib.import_module("labeled_projects").load_cases(corpus, TODAY)


@pytest.fixture(scope="module")
def cases(report, every_case):
    labeled = report.labeled_cases(every_case)
    assert len(labeled) >= 100, "the corpus has changed"
    return labeled


def test_inferred_traits_agree_with_the_labels(monkeypatch, every_case):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    report = importlib.import_module("advice_report")
    hits, inferred, positive = report.trait_counts(every_case, report.TRAITS)
    assert hits / inferred >= 0.87
    assert hits / positive >= 0.79


def test_apis_are_told_from_pages(monkeypatch, every_case):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    report = importlib.import_module("advice_report")
    hits, inferred, positive = report.trait_counts(every_case, ["api-only"])
    assert hits / inferred >= 0.8
    assert hits / positive >= 0.7


def test_the_guidance_agrees_with_the_labels(report, cases):
    assert report.agreement(cases, report.with_labels) >= 0.8
    assert report.agreement(cases, report.labels_alone) >= 0.8


def test_the_verdict_on_the_files_agrees_with_the_labels(report, cases):
    assert report.agreement(report.on_candidates(cases), report.from_files) >= 0.72


def test_people_who_state_their_needs_get_an_accepted_verdict(report, cases):
    if not report.CHOOSERS.is_file():
        pytest.skip("the descriptions of choosers are missing (../shared/choosers)")
    verdicts = report.chooser_verdicts(cases[0].main)
    assert len(verdicts) >= 10
    assert [name for name, (found, accepted) in verdicts.items() if found not in accepted] == []


def test_a_short_dialogue_ends_with_the_verdict_of_all_labels(report, cases):
    dialogues = report.hold_dialogues(cases)
    assert median(dialogues.asked) <= 6
    assert dialogues.same >= 0.95
