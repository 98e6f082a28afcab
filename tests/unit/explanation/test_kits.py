"""What each framework includes and takes for the needs of a project."""

import pytest

from framesage.explanation.kits import (
    kits_by_need,
    kits_for,
    kits_sentence,
    kits_summary,
    packages_to_add,
)

SHOP = """\
[tool.framesage]
layout = false

[tool.framesage.traits]
web-application = true
needs-auth = true
needs-admin = true
takes-payments = true
multi-tenant = true
"""
NOTHING = """\
[tool.framesage.traits]
web-application = true
"""


@pytest.fixture
def kits(assess_project):
    def of(requirements="", **files):
        return {kit.framework.id: kit for kit in kits_for(assess_project(requirements, **files))}

    return of


def entries(kit):
    return {entry.id: entry for entry in kit.entries}


def test_a_declared_need_has_an_entry_in_each_kit(kits):
    found = kits(pyproject__toml=SHOP)
    flask, django = entries(found["flask"]), entries(found["django"])
    assert list(flask) == list(django)
    assert {"login", "admin", "payments", "tenants"} <= set(flask)
    assert (flask["login"].packages[0], flask["login"].included) == ("flask-login", "")
    assert (django["login"].packages, django["login"].included) == ((), "django.contrib.auth")
    assert flask["login"].trait == "needs-auth"
    assert "flask-security" in flask["login"].alternatives


def test_what_neither_includes_is_a_package_in_both_or_built_by_hand(kits):
    found = kits(pyproject__toml=SHOP)
    assert entries(found["django"])["tenants"].packages == ("django-tenants",)
    tenants = entries(found["flask"])["tenants"]
    assert tenants.by_hand
    assert not tenants.is_covered
    assert found["flask"].counts.by_hand == 1


def test_a_provider_is_for_a_person_to_choose(kits):
    for kit in kits(pyproject__toml=SHOP).values():
        payments = entries(kit)["payments"]
        assert payments.is_choice
        assert not payments.by_hand
        assert {"stripe", "braintree"} <= set(payments.alternatives)
        assert "stripe" not in kit.packages
        assert kit.counts.choices == 1
    chosen = entries(kits("stripe\n", pyproject__toml=SHOP)["flask"])["payments"]
    assert chosen.is_covered
    assert not chosen.is_choice


def test_a_package_for_two_needs_counts_once(kits):
    found = kits("wtforms\ngunicorn\n")["flask"]
    assert entries(found)["forms"].packages == entries(found)["csrf"].packages == ("flask-wtf",)
    assert found.packages.count("flask-wtf") == 1


def test_a_trait_of_low_certainty_is_no_need(kits, assess_project):
    low = {
        found.trait.id
        for found in assess_project("flask\nflask-sqlalchemy\n").traits
        if found.certainty == "low"
    }
    assert low
    kit = kits("flask\nflask-sqlalchemy\n")["flask"]
    assert kit.entries
    assert not low & {entry.trait for entry in kit.entries}


def test_requirements_of_the_project_cover_a_need(kits):
    found = kits("flask\nflask-login\nflask-sqlalchemy\n")["flask"]
    login, migrations = entries(found)["login"], entries(found)["migrations"]
    assert [location.text for location in login.locations] == ["flask-login"]
    assert login.is_covered
    assert not migrations.is_covered


@pytest.mark.parametrize("requirements", ["numpy\n", "fastapi\nsqlalchemy\n"])
def test_without_a_choice_the_kits_are_empty(kits, requirements):
    found = kits(requirements)
    assert {kit.entries for kit in found.values()} == {()}
    assert kits_sentence(tuple(found.values())) == ""


def test_the_sentence_counts_needs_and_packages(kits):
    found = kits(pyproject__toml=SHOP)
    number = len(found["flask"].entries)
    packages = len(found["flask"].packages)
    sentence = kits_sentence((found["flask"], found["django"]))
    assert sentence.startswith(f"For these {number} needs, Flask includes ")
    assert f"needs {packages} packages for " in sentence
    assert "takes a package of your choice for 1 and leaves 1 to you; Django includes" in sentence
    assert kits_sentence(tuple(kits(pyproject__toml=NOTHING).values())) == ""


def test_the_summary_names_what_neither_framework_includes(kits):
    found = tuple(kits(pyproject__toml=SHOP).values())
    sentence = kits_sentence(found)
    expected = f"{sentence} Neither framework includes multi-tenancy, rate limiting or payments."
    assert kits_summary(found) == expected
    assert kits_summary(found[:1]) == kits_sentence(found[:1])


