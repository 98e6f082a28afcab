"""Requirements that do not work together, or not with what pip installs today."""

import pytest

from framesage.fixes import apply_edits, fixes_for
from framesage.rulebase import load_rule_base

RULES = ("conflicting-versions", "incompatible-versions", "missing-limit")
BASE = load_rule_base()


def reported(assessment) -> dict[str, str]:
    """Return the messages about clashes by rule."""
    return {found.rule: found.message for found in assessment.findings if found.rule in RULES}


def pinned(limit) -> str:
    """Return a version that a limit is about."""
    return f"{limit.package}{limit.versions}"


@pytest.mark.parametrize("limit", BASE.limits, ids=lambda row: f"{row.package}-{row.written}")
def test_every_limit_is_missed_where_nothing_holds_the_other_package(assess_project, limit):
    framework = "" if limit.package == "flask" else "flask==1.1.1\n"
    found = assess_project(f"{framework}{pinned(limit)}\n").findings
    messages = [finding.message for finding in found if finding.rule == "missing-limit"]
    on = limit.written.partition("<")[0]
    assert any(f"{on}<" in message for message in messages)


@pytest.mark.parametrize(
    ("requirement", "limit"),
    [
        ("Flask<2", "MarkupSafe<2.1"),
        ("Flask==1.*", "MarkupSafe<2.1"),
        ("Flask~=1.1", "MarkupSafe<2.1"),
        ("Flask~=1.1.1", "MarkupSafe<2.1"),
        ("Flask>=1.0.2,<2", "MarkupSafe<2.1"),
        ("Flask>0.12,<=1.1.4", "MarkupSafe<2.1"),
        ("Flask<1.1.3", "Werkzeug<2.1"),
        ("Flask<1", "Jinja2<3.1"),
        ("Flask<0.12.3", "Werkzeug<1"),
        ("Flask<2.1", "Werkzeug<3"),
        ("Flask>=1.1,<2.2", "Werkzeug<3"),
        ("Flask==2.1.*", "Werkzeug<3"),
        ("Flask<2.2.5", ""),
        ("Flask<2.3", ""),
        ("Flask~=2.0", ""),
        ("Flask>=1.1", ""),
        ("Flask!=1.1.2", ""),
        ("Flask>=3,<4", ""),
    ],
)
def test_the_newest_release_of_a_range_decides(assess_project, requirement, limit):
    message = reported(assess_project(f"{requirement}\n")).get("missing-limit", "")
    assert limit in message
    assert bool(message) is bool(limit)


@pytest.mark.parametrize(
    ("requirement", "limit"),
    [("^1.1.1", "MarkupSafe<2.1"), ("~2.0", "Werkzeug<3"), ("^2.0", ""), ("^1.0 || ^3.0", "")],
)
def test_the_newest_release_of_poetrys_range_decides(assess_project, requirement, limit):
    head = '[tool.poetry]\nname = "shop"\nversion = "1"\n[tool.poetry.dependencies]\n'
    text = f'{head}python = "^3.10"\nFlask = "{requirement}"\n'
    message = reported(assess_project(pyproject__toml=text)).get("missing-limit", "")
    assert limit in message
    assert bool(message) is bool(limit)


@pytest.mark.parametrize(
    "constraint", ["flask==2.2.5", "flask>=2.2.4", "flask==1.0.4", "flask==1.1.4"]
)
def test_another_list_may_hold_a_range(assess_project, constraint):
    """What pip installs is then one of the versions that both admit."""
    text = "-c held.txt\nflask>=1.0,<2.3\n"
    found = assess_project(requirements__txt=text, held__txt=f"{constraint}\n").findings
    clashes = [finding.message for finding in found if finding.rule in RULES]
    assert not [message for message in clashes if "Flask >=1.0,<2.3" in message]


