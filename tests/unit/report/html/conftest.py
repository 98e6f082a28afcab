"""Report pages of invented projects, with the built-in rules."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.report.html import Paging, page
from framesage.report.html.links import file_url
from unit.report.html.reading import Element, read

DAY = date(2026, 11, 24)
SHOP = """\
flask>=3
flask-login
flask-sqlalchemy
flask-migrate
flask-wtf
flask-admin
stripe
"""

MakePage = Callable[[Mapping[str, str]], Element]


@pytest.fixture
def render(tmp_path, make_project) -> Callable[[Mapping[str, str]], str]:
    def run(files: Mapping[str, str]) -> str:
        make_project(tmp_path, files)
        found = list(assess_paths([tmp_path], DAY))
        paging = Paging("shop: Flask or Django?", tmp_path, lambda path: file_url(path, tmp_path))
        return page(found, paging)

    return run


@pytest.fixture
def make_page(render) -> MakePage:
    return lambda files: read(render(files))


@pytest.fixture
def shop(make_page) -> Element:
    return make_page({"requirements.txt": SHOP})
