"""What projects say of themselves is heard: people who choose, real projects, held-out texts."""

import importlib
from datetime import date
from pathlib import Path

import pytest

TODAY = date(2026, 11, 24)
BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def report(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("hearing_report")


@pytest.fixture
def texts(report):
    return importlib.import_module("descriptions")


def require(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"the texts of real projects are missing (../shared/{folder.name})")


def test_people_who_choose_are_heard(report, texts):
    require(texts.SHARED / "choosers")
    heard = report.hear(texts.choosers(texts.SHARED), TODAY)
    assert report.share_heard(heard) >= 0.95
    assert report.share_right(heard) >= 0.88
    assert report.share_found(heard) >= 0.78
    assert len(report.alarms(heard)) <= 1


def test_the_descriptions_of_real_projects_are_heard(report, texts):
    require(texts.SHARED / "corpus")
    heard = report.hear(texts.real_projects(texts.SHARED), TODAY)
    assert report.share_heard(heard) >= 0.66
    assert report.precision(heard) >= 0.9
    assert report.share_found(heard) >= 0.3
    assert len(report.alarms(heard)) <= 1


def test_descriptions_that_were_put_aside_are_heard(report, texts):
    heard = report.hear(texts.held_out(), TODAY)
    assert sum(text.text.is_web for text in heard) > 2 * len(heard) / 3 > 70
    assert report.share_heard(heard) >= 0.93
    assert report.share_found(heard) >= 0.8
    assert len(report.alarms(heard)) <= 2
