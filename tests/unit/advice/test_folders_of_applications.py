"""Lists in the folders of an application: they do not choose a framework once more."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.wording.verdict import verdict_headline

TODAY = date(2026, 11, 24)
PORTAL = "gunicorn\npsycopg2\n"
README = "# Desk\n\nA portal where staff manage customer accounts and bookings\n"


@pytest.fixture
def assess(tmp_path, make_project):
    def run(files, start="."):
        make_project(tmp_path, {"desk/README.md": README, "desk/requirements.txt": PORTAL, **files})
        found = assess_paths([tmp_path / start], TODAY, around=tmp_path)
        return next(item for item in found if item.project.root.name == "desk")

    return run


def test_alone_it_has_to_choose(assess):
    assert [finding.rule for finding in assess({}).findings] == ["choose-django"]


@pytest.mark.parametrize("framework", ["flask", "django>=5.2", "fastapi"])
@pytest.mark.parametrize("start", [".", "desk"])
def test_below_an_application_it_does_not(assess, framework, start):
    assessment = assess({"requirements.txt": f"{framework}\n"}, start)
    assert assessment.findings == ()
    assert "the project in the folder above uses" in verdict_headline(assessment)


@pytest.mark.parametrize(
    "above",
    [
        {"requirements.txt": "requests\n"},
        {"requirements-dev.txt": "flask\n", "requirements.txt": "requests\n"},
        {"beside/requirements.txt": "flask\n"},
    ],
)
def test_other_projects_around_it_do_not_matter(assess, above):
    assert [finding.rule for finding in assess(above).findings] == ["choose-django"]


def test_settings_can_say_that_it_is_an_application_of_its_own(assess):
    own = "[traits]\nweb-application = true\nneeds-admin = true\n"
    files = {"requirements.txt": "flask\n", "desk/framesage.toml": own}
    assert "choose-django" in [finding.rule for finding in assess(files).findings]