def test_the_lock_file_decides_about_a_range(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask<2.3"]\n'
    lock = 'version = 1\n[[package]]\nname = "flask"\nversion = "2.2.5"\n'
    assert reported(assess_project(pyproject__toml=project, uv__lock=lock)) == {}
    old = lock.replace("2.2.5", "2.0.2")
    found = reported(assess_project(pyproject__toml=project, uv__lock=old))
    assert "Werkzeug<3" in found["missing-limit"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("flask<2.2\nwerkzeug>=3\n", "incompatible-versions"),  # with 2.1 and 3.0
        ("flask>=1,<2\nwerkzeug>=3\n", "incompatible-versions"),  # pip goes back to 1.1.2
        ("flask>=1.1.3,<2\nwerkzeug>=2\n", "conflicting-versions"),
        ("flask<2.2\nwerkzeug<3\n", ""),
        ("flask<2.4\nwerkzeug>=3\n", ""),
    ],
)
def test_ranges_clash_with_ranges(assess_project, text, rule):
    assert [*reported(assess_project(text))] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "holder",
    [
        "werkzeug<3",
        "Werkzeug==2.2.3",
        "werkzeug~=2.0",
        "werkzeug==2.2.*",
        "werkzeug @ https://example.org/werkzeug.zip",
        "-c https://example.org/constraints.txt",
        "-r missing.txt",
    ],
)
def test_nothing_is_missing_where_the_package_is_held_or_that_is_unknown(assess_project, holder):
    assert "missing-limit" in reported(assess_project("flask==2.1.3\n"))
    assert reported(assess_project(f"flask==2.1.3\n{holder}\n")) == {}


@pytest.mark.parametrize("name", ["constraints.txt", "requirements-dev.txt", "limits.txt"])
def test_a_limit_in_another_file_holds_it(assess_project, name):
    head = f"-c {name}\n" if name == "limits.txt" else ""
    files = {"requirements__txt": f"{head}flask==2.1.3\n", name.replace(".", "__"): "werkzeug<3\n"}
    assert reported(assess_project(**files)) == {}


def test_a_lock_file_holds_what_is_in_it(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask==2.1.3"]\n'
    assert "missing-limit" in reported(assess_project(pyproject__toml=project))
    lock = "version = 1\n"
    for package, version in (("flask", "2.1.3"), ("werkzeug", "2.3.7")):
        lock += f'[[package]]\nname = "{package}"\nversion = "{version}"\n'
    assert reported(assess_project(pyproject__toml=project, uv__lock=lock)) == {}


@pytest.mark.parametrize(("python", "fails"), [("==3.7.*", False), (">=3.7", True)])
def test_old_pythons_get_old_versions(assess_project, python, fails):
    project = f'[project]\nname = "x"\nrequires-python = "{python}"\n'
    found = reported(assess_project(pyproject__toml=f'{project}dependencies = ["flask==2.1.3"]\n'))
    assert bool(found) is fails


def test_conda_has_limits_of_its_own(assess_project):
    text = "dependencies:\n  - python=3.12\n  - flask=2.1.3\n"
    assert reported(assess_project(environment__yml=text)) == {}


def test_a_consistent_old_list_starts(assess_project):
    text = "flask==1.1.4\nwerkzeug==1.0.1\njinja2==2.11.3\nmarkupsafe==2.0.1\n"
    assert reported(assess_project(f"{text}itsdangerous==1.1.0\nclick==7.1.2\n")) == {}


def test_the_message_names_all_limits_of_a_release(assess_project):
    (message,) = reported(assess_project("Flask==1.1.2\n")).values()
    assert message == (
        "Upgrade Flask 1.1.2, or add Jinja2<3.1, itsdangerous<2.1 and Werkzeug<2.1: "
        "it fails with later versions."
    )


def test_a_limit_is_reported_once_at_the_package_with_the_tightest(assess_project):
    found = [
        finding
        for finding in assess_project("flask==2.0.3\nflask-login==0.5.0\n").findings
        if finding.rule == "missing-limit"
    ]
    assert [finding.location.text for finding in found] == ["flask-login"]
    assert ", or add Werkzeug<2.1: " in found[0].message


def test_the_limits_can_be_added(assess_project):
    assessment = assess_project("Flask==2.1.3\nredis==5.0.1\n")
    (finding,) = [found for found in assessment.findings if found.rule == "missing-limit"]
    upgrade, fix = fixes_for(finding, assessment)[:2]
    source = finding.location.manifest.source
    assert (upgrade.title, upgrade.preferred) == ("Require Flask 3.1", True)
    assert (fix.title, fix.preferred) == ("Add Werkzeug<3", False)
    assert apply_edits(source, fix.edits) == "Flask==2.1.3\nredis==5.0.1\nWerkzeug<3\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "flask==3.1.2\nwerkzeug==3.0.1\n",
            "Require werkzeug>=3.1: flask 3.1.2 cannot be installed with werkzeug 3.0.1.",
        ),
        (
            "django==5.1.3\nwagtail==5.1.2\n",
            "Require wagtail>=6.0: wagtail 5.1.2 cannot be installed with django 5.1.3.",
        ),
        (
            "django~=3.2.1\ndjangorestframework==3.16.0\n",
            "Require django>=4.2: djangorestframework 3.16.0 cannot be installed with "
            "django ~=3.2.1.",
        ),
    ],
)
def test_a_conflict_names_the_release_that_fits(assess_project, text, message):
    assert reported(assess_project(text)) == {"conflicting-versions": message}


