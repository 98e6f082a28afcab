"""The custom requests ``framesage/status`` and ``framesage/report``."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from framesage.lsp.features.custom_requests import report, status
from framesage.lsp.server import FramesageServer, build


@pytest.fixture
def server() -> FramesageServer:
    return build()


def _about(folder: Path, requirements: str) -> SimpleNamespace:
    file = folder / "requirements.txt"
    file.write_text(requirements, encoding="utf-8")
    return SimpleNamespace(textDocument=SimpleNamespace(uri=file.as_uri()))


def test_the_status_is_the_verdict(server, tmp_path):
    answer = status(server, _about(tmp_path, "django\ndjango-allauth\n"))
    assert answer is not None
    assert answer["text"].startswith("Framesage: Django fits (")
    assert answer["open"] is False


def test_the_status_tells_whether_questions_can_help(server, tmp_path):
    answer = status(server, _about(tmp_path, "gunicorn\n"))
    assert answer is not None
    assert answer["open"] is True


def test_other_projects_than_web_applications_have_neither(server, tmp_path):
    about = _about(tmp_path, "numpy\n")
    assert status(server, about) is None
    assert report(server, about) is None


def test_the_report_is_a_page_about_the_project(server, tmp_path):
    answer = report(server, _about(tmp_path, "flask\nflask-login\n"))
    assert answer is not None
    assert answer["title"] == f"Framesage on {tmp_path.name}"
    assert answer["html"].startswith("<!doctype html>")
    assert (tmp_path / "requirements.txt").as_uri() in answer["html"]
