"""The custom requests ``framesage/status`` and ``framesage/report``."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from framesage.lsp.features.custom_requests import report, status
from framesage.lsp.server import FramesageServer, build

REBUILDS_DJANGO = "flask\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-admin\n"


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
    assert answer["text"].startswith("Framesage: Django fits this project (")
    assert answer["open"] is False


def test_the_status_tells_whether_questions_can_help(server, tmp_path):
    answer = status(server, _about(tmp_path, "gunicorn\n"))
    assert answer is not None
    assert answer["open"] is True


def test_a_project_without_a_framework_is_open_before_it_is_a_web_application(server, tmp_path):
    about = _about(tmp_path, "")
    assert status(server, about) == {
        "text": "Framesage: no framework yet",
        "open": True,
        "question": "Flask or Django?",
        "differs": False,
    }
    assert report(server, about) is None


@pytest.mark.parametrize(
    ("requirements", "settings", "differs"),
    [
        (REBUILDS_DJANGO, "", True),
        (REBUILDS_DJANGO, 'framework = "flask"', False),
        ("django\ndjango-allauth\n", "", False),
        ("django\ndjangorestframework\n", "", False),  # Flask would be enough
        ("gunicorn\n", "", False),
    ],
)
def test_the_status_tells_whether_another_framework_fits_better(
    server, tmp_path, requirements, settings, differs
):
    (tmp_path / "framesage.toml").write_text(settings, encoding="utf-8")
    answer = status(server, _about(tmp_path, requirements))
    assert answer is not None
    assert answer["differs"] is differs


def test_other_projects_than_web_applications_have_neither(server, tmp_path):
    about = _about(tmp_path, "numpy\n")
    assert status(server, about) is None
    assert report(server, about) is None


def test_the_report_is_a_page_about_the_project(server, tmp_path):
    answer = report(server, _about(tmp_path, "flask\nflask-login\n"))
    assert answer is not None
    assert answer["title"] == tmp_path.name
    assert answer["root"] == tmp_path.as_uri()
    assert answer["html"].startswith("<!doctype html>")
    assert (tmp_path / "requirements.txt").as_uri() in answer["html"]
