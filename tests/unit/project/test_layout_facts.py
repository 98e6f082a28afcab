"""Facts from the names of files and folders."""

import pytest

from framesage.project import CachedFileSystem, Disk, ManifestCache, load_project
from framesage.project.data_facts import FACTS as DATA_FACTS
from framesage.project.glob import Glob
from framesage.project.layout_facts import (
    ADMIN_MODULES,
    CODE_FOLDERS,
    FILES,
    FOLDERS,
    OVER,
    STEMS,
    UP_TO,
    layout_facts,
)
from framesage.project.library_folder import LOCAL_PACKAGE
from framesage.project.measures import FACTS as MEASURES
from framesage.project.page_facts import FACTS
from framesage.rulebase import load_rule_base


def possible_facts() -> set[str]:
    """Return all facts that can occur."""
    bands = {f"{name}>{number}" for name in ("python-files", "packages") for number in OVER}
    bands |= {f"{name}<={number}" for name in ("python-files", "packages") for number in UP_TO}
    names = {f"{name}/" for name in FOLDERS | CODE_FOLDERS} | {f"{stem}.*" for stem in STEMS}
    return {*FILES, *FACTS, *DATA_FACTS, *MEASURES, ADMIN_MODULES, LOCAL_PACKAGE, *names, *bands}


@pytest.fixture
def layout(tmp_path):
    def run(*paths: str, exclude: tuple[str, ...] = ()):
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        globs = [Glob(tmp_path, pattern) for pattern in exclude]
        return layout_facts(tmp_path, ManifestCache(CachedFileSystem(Disk())), globs)

    return run


def test_file_and_folder_names_are_facts(layout):
    facts = layout("manage.py", "shop/templates/a.html", "shop/admin.py", "api/openapi.yaml")
    assert {"manage.py", "templates/", "admin.py", "openapi.*"} <= set(facts)
    assert "static/" not in facts


def test_counts_are_facts_with_thresholds(layout):
    facts = layout(*(f"a/m{n}.py" for n in range(50)), "a/__init__.py", "b.py")
    assert {"python-files>50", "packages<=3"} <= set(facts)
    assert not {"python-files>100", "python-files<=20"} & set(facts)


def test_code_that_nobody_wrote_for_the_application_does_not_count(layout):
    aside = ("shop/migrations/0001_initial.py", "example/app.py", "vendor/six.py", "x/__init__.py")
    tests = ("shop/tests.py", "shop/test_views.py", "conftest.py")
    facts = layout("shop/views.py", *aside, *tests, *(f"alembic/versions/{n}.py" for n in range(9)))
    assert {"python-files>0", "python-files<=3", "migrations/"} <= set(facts)


def test_a_folder_of_plugins_does_not_make_a_large_project(layout):
    facts = layout(*(f"engines/m{n}.py" for n in range(300)), "app.py")
    assert {"python-files>50", "python-files<=100"} <= set(facts)


def test_tests_alone_are_no_code_but_a_package_is(layout):
    assert "python-files>0" not in layout("test_a.py", "conftest.py")
    assert "python-files<=3" in layout("shop/__init__.py")


def test_counts_need_python_files(layout):
    assert layout("requirements.txt") == ()


def test_tests_docs_and_installed_packages_do_not_count(layout):
    facts = layout("tests/admin.py", "venv/manage.py", "docs/templates/x", "old/wsgi.py", "a.py")
    assert "wsgi.py" in facts
    assert not {"admin.py", "manage.py", "templates/"} & set(facts)
    assert "wsgi.py" not in layout("a.py", exclude=("old",))


def test_an_incomplete_count_has_no_upper_bounds(layout, monkeypatch):
    monkeypatch.setattr("framesage.project.layout_facts._MAX_ENTRIES", 3)
    facts = layout("a.py", "b.py", "c.py", "d/e.py")
    assert "python-files<=20" not in facts


def test_facts_are_among_the_possible_ones(layout):
    facts = layout("manage.py", "static/x.css", "swagger.json", *(f"p{n}.py" for n in range(60)))
    assert set(facts) <= possible_facts()


def test_facts_in_rules_are_possible():
    rule_base = load_rule_base()
    symbols = set(rule_base.program.evidence)
    symbols.update(name for rule in rule_base.all_rules() for name in rule.condition.symbols())
    named = {name.removeprefix("layout:") for name in symbols if name.startswith("layout:")}
    assert named
    assert named <= possible_facts()


def test_a_package_in_a_package_is_code_whatever_its_name(layout):
    facts = layout("shop/__init__.py", "shop/tools/__init__.py", "shop/tools/admin.py")
    assert "admin.py" in facts
    assert "wsgi.py" not in layout("shop/tests/__init__.py", "shop/tests/wsgi.py", "tools/wsgi.py")


def test_admin_modules_are_those_of_several_folders(layout):
    assert ADMIN_MODULES not in layout("orders/admin.py", "tests/admin.py")
    assert ADMIN_MODULES in layout("orders/admin.py", "clients/admin.py")


def test_folders_of_code_count_with_python_files_only(layout):
    assert "users/" not in layout("data/users/list.csv")
    assert "users/" in layout("shop/users/models.py")


def test_the_layout_setting_disables_facts(tmp_path):
    (tmp_path / "manage.py").touch()
    (tmp_path / "requirements.txt").write_text("django\n")
    assert "manage.py" in load_project(tmp_path, Disk()).layout
    (tmp_path / "framesage.toml").write_text("layout = false\n")
    assert load_project(tmp_path, Disk()).layout == ()


def test_the_tree_is_walked_only_once(tmp_path):
    listed = []

    class Counting(Disk):
        def entries(self, folder):
            listed.append(folder)
            return super().entries(folder)

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "manage.py").touch()
    (tmp_path / "requirements.txt").write_text("django\n")
    cache = ManifestCache(CachedFileSystem(Counting()))
    first = load_project(tmp_path, cache)
    before = len(listed)
    assert load_project(tmp_path, cache).layout == first.layout
    assert len(listed) == before


def test_the_home_folder_has_no_facts(tmp_path, monkeypatch):
    (tmp_path / "manage.py").touch()
    assert layout_facts(tmp_path, ManifestCache(Disk())) != ()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert layout_facts(tmp_path, ManifestCache(Disk())) == ()


def test_a_timeout_leaves_out_upper_bounds(tmp_path):
    for name in "abc":
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.py").touch()
    ticks = iter(range(0, 100, 6))
    complete = layout_facts(tmp_path, ManifestCache(Disk()))
    incomplete = layout_facts(tmp_path, ManifestCache(Disk()), (), lambda: next(ticks))
    assert any("<=" in fact for fact in complete)
    assert not any("<=" in fact for fact in incomplete)


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("parcels_api.py", "api-modules"),
        ("app/resources/parcel.py", "api-modules"),
        ("app/serializers.py", "api-modules"),
        ("weights/delay.PKL", "model-files"),
        ("delay.onnx", "model-files"),
    ],
)
def test_what_answers_with_data(layout, path, fact):
    assert fact in layout("serve.py", path)


@pytest.mark.parametrize("path", ["api/index.js", "therapist.py", "capital.py", "rested/a.py"])
def test_what_says_nothing_about_an_api(layout, path):
    assert not {"api-modules", "model-files"} & set(layout("serve.py", path))
