"""The diagram: its boxes and links, highlighting, and limits for large projects."""

import itertools

import pytest

from unit.report.html.conftest import SHOP

LINES = [
    *("flask", "flask-login", "flask-principal", "flask-security", "flask-jwt-extended"),
    *("flask-sqlalchemy", "sqlalchemy", "flask-migrate", "alembic", "psycopg", "peewee"),
    *("flask-wtf", "wtforms", "flask-admin", "flask-appbuilder", "jinja2", "flask-bootstrap"),
    *("flask-mail", "flask-mailman", "flask-babel", "stripe", "celery", "rq", "python3-saml"),
    *("flask-restx", "marshmallow", "flask-cors", "markdown", "bleach", "elasticsearch", "redis"),
]


def _boxes(page, kind):
    boxes = page.one("svg").all(class_="box")
    return [box for box in boxes if kind in box.attributes["class"].split()]


def _name(box):
    return box.one("title").text


def _named(boxes, name):
    return next(box for box in boxes if _name(box).startswith(name))


def test_observations_lead_through_traits_to_frameworks(shop):
    lines, traits, goals = (_boxes(shop, kind) for kind in ("line", "trait", "goal"))
    assert "flask-login, line 2" in map(_name, lines)
    assert "User accounts and login: high certainty" in map(_name, traits)
    assert {_name(goal).split(",")[0] for goal in goals} == {"Django", "Flask"}
    assert _name(shop.one("svg").one(class_="favored")).startswith("Django, favored with ")


def test_a_trait_highlights_only_its_evidence_and_the_framework_it_favors(shop):
    lights = set(
        _named(_boxes(shop, "trait"), "User accounts and login").attributes["data-lights"].split()
    )
    lit = [
        element for element in shop.one("svg").all() if element.attributes.get("data-id") in lights
    ]
    wires = [element for element in lit if element.name == "path"]
    names = {_name(element).split(",")[0] for element in lit if element not in wires}
    assert {"flask-login", "Django"} <= names
    assert not {"flask-wtf", "Flask"} & names
    assert len(wires) >= 3


def test_every_box_is_a_link_with_an_accessible_name(shop):
    boxes = [box for kind in ("line", "trait", "goal") for box in _boxes(shop, kind)]
    assert len(boxes) > 8
    for box in boxes:
        assert box.name == "a"
        assert box.attributes["href"]
        assert _name(box)


def test_boxes_do_not_overlap_and_are_within_the_diagram(make_page):
    page = make_page({"requirements.txt": "\n".join(LINES)})
    _, _, width, height = map(float, page.one("svg").attributes["viewbox"].split())
    columns = {}
    for rect in page.one("svg").all("rect"):
        x, y, wide, tall = (float(rect.attributes[key]) for key in ("x", "y", "width", "height"))
        assert y >= -1
        assert y + tall <= height
        assert x + wide <= width
        columns.setdefault(x, []).append((y, y + tall))
    for spans in columns.values():
        spans.sort()
        assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("more", [0, 300])
def test_a_large_project_shows_the_strongest_observations_and_the_number_of_others(make_page, more):
    idle = [f"idle-package-{number}" for number in range(more)]
    page = make_page({"requirements.txt": "\n".join([*LINES, *idle])})
    assert 10 <= len(_boxes(page, "line")) <= 30
    assert len(_boxes(page, "trait")) <= 10
    assert ", 2 more" in page.one("svg").text
    assert "idle-package" not in page.text
    assert "below" in page.one("figcaption").text


def test_a_declared_trait_is_based_on_the_settings(make_page):
    settings = "[traits]\nneeds-auth = true\nneeds-admin = true\n"
    page = make_page({"requirements.txt": "flask\n", "framesage.toml": settings})
    (line,) = [box for box in _boxes(page, "line") if "framesage.toml:2" in box.text]
    assert line.attributes["href"] == "./framesage.toml#L2"
    assert "declared true" in _named(_boxes(page, "trait"), "User accounts and login").text


def test_without_evidence_there_is_no_diagram(make_page):
    assert not make_page({"requirements.txt": "numpy\n"}).all("svg")


def test_locations_include_the_file_if_there_are_several(make_page):
    page = make_page({"requirements.txt": SHOP, "pyproject.toml": '[project]\nname = "shop"\n'})
    assert "requirements.txt:2" in page.one("svg").text