@pytest.mark.parametrize(
    "text",
    [
        "django==5.1.3\nwagtail>=5.1\n",  # later releases fit
        "django\nwagtail==5.1.2\n",  # pip takes an older Django
        "django>=3.2\nwagtail==5.1.2\n",
        "django==5.2\nwagtail==1.0\n",  # older than what is known
        "django==5.2; python_version >= '3.10'\nwagtail==5.0; python_version < '3.10'\n",
        "django @ https://example.org/django.zip\nwagtail==5.0\n",
        "django==9.1\ndjango-celery-beat>=2.8\n",  # a later release may admit it
    ],
)
def test_ranges_that_meet_do_not_conflict(assess_project, text):
    assert "conflicting-versions" not in reported(assess_project(text))


@pytest.mark.parametrize(("head", "conflicts"), [("-r base.txt\n", True), ("", False)])
def test_only_lists_that_are_installed_together_conflict(assess_project, head, conflicts):
    files = {"base__txt": "django==5.2.3\n", "requirements__txt": f"{head}wagtail==5.1.2\n"}
    if not conflicts:
        files["requirements-site__txt"] = files.pop("base__txt")
    assert bool(reported(assess_project(**files))) is conflicts


@pytest.mark.parametrize(
    ("main", "extras", "conflicts"),
    [
        ("wagtail==5.1.2", 'new = ["django==5.2.3"]\n', True),
        ("flask", 'new = ["django==5.2.3"]\nold = ["wagtail==5.1.2"]\n', False),
    ],
)
def test_extras_are_installed_with_the_main_list_only(assess_project, main, extras, conflicts):
    text = f'[project]\nname = "x"\ndependencies = ["{main}"]\n[project.optional-dependencies]\n'
    settings = '[tool.framesage]\nframework = "django"\n'
    found = reported(assess_project(pyproject__toml=f"{text}{extras}{settings}"))
    assert bool(found) is conflicts


def test_versions_that_fail_together_are_named_with_the_release_that_works(assess_project):
    found = assess_project("flask==2.1.3\nwerkzeug==3.0.4\n").findings
    (finding,) = [finding for finding in found if finding.rule in RULES]
    assert finding.message == (
        "Require flask>=2.2.4: flask 2.1.3 does not work with werkzeug 3.0.4."
    )
    assert [related.location.text for related in finding.related] == ["werkzeug"]


def test_a_range_without_a_limit_gets_one(assess_project):
    (message,) = reported(assess_project("flask==2.1.3\nwerkzeug>=2\n")).values()
    assert message == "Require Werkzeug<3: flask 2.1.3 does not work with later versions."


def test_a_limit_that_the_framework_rules_out_is_not_proposed(assess_project):
    (message,) = reported(assess_project("flask==2.2.5\nflask-login==0.5.0\n")).values()
    assert message == (
        "Require flask-login>=0.6.3: flask-login 0.5.0 does not work with flask 2.2.5."
    )


def test_what_another_package_of_the_list_may_hold_is_not_missing(assess_project):
    assert "missing-limit" in reported(assess_project("flask==1.1.2\nitsdangerous<2\njinja2<3\n"))
    for held in BASE.declarations:
        if held.on == "werkzeug" and held.package != "flask":
            version = next(iter(held.steps))
            text = f"flask==2.1.3\n{held.package}=={version}\n"
            assert "missing-limit" not in reported(assess_project(text))


def test_a_package_of_the_list_whose_metadata_hold_another_one_is_a_limit(assess_project):
    text = "flask==2.2.5\nflask-sqlalchemy==2.5.1\n"
    (message,) = reported(assess_project(text)).values()
    assert message.startswith("Upgrade flask-sqlalchemy 2.5.1, or add SQLAlchemy<2: ")
    assert reported(assess_project(f"{text}databases==0.8.0\n")) == {}
    assert reported(assess_project(f"{text}databases==0.9.0\n")) != {}


def test_a_package_that_is_listed_twice_does_not_fail_beside_itself(assess_project):
    found = reported(assess_project("flask==3.1.0\nflask==2.0.0\n"))
    assert "incompatible-versions" not in found
