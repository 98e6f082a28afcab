"""The content of the report page."""

import itertools
import re

import pytest

from framesage.report.html.components import reason_list
from framesage.report.html.markup import tag
from unit.report.html.conftest import SHOP
from unit.report.html.reading import read

TRAITS = "[traits]\nweb-application = true\nneeds-auth = true\n"
ID_LISTS = ("aria-labelledby", "aria-describedby")


def test_the_headline_is_the_verdict_with_its_certainty(shop):
    headline = shop.one("div", class_="headline")
    assert (
        headline.one("p", class_="main").text == "Django would suit this project better than Flask"
    )
    assert "certainty" in headline.text
    assert headline.one("a", class_="location").attributes["href"] == "./requirements.txt#L1"


def test_heading_levels_are_not_skipped_and_landmarks_exist(shop):
    levels = [int(element.name[1]) for element in shop.all() if re.fullmatch(r"h\d", element.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for landmark in ("header", "main", "footer"):
        shop.one(landmark)
    assert shop.one("html").attributes["lang"] == "en"


def test_ids_are_unique_and_internal_links_have_targets(shop):
    ids = [element.attributes["id"] for element in shop.all() if element.attributes.get("id")]
    assert len(ids) == len(set(ids))
    wanted = {link.attributes["href"] for link in shop.all("a")}
    named = {name for element in shop.all() for key in ID_LISTS
             for name in (element.attributes.get(key) or "").split()}  # fmt: skip
    within = {href.removeprefix("#") for href in wanted if href.startswith("#")}
    assert within | named <= set(ids)
    assert len(within) > 10


def test_every_trait_has_its_evidence_with_links_to_lines(shop):
    login = next(
        article
        for article in shop.all("article")
        if article.one("h3").text == "User accounts and login"
    )
    assert "high certainty" in login.text
    first = login.all("li")[0]
    assert first.text.startswith("strong flask-login handles accounts, logins or sessions")
    assert first.one("a").attributes["href"] == "./requirements.txt#L2"
    assert first.one("a").attributes["data-line"] == "1"


def test_a_package_in_several_files_is_listed_once_with_other_locations_folded(make_page):
    pyproject = '[project]\nname = "x"\ndependencies = ["flask", "flask-login"]\n'
    page = make_page({"requirements.txt": SHOP, "pyproject.toml": pyproject})
    login = next(
        article
        for article in page.all("article")
        if article.one("h3").text == "User accounts and login"
    )
    first = login.all("li")[0]
    assert first.one("summary").text == "+1"
    hrefs = {
        link.attributes["href"].partition("#")[0] for link in first.all("a", class_="location")
    }
    assert hrefs == {"./pyproject.toml", "./requirements.txt"}


def kit_rows(page):
    rows = page.one("section", class_="kits").one("tbody").all("tr")
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


def test_the_findings_come_after_the_reasons_and_the_picture_after_the_kits(shop):
    classes = [section.attributes.get("class") for section in shop.all("section")]
    assert classes == ["reasons", "todo", "turn", "kits", "graph", "compare", "evidence", None]


def test_tables_evidence_and_sources_are_folded_with_their_number(shop):
    folded = {
        section.all("h2")[0].text: section.all("summary")[0].text
        for section in shop.all("section")
        if section.children[0].name == "details"
    }
    assert folded.keys() == {
        "Flask and Django side by side", "Evidence for each trait", "Sources"
    }  # fmt: skip
    traits = len(shop.all("article"))
    assert folded["Evidence for each trait"] == f"Evidence for each trait {traits} traits"
    needs = shop.one("section", class_="kits").one("details")
    assert needs.one("summary").text == f"All {len(needs.one('tbody').all('tr'))} needs"


@pytest.mark.parametrize(("number", "lists"), [(1, [1]), (5, [5]), (6, [3, 3]), (9, [3, 6])])
def test_the_main_reasons_are_shown_and_the_others_folded_unless_they_are_few(number, lists):
    made = read(reason_list([tag("li", str(item)) for item in range(number)], 3))
    assert [len(part.all("li")) for part in made.all("ul")] == lists
    assert [part.text for part in made.all("summary")] == [f"{part} more" for part in lists[1:]]


def test_a_link_skips_to_the_content(shop):
    first = shop.one("body").children[0]
    assert first.attributes["href"] == "#main"
    assert shop.one("main").attributes["id"] == "main"


def test_only_an_open_choice_has_a_hint_to_the_questions(make_page, shop):
    page = make_page({"requirements.txt": "gunicorn\n", "framesage.toml": TRAITS})
    hint = page.one(class_="ask")
    assert hint.one("code").text == "framesage ask"
    assert hint.attributes["data-ask"] == "Flask or Django? Ask me"
    assert not shop.all(class_="ask")


def test_the_kits_show_what_is_included_here_and_missing(shop):
    kits = kit_rows(shop)
    heads = [head.text for head in shop.one("section", class_="kits").one("thead").all("th")]
    assert heads == ["Need", "Flask", "Django"]
    (login,) = [cells for name, cells in kits.items() if name.startswith("Accounts and login")]
    assert login == ["✓ here: flask-login line 2", "✓ included: django.contrib.auth"]
    assert not any(name.startswith("Geographic") for name in kits)


def test_every_entry_of_the_kits_has_a_link_and_every_need_a_trait(shop):
    section = shop.one("section", class_="kits")
    cells = section.one("tbody").all("td")
    unlinked = [cell.text for cell in cells if not cell.all("a")]
    assert unlinked == ["○ secure"]  # in place of Flask-Talisman, which breaks Flask-Admin
    for link in (cell.all("a")[0] for cell in cells if cell.all("a")):
        assert re.match("https://|./requirements.txt#", link.attributes["href"])
    traits = [head.one("span").text for head in section.one("tbody").all("th")]
    assert all(trait.endswith(("(medium)", "(high)", "(declared)")) for trait in traits)


def test_only_what_the_framework_in_use_lacks_is_marked_as_missing(make_page):
    page = make_page({"requirements.txt": "flask\nwtforms\n"})
    missing = page.all("td", class_="state flask missing")
    assert [cell.text for cell in missing] == ["○ flask-wtf (or flask-seasurf)"]
    assert not page.all("td", class_="state django missing")


def test_without_needs_there_are_no_kits(make_page):
    settings = "[tool.framesage]\nlayout = false\n[tool.framesage.traits]\nweb-application = true\n"
    assert not make_page({"pyproject.toml": settings}).all("section", class_="kits")


def test_differences_that_matter_show_the_framework_that_they_favor(shop):
    rows = {
        row.all("th")[0].text: row
        for row in shop.one("section", class_="compare").one("tbody").all("tr")
    }
    admin = next(row for topic, row in rows.items() if topic.startswith("Admin"))
    assert "Admin back office (high)" in admin.text
    assert admin.one("td", class_="django").text.endswith("favors Django here")
    assert not admin.all("td", class_="flask")


def test_findings_have_their_remedy_rule_and_line(shop):
    findings = shop.all("li", class_="finding")
    throttling = next(
        finding for finding in findings if "flask-login-without-throttling" in finding.text
    )
    assert throttling.one(class_="remedies").text == "Add Flask-Limiter"
    assert throttling.attributes["id"] == "p1-finding-flask-login-without-throttling"
    assert throttling.one("details").one("summary").text == "Why"
    assert throttling.one("a", class_="location").attributes["href"] == "./requirements.txt#L2"


def test_a_finding_says_why_it_has_no_remedy(make_page):
    page = make_page({"requirements.txt": "flask==3.0.3 --hash=sha256:00\n"})
    words = "No quick fix: requirements.txt has hashes, which other versions do not match."
    assert page.one("p", class_="obstacle").text == words


def test_what_would_change_the_verdict_has_its_settings(make_page):
    page = make_page({"requirements.txt": "flask\nflask-restx\n"})
    assert "Django would fit better if" in page.one("section", class_="turn").text
    settings = [code.text for code in page.one("section", class_="turn").all("code")]
    assert settings
    assert all(re.fullmatch(r"[a-z-]+ = (true|false)", setting) for setting in settings)


def test_sources_are_numbered_in_order_of_citation(shop):
    cited = [link.text for sup in shop.all("sup") for link in sup.all("a")]
    first = list(dict.fromkeys(cited))
    assert [int(number) for number in first] == sorted(int(number) for number in first)
    assert len(shop.one("ol", class_="sources").all("li")) == len(first)


def test_sections_are_listed_below_the_verdict(shop):
    parts = [link.text for link in shop.one("nav").all("a")]
    assert parts == [heading.text for heading in shop.all("h2")[:-1]]
    assert "How the verdict was reached" in parts


def test_several_projects_are_listed_at_the_top_and_have_unique_ids(make_page):
    other = "Django>=5.2\ndjangorestframework\n"
    page = make_page({"web/requirements.txt": SHOP, "api/requirements.txt": other,
                      "lib/requirements.txt": "numpy\n"})  # fmt: skip
    entries = page.one("nav", aria_label="Projects").all("li")
    names = [entry.one("a").text for entry in entries]
    assert sorted(names) == ["api", "lib", "web"]
    assert sorted(heading.text for heading in page.all("h2")) == ["Sources", "api", "lib", "web"]
    lib = next(entry for entry in entries if entry.one("a").text == "lib")
    assert "Not a web application" in lib.text
    ids = [element.attributes["id"] for element in page.all() if element.attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_if_both_fit_each_framework_has_its_reasons(make_page):
    settings = "[traits]\nmicroservice = true\nneeds-auth = true\nneeds-admin = false\n"
    page = make_page({"requirements.txt": "gunicorn\n", "framesage.toml": settings})
    assert page.one("p", class_="main").text.startswith("Both fit: ")
    sides = page.one("section", class_="reasons").one(class_="sides").children
    assert sorted(side.one("h3").text.split()[1] for side in sides) == ["Django", "Flask"]
    assert all(side.all("li") for side in sides)


@pytest.mark.parametrize(
    ("requirements", "headline"),
    [
        ("numpy\n", "Not a web application: nothing to advise"),
        ("fastapi\n", "Not applicable: this project uses FastAPI"),
        ("flask\n", "No reason to change from Flask"),
    ],
)
def test_without_a_verdict_the_headline_gives_the_reason(make_page, requirements, headline):
    page = make_page({"requirements.txt": requirements})
    assert page.one("p", class_="main").text == headline
    assert not page.all(class_="meter")


def test_without_a_verdict_there_is_no_comparison(make_page):
    page = make_page({"requirements.txt": "fastapi\nsqlalchemy\n"})
    assert not page.all("table") + page.all("svg")
    assert any(article.one("h3").text == "HTTP API" for article in page.all("article"))


def test_nothing_on_the_page_argues_with_a_decision(make_page):
    settings = (
        '[tool.framesage]\nframework = "flask"\ndecision = "2026-11-24: we know it <well>"\n'
        "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\n"
    )
    page = make_page({"requirements.txt": SHOP, "pyproject.toml": settings})
    first, second, *_ = page.one("div", class_="headline flask").all("p")
    assert (first.text, second.text) == ("Flask, as decided", "2026-11-24: we know it <well>")
    assert page.one("section", class_="todo")
    assert not page.all("section", class_="reasons") + page.all("svg")
    assert not page.all(class_="mark")  # "favors Django here"
    headings = page.one("section", class_="kits").one("thead").all("th")
    assert [heading.text for heading in headings] == ["Need", "Flask"]


def test_a_reusable_package_has_no_comparison(make_page):
    extension = 'keywords = ["flask-extension"]\ndependencies = ["flask==1.0", "flask-login"]\n'
    page = make_page({"pyproject.toml": f'[project]\nname = "flask-shiny"\n{extension}'})
    assert page.one("p", class_="main").text.endswith("this is a package for other projects")
    assert page.one("div", class_="headline").one("code").text == "reusable-package = false"
    assert not page.all("table") + page.all("svg") + page.all("section", class_="reasons")
    assert not page.all("section", class_="todo")


def test_findings_about_settings_are_in_the_report(make_page):
    page = make_page({"requirements.txt": "fastapi\n", "framesage.toml": 'framwork = "x"\n'})
    assert page.all("section", class_="todo")


def test_the_caption_and_footer_mention_file_names_used_as_evidence(make_page):
    small = {"requirements.txt": "flask\n", "app.py": "", "models.py": ""}
    counted, plain = make_page(small), make_page({**small, "framesage.toml": "layout = false\n"})
    assert "the names of the project's files" in counted.one("figcaption").text
    assert "and the names of other files" in counted.one("footer").text
    assert "names" not in plain.one("footer").text


def test_without_references_there_are_no_sources(make_page):
    page = make_page({"requirements.txt": "requests\n"})
    assert "Sources" not in [heading.text for heading in page.all("h2")]


def test_group_names_are_marked_as_code(make_page):
    extras = 'flask = ["flask", "flask-login"]\ndjango = ["django", "django-axes"]\n'
    text = f'[project]\nname = "x"\n[project.optional-dependencies]\n{extras}'
    use = make_page({"pyproject.toml": text}).one("div", class_="use")
    assert "the extra flask" in use.text
    assert "`" not in use.text


def test_nothing_on_the_page_argues_with_a_framework_that_is_kept(make_page):
    found = make_page({"requirements.txt": "django\ndjangorestframework\npsycopg\n"})
    headline = found.one("p", class_="main").text
    assert headline == "No reason to change from Django"
    assert found.one("div", class_="headline").attributes["class"] == "headline django"
    reasons = found.one("section", class_="reasons")
    assert reasons.one("p").text == "Django includes more of what this project needs than Flask."
    assert reasons.one("h3").text == "For Flask in a new project (100% of the weight)"
    assert "fit better" not in found.text
    assert "favored with" not in found.text
    assert "Flask in a new project" in found.one("svg").text