def test_without_a_need_that_neither_includes_the_summary_is_the_sentence(kits):
    covered = tuple(kits("flask\nflask-wtf\n").values())
    assert kits_summary(covered) == kits_sentence(covered)


def test_rows_have_an_entry_of_each_kit(kits):
    found = tuple(kits(pyproject__toml=SHOP).values())
    rows = kits_by_need(found)
    assert [row[0].id for row in rows] == [row[1].id for row in rows]
    assert len(rows) == len(found[0].entries)


def test_a_candidate_without_entries_of_its_own_has_none(assess_project):
    """Rules of a team may add a candidate; the needs of the rule base do not know it."""
    candidate = """\
[[framework]]
id = "quokka"
title = "Quokka"
packages = ["quokka"]
references = ["https://quokka.example/"]
"""
    rules = SHOP.replace("layout = false", 'rule-paths = ["quokka.toml"]')
    found = kits_for(assess_project(pyproject__toml=rules, quokka__toml=candidate))
    assert {kit.framework.id: bool(kit.entries) for kit in found}["quokka"] is False
    at = [kit.framework.id for kit in found].index("quokka")
    assert {row[at] for row in kits_by_need(found)} == {None}
    assert "Quokka" not in kits_sentence(found)


def test_packages_to_add_are_those_that_the_project_lacks_with_minimums(assess_project):
    analysis = assess_project("flask-login\n", pyproject__toml=SHOP)
    kits = {kit.framework.id: kit for kit in kits_for(analysis)}
    added = packages_to_add(kits["flask"], analysis)
    assert added["flask-admin"] == "2.0"
    assert "flask-login" not in added
    assert set(added) == set(kits["flask"].packages)
    assert set(packages_to_add(kits["django"], analysis)) == {"django-axes", "django-tenants"}


MIGRATED = [
    (
        "flask\nflask-sqlalchemy\n",
        ("flask-migrate",),
        "https://flask-migrate.readthedocs.io/en/latest/",
    ),
    ("flask\nsqlalchemy\nflask-sqlalchemy\n", ("flask-migrate",), None),
    ("flask\nflask-sqlalchemy-lite\n", ("flask-alembic",), ""),
    ("flask\nsqlalchemy\npsycopg\n", ("alembic",), ""),
    ("flask\npeewee\npsycopg\n", ("peewee-migrate",), ""),
    ("flask\npony\npsycopg\n", (), ""),
    ("flask\npsycopg\n", ("flask-migrate",), None),
]


@pytest.mark.parametrize(("requirements", "packages", "url"), MIGRATED)
def test_a_package_that_does_not_work_with_what_is_required_gives_way(
    kits, requirements, packages, url
):
    migrations = entries(kits(requirements)["flask"])["migrations"]
    assert migrations.packages == packages
    assert migrations.by_hand is not bool(packages)
    assert url is None or migrations.url == url
    assert not set(packages) & set(migrations.alternatives)


COVERED = [
    ("tokens", "flask-jwt-simple"),
    ("login", "flask-simplelogin"),
    ("email", "sendgrid"),
    ("payments", "paypalrestsdk"),
    ("search", "whoosh"),
]


@pytest.mark.parametrize(("need", "package"), COVERED)
def test_other_evidence_for_a_need_covers_it(kits, need, package):
    entry = entries(kits(f"flask\n{package}\n")["flask"])[need]
    assert package not in (*entry.packages, *entry.alternatives)
    assert [location.text for location in entry.locations] == [package]


def test_plugins_of_another_framework_cover_no_need(kits):
    found = kits("flask\nflask-limiter\nflask-login\n")
    assert entries(found["flask"])["rate-limiting"].is_covered
    assert not entries(found["django"])["rate-limiting"].is_covered


def test_evidence_covers_only_needs_that_say_so(kits):
    """A driver is evidence for relational data, but it is no ORM."""
    found = kits("flask\npsycopg\n")["flask"]
    assert not entries(found)["orm"].is_covered


def declared(*traits):
    lines = "".join(f"{trait} = true\n" for trait in traits)
    return f"[tool.framesage]\nlayout = false\n{NOTHING}{lines}"


def packages_of(kit):
    return {entry.id: entry.packages for entry in kit.entries}


