"""Projects that can still choose a framework, and those that cannot."""

import pytest

from framesage.analysis.open_choice import has_open_choice

OPEN = {
    "empty": "",
    "just begun": "requests\ntqdm\nclick\n",
    "web without a framework": "gunicorn\npsycopg2\nrequests\ntqdm\n",
}
CLOSED = {
    "on Flask": "flask\n",
    "on another framework": "fastapi\nuvicorn\n",
    "a desktop application": "pyside6\n",
    "many packages and no sign of the web": "requests\ntqdm\nclick\nrich\n",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_the_choice_is_open(assess_project, text):
    assert has_open_choice(assess_project(requirements__txt=text))


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_there_is_no_choice(assess_project, text):
    assert not has_open_choice(assess_project(requirements__txt=text))


@pytest.mark.parametrize(
    "settings",
    [
        'framework = "django"',
        "traits.web-application = false",
        "traits.reusable-package = true",
    ],
)
def test_settings_close_the_choice(assess_project, settings):
    declared = f"{settings}\n"
    assert not has_open_choice(assess_project("gunicorn\n", framesage__toml=declared))
