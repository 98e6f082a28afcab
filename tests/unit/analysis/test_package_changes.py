"""Packages that have changed: which change is reported, where, and with which source."""

import re

import pytest
from packaging.version import Version

from framesage.rulebase import load_rule_base

RULES = {
    "broken": "broken-by-now",
    "included": "built-in-by-now",
    "superseded": "superseded-package",
    "unsafe": "unmaintained-security-package",
    "backport": "needless-backport",
}
CHANGES = load_rule_base().changes
DATED = [change for change in CHANGES if change.since or change.python]


def reported(assessment) -> dict[str, str]:
    """Return the rule that reports each changed package."""
    found = [finding for finding in assessment.findings if finding.rule in RULES.values()]
    return {finding.location.subject.name: finding.rule for finding in found}


def wanted(change) -> str:
    """Return a requirement for the package that a change is about."""
    return f"{change.package}{change.versions}"


def releases(change) -> str:
    """Return the releases of the framework from the change on; before it breaks, if that counts."""
    since = f">={change.since}" if change.since else ">0"
    later = [
        other.since
        for other in CHANGES
        if (other.package, other.framework) == (change.package, change.framework)
        if other.kind == "broken" != change.kind
    ]
    return ",<".join((since, *later))


def name(change) -> str:
    return f"{change.package}-{change.kind}"


@pytest.mark.parametrize("change", CHANGES, ids=name)
def test_every_change_is_reported_at_its_package_with_its_source(assess_project, change):
    framework = f"{change.framework}{releases(change)}" if change.framework else "django>=6"
    assessment = assess_project(f"{framework}\n{wanted(change)}\n")
    rule = RULES[change.kind]
    (found,) = [finding for finding in assessment.findings if finding.rule == rule]
    assert found.location.range.start.line == 1
    remedy = f"Upgrade {change.package} to {change.fixed}" if change.fixed else change.package
    assert (change.words or remedy) in found.message
    assert found.references[0] == change.source
    if change.kind in ("broken", "included"):
        title = assessment.rule_base.frameworks[change.framework].title
        assert f"{title} {change.since}" in found.message


@pytest.mark.parametrize("change", DATED, ids=name)
def test_where_older_releases_are_admitted_only_breaks_are_reported(assess_project, change):
    framework = change.framework or "flask"
    assessment = assess_project(f"{framework}>=0.1\n{wanted(change)}\n")
    bounds = load_rule_base().declarations  # these may hold the framework back
    own = [row for row in bounds if (row.package, row.on) == (change.package, change.framework)]
    is_held = any("<" in bound for row in own for bound in row.steps.values())
    installs_newest = change.kind == "broken" and not (is_held and change.versions)
    assert (RULES[change.kind] in reported(assessment).values()) is installs_newest
    older = assess_project(f"{framework}>=0.1,<{change.since}\n{wanted(change)}\n")
    assert RULES[change.kind] not in reported(older).values()


@pytest.mark.parametrize("change", [change for change in CHANGES if change.versions], ids=name)
def test_later_versions_of_the_package_are_not_reported(assess_project, change):
    later = f"{change.package}>={change.versions.partition('<')[2]}"
    assessment = assess_project(f"{change.framework or 'flask'}>={change.since or 1}\n{later}\n")
    assert RULES[change.kind] not in reported(assessment).values()


def test_the_message_names_the_affected_versions(assess_project):
    (found, *_) = [
        finding
        for finding in assess_project("flask==3.1.1\nFlask-Login==0.6.2\n").findings
        if finding.rule == "broken-by-now"
    ]
    assert found.message == "Upgrade Flask-Login to 0.6.3: Flask 3.0 breaks Flask-Login 0.6.2."


def test_only_the_gravest_change_is_reported(assess_project):
    assert reported(assess_project("flask>=3\nflask-restplus\n")) == {
        "flask-restplus": "broken-by-now"
    }
    older = assess_project("flask<2\nflask-restplus\n")
    assert reported(older) == {"flask-restplus": "superseded-package"}


