"""Facts about pages, logins and front ends in a whole tree."""

import sys

import pytest

from framesage.project import CachedFileSystem, Disk, ManifestCache
from framesage.project.layout_facts import layout_facts
from framesage.project.page_facts import FACTS


@pytest.fixture
def facts(tmp_path):
    def run(*paths: str) -> set[str]:
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        found = layout_facts(tmp_path, ManifestCache(CachedFileSystem(Disk())))
        return set(FACTS).intersection(found)

    return run


def modules(number: int) -> list[str]:
    return [f"app/m{position}.py" for position in range(number)]


def test_pages(facts):
    assert facts("app.py", "templates/index.html") == {"page-templates"}


def test_few_pages_for_much_code(facts):
    assert facts(*modules(60), "templates/index.html") == {"few-page-templates"}


def test_templates_without_a_name_that_says_something(facts):
    assert facts("app.py", "templates/ledger.html") == {"unnamed-templates"}


def test_few_templates_without_such_a_name(facts):
    assert facts(*modules(60), "templates/ledger.html") == {"few-unnamed-templates"}


def test_a_page_to_log_in_and_pages_for_staff(facts):
    found = facts("app.py", "templates/login.html", "templates/admin/users.html")
    assert found == {"page-templates", "login-templates", "admin-templates"}


@pytest.mark.parametrize(
    "paths",
    [
        ["app.py"],
        ["app.py", "ansible/templates/nginx.conf.j2"],
        ["manage.py", "site/settings.py", "orders/views.py"],
    ],
)
def test_no_pages(facts, paths):
    assert facts(*paths) == {"no-page-templates"}


@pytest.mark.parametrize(
    "paths",
    [
        ["app.py", "templates/404.html"],
        ["app.py", "templates/welcome.html", "templates/welcome.txt"],
        ["app/__init__.py", "app/rest.py", "app/templates/emails/base.html"],
    ],
)
def test_templates_that_are_no_pages(facts, paths):
    assert facts(*paths) == {"no-page-templates", "other-templates"}


@pytest.mark.parametrize("name", ["edit_recipe", "users", "recipe_create", "dashboard", "settings"])
def test_pages_to_edit_records(facts, name):
    assert facts("app.py", f"templates/{name}.html") == {"page-templates", "editing-templates"}


@pytest.mark.parametrize(
    "paths",
    [
        [],
        ["README.md"],
        ["setup.py", "fabfile.py"],
        ["manage.py", "site/__init__.py", "site/settings.py", "site/urls.py", "site/wsgi.py"],
        ["app.py", "static/index.html"],
        ["app.py", "views/start.html"],
        ["app.py", "web/index.html"],
        ["app.py", "templates/welcome.html"],
    ],
)
def test_without_code_or_with_loose_html_nothing_is_known(facts, paths):
    assert facts(*paths) == set()


def test_a_page_for_staff_is_not_no_page(facts):
    assert facts("app.py", "templates/admin/base_site.html") == {"admin-templates"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_tree_with_links_to_folders_is_not_seen_whole(facts, tmp_path):
    (tmp_path / "app.py").touch()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "templates").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert facts() == set()


def test_an_incomplete_tree_says_nothing(facts, monkeypatch):
    monkeypatch.setattr("framesage.project.layout_facts._MAX_ENTRIES", 3)
    assert facts("a.py", "b.py", "c/d.py") == set()


@pytest.mark.parametrize(
    "paths",
    [
        ["frontend/package.json", "frontend/index.html", "frontend/src/templates/list.html"],
        ["my-ui/package.json", "my-ui/public/index.html"],
        ["package.json", "web/index.html"],
        ["Client/index.html", "Client/js/app.js"],
    ],
)
def test_a_front_end_is_no_template(facts, paths):
    assert facts("app.py", *paths) == {"no-page-templates", "front-end"}


def test_a_folder_with_python_files_is_no_front_end(facts):
    assert facts("web/package.json", "web/templates/index.html", "web/shop/a.py") == {
        "page-templates"
    }


def test_scripts_of_a_style_sheet_are_no_front_end(facts):
    assert facts("app.py", "styles/package.json") == {"no-page-templates"}