def test_clients_of_an_api_get_tokens_instead_of_cookies(kits):
    found = kits(pyproject__toml=declared("needs-auth", "serves-api", "api-only"))
    flask, django = packages_of(found["flask"]), packages_of(found["django"])
    assert flask["tokens"] == ("flask-jwt-extended",)
    assert django["tokens"] == ("djangorestframework-simplejwt",)
    assert {"login", "sessions", "forms", "csrf"}.isdisjoint(flask)
    assert entries(found["flask"])["accounts"].by_hand
    pages = packages_of(kits(pyproject__toml=declared("needs-auth", "renders-html"))["flask"])
    assert pages["login"] == ("flask-login",)
    assert pages["forms"] == pages["csrf"] == ("flask-wtf",)
    assert "tokens" not in pages


def test_a_graphql_api_gets_no_packages_for_rest(kits):
    found = kits(pyproject__toml=declared("serves-api", "graphql"))
    assert packages_of(found["flask"])["graphql"] == ("strawberry-graphql",)
    assert packages_of(found["django"])["graphql"] == ("strawberry-graphql-django",)
    assert "api" not in packages_of(found["flask"])
    rest = kits(pyproject__toml=declared("serves-api"))
    assert packages_of(rest["flask"])["api"] == ("flask-smorest",)
    assert "graphql" not in packages_of(rest["flask"])


def test_hashed_passwords_are_no_login(kits):
    assert entries(kits("flask\nbcrypt\n", pyproject__toml=SHOP)["flask"])["login"].packages == (
        "flask-login",
    )
    assert entries(kits("flask\nflask-login\n")["flask"])["login"].is_covered


def test_a_package_that_the_kit_has_anyway_serves_another_need(kits):
    kit = kits(pyproject__toml=declared("needs-auth", "enterprise"))["flask"]
    assert packages_of(kit)["permissions"] == ("flask-security",)
    login = entries(kit)["login"]
    assert (login.packages, login.alternatives) == (("flask-security",), ())
    assert login.url == ""
    assert "flask-login" not in kit.packages


@pytest.mark.parametrize("admin", ["", "flask-admin\n"], ids=["in the kit", "required"])
def test_a_package_that_breaks_another_gives_way(kits, admin):
    traits = ("needs-admin",) if not admin else ()
    kit = kits(admin, pyproject__toml=declared("security-critical", *traits))["flask"]
    headers = entries(kit)["security-headers"]
    assert headers.packages == ("secure",)
    assert "flask-talisman" not in headers.alternatives


def test_nothing_gives_way_where_nothing_breaks(kits):
    kit = kits(pyproject__toml=declared("security-critical"))["flask"]
    assert packages_of(kit)["security-headers"] == ("flask-talisman",)


def test_records_and_accounts_are_stored_somewhere(kits):
    assert {"orm", "migrations"} <= set(
        packages_of(kits(pyproject__toml=declared("needs-auth"))["flask"])
    )
    assert "orm" in packages_of(kits(pyproject__toml=declared("geographic"))["flask"])
    documents = kits(pyproject__toml=declared("needs-auth", "non-relational-db"))["flask"]
    assert "orm" not in packages_of(documents)
    without = declared("needs-auth") + "needs-orm = false\n"
    assert "orm" not in packages_of(kits(pyproject__toml=without)["flask"])


def test_what_the_project_requires_is_not_counted_as_needed(kits):
    kit = kits("flask\nflask-login\npeewee\n", pyproject__toml=SHOP)["flask"]
    counts = kit.counts
    assert counts.here >= 2
    assert counts.needs == len(kit.entries)
    assert {"flask-login", "flask-sqlalchemy"}.isdisjoint(kit.packages)
    assert "already" in kit.words


def test_the_admin_site_edits_content_and_a_cms_is_a_choice(kits):
    kit = kits(pyproject__toml=declared("content-heavy"))["django"]
    cms = entries(kit)["cms"]
    assert (cms.included, cms.alternatives[0]) == ("django.contrib.admin", "wagtail")
    assert kit.packages == ()


def test_channels_come_with_a_server_for_them(kits):
    kit = kits(pyproject__toml=declared("real-time"))["django"]
    assert packages_of(kit)["real-time"] == ("channels", "daphne")


def test_a_link_leads_to_the_page_of_what_is_shown(kits):
    """The page about Flask-Mailman is none about Flask-Mail."""
    email = entries(kits("flask\nflask-mail\n")["flask"])["email"]
    assert email.locations
    assert email.url == ""
    assert entries(kits("flask\nflask-mail\n")["django"])["email"].url


def test_what_both_frameworks_include_is_one_statement(kits):
    found = tuple(kits(pyproject__toml=declared("renders-html")).values())
    assert kits_sentence(found) == "For HTML templates, both frameworks include everything."
