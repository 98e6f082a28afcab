"""The page: what is in it, and in which order."""

import itertools
import re

import pytest

from unit.report.html.conftest import SHOP

ID_LISTS = ("aria-labelledby", "aria-describedby")


def test_it_says_the_verdict_with_its_certainty_in_words(shop):
    headline = shop.one("div", class_="headline")
    assert headline.one("p", class_="said").text == "Django would suit this project better"
    assert "certainty" in headline.text
    assert headline.one("a", class_="location").attributes["href"] == "./requirements.txt#L1"


def test_headings_go_down_one_at_a_time_and_landmarks_are_there(shop):
    levels = [int(one.name[1]) for one in shop.all() if re.fullmatch(r"h\d", one.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for landmark in ("header", "main", "footer"):
        shop.one(landmark)
    assert shop.one("html").attributes["lang"] == "en"


def test_ids_are_there_once_and_every_link_within_the_page_leads_somewhere(shop):
    ids = [one.attributes["id"] for one in shop.all() if one.attributes.get("id")]
    assert len(ids) == len(set(ids))
    wanted = {one.attributes["href"] for one in shop.all("a")}
    named = {name for one in shop.all() for key in ID_LISTS
             for name in (one.attributes.get(key) or "").split()}  # fmt: skip
    within = {href.removeprefix("#") for href in wanted if href.startswith("#")}
    assert within | named <= set(ids)
    assert len(within) > 10


def test_every_trait_is_shown_with_its_evidence_and_its_lines(shop):
    login = next(one for one in shop.all("article") if one.one("h3").text == "People log in")
    assert "high certainty" in login.text
    first = login.all("li")[0]
    assert first.text.startswith("strong flask-login logs people in")
    assert first.one("a").attributes["href"] == "./requirements.txt#L2"
    assert first.one("a").attributes["data-line"] == "1"


def test_what_stands_in_several_files_is_shown_once_with_the_other_locations_folded(make_page):
    pyproject = '[project]\nname = "x"\ndependencies = ["flask", "flask-login"]\n'
    page = make_page({"requirements.txt": SHOP, "pyproject.toml": pyproject})
    login = next(one for one in page.all("article") if one.one("h3").text == "People log in")
    first = login.all("li")[0]
    assert first.one("summary").text == "+1"
    hrefs = {one.attributes["href"].partition("#")[0] for one in first.all("a", class_="location")}
    assert hrefs == {"./pyproject.toml", "./requirements.txt"}


def test_the_kit_tells_what_is_put_together_what_is_missing_and_what_nothing_asks_for(shop):
    kit = {one.one("th").text: one for one in shop.all("table")[0].one("tbody").all("tr")}
    assert "added here flask-login" in kit["Accounts and log-in"].text
    assert "needed, but missing" in kit["Sessions kept on the server"].text
    assert "not needed" in kit["Geographic data"].text


def test_every_part_of_the_kit_has_what_asks_for_it_or_a_dash(make_page):
    page = make_page({"requirements.txt": "flask\nwtforms\nflask-talisman\n"})
    kit = {one.one("th").text: one for one in page.all("table")[0].one("tbody").all("tr")}
    asked = {name: row.all("td")[-1].text for name, row in kit.items()}
    assert asked["Forms with validation"] == "People fill in forms (high)"
    assert asked["Protection against forged requests"] == "flask-forms-without-csrf"
    assert asked["Security headers"] == "–"


def test_the_differences_that_matter_here_are_marked_for_whom_they_speak(shop):
    rows = {one.all("th")[0].text: one for one in shop.all("table")[1].one("tbody").all("tr")}
    admin = next(row for topic, row in rows.items() if topic.startswith("Admin"))
    assert "Staff manage its records" in admin.text
    assert admin.one("td", class_="django").text.endswith("favors Django here")
    assert not admin.all("td", class_="flask")


def test_findings_name_their_remedy_their_rule_and_their_line(shop):
    findings = shop.all("li", class_="finding")
    throttling = next(one for one in findings if "flask-login-without-throttling" in one.text)
    assert throttling.one(class_="remedies").text == "Add flask-limiter"
    assert throttling.one("a", class_="location").attributes["href"] == "./requirements.txt#L2"


def test_find_flips_it_is_told_with_the_settings_that_say_so(make_page):
    page = make_page({"requirements.txt": "flask\nflask-restx\n"})
    assert "Django would suit it better with" in page.one("section", class_="turn").text
    settings = [one.text for one in page.one("section", class_="turn").all("code")]
    assert settings
    assert all(re.fullmatch(r"[a-z-]+ = (true|false)", one) for one in settings)


def test_sources_are_numbered_in_the_order_in_which_they_are_cited(shop):
    cited = [one.text for sup in shop.all("sup") for one in sup.all("a")]
    first = list(dict.fromkeys(cited))
    assert [int(one) for one in first] == sorted(int(one) for one in first)
    assert len(shop.one("ol", class_="sources").all("li")) == len(first)


def test_the_parts_are_listed_below_the_verdict(shop):
    parts = [one.text for one in shop.one("nav").all("a")]
    assert parts == [one.text for one in shop.all("h2")[:-1]]
    assert "How the verdict was reached" in parts


def test_several_projects_are_listed_at_the_top_and_told_apart(make_page):
    other = "Django>=5.2\ndjangorestframework\n"
    page = make_page({"web/requirements.txt": SHOP, "api/requirements.txt": other,
                      "lib/requirements.txt": "numpy\n"})  # fmt: skip
    entries = page.one("nav", aria_label="Projects").all("li")
    names = [one.one("a").text for one in entries]
    assert sorted(names) == ["api", "lib", "web"]
    assert sorted(one.text for one in page.all("h2")) == ["Sources", "api", "lib", "web"]
    lib = next(one for one in entries if one.one("a").text == "lib")
    assert "Not a web application" in lib.text
    ids = [one.attributes["id"] for one in page.all() if one.attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_where_both_fit_each_side_has_its_reasons(make_page):
    settings = "[traits]\nmicroservice = true\nneeds-auth = true\nneeds-admin = false\n"
    page = make_page({"requirements.txt": "gunicorn\n", "framesage.toml": settings})
    assert page.one("p", class_="said").text.startswith("Both fit: ")
    sides = page.one("section", class_="reasons").one(class_="sides").children
    assert sorted(side.one("h3").text.split()[1] for side in sides) == ["Django", "Flask"]
    assert all(one.all("li") for one in sides)


@pytest.mark.parametrize(
    ("requirements", "said"),
    [
        ("numpy\n", "Not a web application: nothing to advise"),
        ("fastapi\n", "No verdict: this project uses FastAPI"),
        ("flask\n", "Undecided: not enough evidence for either framework"),
    ],
)
def test_where_there_is_no_verdict_the_page_says_so(make_page, requirements, said):
    page = make_page({"requirements.txt": requirements})
    assert page.one("p", class_="said").text == said
    assert not page.all(class_="meter")


def test_where_the_question_is_the_wrong_one_nothing_is_compared(make_page):
    page = make_page({"requirements.txt": "fastapi\nsqlalchemy\n"})
    assert not page.all("table") + page.all("svg")
    assert any(one.one("h3").text == "It serves an HTTP API" for one in page.all("article"))


def test_a_decided_project_is_told_its_decision_first(make_page):
    settings = '[tool.framesage]\nframework = "flask"\n'
    page = make_page({"requirements.txt": SHOP, "pyproject.toml": settings})
    headline = page.one("div", class_="headline flask")
    first, second, *_ = headline.all("p")
    assert first.text == "Flask, as declared in the settings"
    assert second.text == "Django would suit this project better"


def test_a_package_for_other_projects_is_compared_with_nothing(make_page):
    extension = 'keywords = ["flask-extension"]\ndependencies = ["flask==1.0", "flask-login"]\n'
    page = make_page({"pyproject.toml": f'[project]\nname = "flask-shiny"\n{extension}'})
    assert page.one("p", class_="said").text.endswith("this is a package for other projects")
    assert page.one("div", class_="headline").one("code").text == "reusable-package = false"
    assert not page.all("table") + page.all("svg") + page.all("section", class_="reasons")
    assert "flask-unsupported" in page.one("section", class_="todo").text


def test_remarks_on_settings_leave_nothing_to_do_elsewhere(make_page):
    page = make_page({"requirements.txt": "fastapi\n", "framesage.toml": 'framwork = "x"\n'})
    assert not page.all("section", class_="todo")


def test_names_of_files_that_were_counted_are_told_below_the_picture_and_the_page(make_page):
    small = {"requirements.txt": "flask\n", "app.py": "", "models.py": ""}
    counted, plain = make_page(small), make_page({**small, "framesage.toml": "layout = false\n"})
    assert "the names of the project's files" in counted.one("figcaption").text
    assert "and the names of other files" in counted.one("footer").text
    assert "names" not in plain.one("footer").text


def test_where_nothing_is_cited_no_sources_are_announced(make_page):
    page = make_page({"requirements.txt": "requests\n"})
    assert "Sources" not in [one.text for one in page.all("h2")]


def test_names_of_groups_are_code_not_words_in_backticks(make_page):
    extras = 'flask = ["flask", "flask-login"]\ndjango = ["django", "django-axes"]\n'
    text = f'[project]\nname = "x"\n[project.optional-dependencies]\n{extras}'
    use = make_page({"pyproject.toml": text}).one("div", class_="use")
    assert "the extra flask" in use.text
    assert "`" not in use.text
