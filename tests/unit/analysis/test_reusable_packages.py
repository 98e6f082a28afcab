"""Reusable packages are known by several signs, never by one beside a sign of an application."""

import pytest

from framesage.analysis.verdict import is_reusable_package

PROJECT = '[project]\nname = "{}"\ndescription = "{}"\nkeywords = {}\nclassifiers = {}\n'
LIBRARIES = "Topic :: Software Development :: Libraries :: Python Modules"
FRAMEWORKS = "Topic :: Software Development :: Libraries :: Application Frameworks"
DEVELOPERS = "Intended Audience :: Developers"


def is_reusable(assess_project, name, description, labels, dependencies, **files):
    keywords = [label for label in labels if "::" not in label]
    classifiers = [label for label in labels if "::" in label]
    text = PROJECT.format(name, description, keywords, classifiers)
    text += f"dependencies = {dependencies.split()}\n"
    return is_reusable_package(assess_project(pyproject__toml=text, **files))


@pytest.mark.parametrize(
    ("name", "description", "labels", "dependencies"),
    [
        ("Flask-Crumbs", "Breadcrumbs for Flask", ["Framework :: Flask", LIBRARIES], "Flask>=2"),
        ("flask-crumbs", "A Flask extension for breadcrumbs", [], "flask"),
        (
            "django-crumbs",
            "Breadcrumbs for templates",
            ["Framework :: Django", "Framework :: Django :: 5.2", DEVELOPERS],
            "Django>=4.2",
        ),
        ("crumbs", "Reusable Django app with breadcrumbs", ["Framework :: Django"], "Django>=4.2"),
        ("crumbs", "", ["flask-extension"], "flask"),
        ("flask-crumbs", "Add breadcrumbs to your Flask application", [DEVELOPERS], "flask>=2"),
    ],
)
def test_packages_for_other_projects(assess_project, name, description, labels, dependencies):
    files = {"CHANGES.md": "", "tests/settings.py": "", "example/manage.py": "", "tox.ini": ""}
    assert is_reusable(assess_project, name, description, labels, dependencies, **files)


@pytest.mark.parametrize(
    ("description", "labels", "dependencies", "files"),
    [
        ("Photo library with albums", [], "flask gunicorn", []),
        ("Our photo library", ["library"], "flask flask-login", ["Dockerfile"]),
        ("Invoices for plumbers", [FRAMEWORKS], "django", ["manage.py"]),
        ("Invoices for plumbers", [LIBRARIES], "django sentry-sdk", []),
        ("Invoices for plumbers", [LIBRARIES], "flask", ["Procfile"]),
        ("Invoices for plumbers", [LIBRARIES], "flask", ["docker-compose.yml"]),
        (
            "Invoices for plumbers",
            [LIBRARIES, DEVELOPERS],
            "django",
            ["manage.py", "a/settings.py"],
        ),
        ("Web player for my music library", ["plugin"], "flask", []),
        (
            "Forum",
            [LIBRARIES, DEVELOPERS],
            "flask flask-login flask-wtf flask-sqlalchemy flask-mail",
            [],
        ),
    ],
)
def test_applications_with_a_word_of_packages(
    assess_project, description, labels, dependencies, files
):
    named = dict.fromkeys(files, "")
    assert not is_reusable(assess_project, "django-x", description, labels, dependencies, **named)


DJANGO = [f"Framework :: Django{version}" for version in ("", " :: 4.2", " :: 5.2")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["banners/settings.py", "banners/urls.py"], True),
        (["manage.py", "site/settings.py"], False),
        (["site/settings.py", "site/wsgi.py"], False),
    ],
)
def test_settings_alone_are_the_defaults_of_a_package(assess_project, files, expected):
    named = dict.fromkeys(files, "")
    found = is_reusable(assess_project, "django-banners", "Shows banners", DJANGO, "", **named)
    assert found == expected