def test_the_locked_version_decides_if_the_specifier_does_not(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask", "flask-login"]\n'
    lock = "version = 1\n"
    for package, version in (("flask", "3.1.1"), ("flask-login", "0.6.2")):
        source = '{ registry = "https://example.org/" }'
        lock += f'[[package]]\nname = "{package}"\nversion = "{version}"\nsource = {source}\n'
    without = assess_project(pyproject__toml=project)
    assert reported(without) == {}
    locked = assess_project(pyproject__toml=project, uv__lock=lock)
    assert reported(locked) == {"flask-login": "broken-by-now"}


def test_with_both_frameworks_each_message_names_the_right_one(assess_project):
    text = "flask>=3\ndjango>=6\nflask-script\ndjango-csp\n"
    messages = [finding.message for finding in assess_project(text).findings]
    assert any(message.endswith(": Flask 2.0 breaks it.") for message in messages)
    assert any(message.endswith(": unnecessary since Django 6.0.") for message in messages)


@pytest.mark.parametrize("location", ["development", "pulled in"])
def test_requirements_that_do_not_run_the_application_are_not_reported(assess_project, location):
    if location == "development":
        group = '[dependency-groups]\ndev = ["django-csp"]\n'
        project = f'[project]\nname = "x"\ndependencies = ["django>=6"]\n{group}'
        assert reported(assess_project(pyproject__toml=project)) == {}
    else:
        head = "#\n# This file is autogenerated by pip-compile with Python 3.12\n#\n"
        text = "".join(
            f"{pinned}\n    # via -r requirements.in\n" for pinned in ("django==6", "celery")
        )
        text += "pytz==2025.1\n    # via celery\n"
        assert reported(assess_project(head + text)) == {}


def test_no_change_is_defined_twice():
    names = [(change.package, change.framework, change.kind) for change in CHANGES]
    assert len(names) == len(set(names)) > 30


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_some_packages_are_superseded_whatever_the_framework(assess_project, framework):
    assert reported(assess_project(f"{framework}\npycrypto\n")) == {
        "pycrypto": "unmaintained-security-package"
    }
    assert reported(assess_project("fastapi\npycrypto\n")) == {}


@pytest.mark.parametrize(
    ("python", "is_reported"), [("", False), (">=2.7", False), (">=3.4", True), (">=3.9,<4", True)]
)
def test_the_python_of_the_project_decides_about_a_backport(assess_project, python, is_reported):
    project = '[project]\nname = "x"\ndependencies = ["flask", "enum34"]\n'
    if python:
        project += f'requires-python = "{python}"\n'
    found = reported(assess_project(pyproject__toml=project))
    assert found == ({"enum34": "needless-backport"} if is_reported else {})


@pytest.mark.parametrize(
    ("framework", "is_reported"),
    [
        ("flask==1.1.4", False),
        ("flask==2.0.1", True),
        ("flask<3", False),
        ("django>=1.11", False),
        ("django~=2.2", True),
        ("django", False),
    ],
)
def test_a_release_that_needs_python_3_decides_about_a_backport(
    assess_project, framework, is_reported
):
    found = reported(assess_project(f"{framework}\nenum34\n"))
    assert found == ({"enum34": "needless-backport"} if is_reported else {})


def test_all_backports_are_one_finding(assess_project):
    (found,) = [
        finding
        for finding in assess_project("django==5.2\nfutures\nenum34==1.1.10\n").findings
        if finding.rule == "needless-backport"
    ]
    assert "enum34 and futures" in found.message or "futures and enum34" in found.message
    assert len(found.related) == 1


@pytest.mark.parametrize("change", CHANGES, ids=name)
def test_the_upgrade_leads_to_the_first_version_that_works(change):
    bound = change.versions.rpartition("<")[2]
    if change.kind == "broken" and bound:
        assert Version(change.fixed) >= Version(bound)
        assert not change.words
        assert "." in change.fixed
    else:
        assert not change.fixed


@pytest.mark.parametrize("change", CHANGES, ids=name)
def test_messages_start_with_the_remedy_and_name_the_package(assess_project, change):
    framework = f"{change.framework}{releases(change)}" if change.framework else "django>=6"
    findings = assess_project(f"{framework}\n{wanted(change)}\n").findings
    (message,) = [found.message for found in findings if found.rule == RULES[change.kind]]
    assert message.startswith(
        ("Replace ", "Upgrade ", "Require ", "Remove ", "Plan to replace ")
    ), message
    beginning = re.sub(r"[^a-z0-9]", "", message.partition(":")[0].lower())
    name = re.sub(r"[^a-z0-9]", "", change.package)
    assert name in beginning or name.startswith("opencensus"), message
    assert len(message) <= 100 + max(len(change.package) - 30, 0), message


OLD_FLASK = "flask==1.0.4\nwerkzeug==0.16.1\njinja2==2.11.3\nmarkupsafe==1.1.1\nitsdangerous==1.1\n"


def pending(assessment):
    return [found for found in assessment.findings if found.rule == "broken-by-upgrade"]


def test_what_an_upgrade_breaks_is_one_finding(assess_project):
    plugins = "Flask-Assets==2.0\nFlask-Seasurf==0.3\nFlask-Restful==0.3.8\nFlask-Markdown==0.3\n"
    assessment = assess_project(OLD_FLASK + plugins)
    (found,) = pending(assessment)
    assert found.message == (
        "Along with Flask, upgrade 3 packages, and replace 1 more: Flask 3.0 breaks them."
    )
    assert [related.message for related in found.related] == [
        "Replace Flask-Markdown with a template filter that calls Markdown",
        "Upgrade Flask-Restful to 0.3.9",
        "Upgrade Flask-Seasurf to 2.0",
    ]
    assert "flask-unsupported" in [finding.rule for finding in assessment.findings]


@pytest.mark.parametrize(
    ("plugins", "words"),
    [
        ("flask-bcrypt==0.7", "upgrade flask-bcrypt to 1.0: Flask 2.2 breaks older versions"),
        ("flask-markdown", "replace flask-markdown: Flask 3.0 breaks it"),
        (
            "flask-bcrypt==0.7\nflask-restx==0.5",
            "upgrade flask-bcrypt to 1.0 and 1 more: Flask 3.0 breaks older versions",
        ),
        ("flask-markdown\nflask-gravatar", "flask-gravatar and flask-markdown: Flask 3.0"),
    ],
)
def test_the_sentence_fits_the_packages(assess_project, plugins, words):
    (found,) = pending(assess_project(f"{OLD_FLASK}{plugins}\n"))
    assert words in found.message


def test_one_of_two_long_names_is_named_with_its_release(assess_project):
    plugins = "django-import-export==2.0\ndjango-simple-history==2.8\n"
    (found,) = pending(assess_project(f"django==3.2\n{plugins}"))
    assert "upgrade django-import-export to 2.4 and 1 more: " in found.message


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_the_sentence_stays_short_with_any_packages(assess_project, framework):
    broken = [
        change
        for change in CHANGES
        if change.kind == "broken" and change.framework == framework and change.fixed
    ]
    broken += [change for change in CHANGES if change.package in ("django-jet", "flask-gravatar")]
    longest = sorted(broken, key=lambda change: -len(change.package))
    old = {"flask": OLD_FLASK, "django": "django==1.11\n"}[framework]
    for some in (longest[:1], longest[:3], broken[:12], broken):
        (found,) = pending(assess_project(old + "".join(f"{wanted(row)}\n" for row in some)))
        assert len(found.message) <= 100, found.message


@pytest.mark.parametrize("kind", ["superseded", "unsafe", "included", "backport"])
def test_what_replaces_a_package_has_been_checked_lately(kind):
    unchecked = [change.package for change in CHANGES if change.kind == kind and not change.checked]
    assert unchecked == []


@pytest.mark.parametrize(
    ("requirement", "rule"),
    [
        ("python-jose", "superseded-package"),
        ("python-jose==3.5.0", "superseded-package"),
        ("python-jose[cryptography]==3.3.0", "unmaintained-security-package"),
    ],
)
def test_versions_with_known_vulnerabilities_are_graver(assess_project, requirement, rule):
    assert reported(assess_project(f"flask>=3\n{requirement}\n")) == {"python-jose": rule}


@pytest.mark.parametrize(
    ("framework", "is_reported"),
    [("django>=4.1", True), ("django~=4.2.0", True), ("django==3.2.25", False), ("django", False)],
)
def test_the_release_that_removed_a_backend_decides(assess_project, framework, is_reported):
    found = reported(assess_project(f"{framework}\npython-memcached\n"))
    assert found == ({"python-memcached": "superseded-package"} if is_reported else {})


@pytest.mark.parametrize(
    "package",
    [
        *("flask-security", "flask-rq", "flask-admin", "flask-restx", "flask-caching", "bleach"),
        *("django-grappelli", "django-mptt", "flask-mail", "mock", "suds", "cchardet", "httplib2"),
    ],
)
def test_a_maintained_package_is_not_superseded(assess_project, package):
    assert reported(assess_project(f"flask>=3\ndjango>=5.2\n{package}\n")) == {}
