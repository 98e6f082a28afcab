"""The store: open documents over the disk, and keystrokes that never read the disk."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store
from framesage.project import StampedDisk, settings_from_json
from framesage.project.filesystem import DirEntry

TODAY = date(2026, 1, 1)


class Guarded(StampedDisk):
    """The disk; while it is locked, every access is an error."""

    locked = False

    def _check(self) -> None:
        assert not Guarded.locked, "a keystroke accessed the disk"

    def text(self, path: Path) -> str | None:
        self._check()
        return super().text(path)

    def head(self, path: Path) -> str | None:
        self._check()
        return super().head(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        self._check()
        return super().entries(folder)

    def watch(self, path: Path) -> None:
        self._check()
        super().watch(path)

    def real_path(self, path: Path) -> Path:
        self._check()
        return super().real_path(path)


@pytest.fixture
def store(monkeypatch, tmp_path) -> Store:
    monkeypatch.setattr("framesage.lsp.workspace.documents.StampedDisk", Guarded)
    monkeypatch.setattr(Guarded, "locked", False)
    store = Store(lambda: TODAY)
    store.set_folders((tmp_path,))
    return store


def put(store: Store, path: Path, text: str, version: int = 1) -> None:
    store.put(path, Buffer(text, version, path.as_uri()))


def rules(store: Store, path: Path) -> set[str]:
    assessment = store.assessment_of(path)
    return {finding.rule for finding in assessment.findings} if assessment else set()


def test_keystrokes_do_not_access_the_disk(store, make_project, tmp_path):
    make_project(
        tmp_path,
        {
            "requirements.txt": "-r base.txt\n",
            "base.txt": "requests\n",
            "pyproject.toml": '[project]\nname = "x"\ndependencies = ["flask"]\n',
            "README.md": "# Zebra\n",
        },
    )
    path = tmp_path / "requirements.txt"
    put(store, path, "-r base.txt\n")
    assert rules(store, path) == set()
    Guarded.locked = True
    for version, end in enumerate(("d", "dj", "djan", "django"), start=2):
        put(store, path, f"-r base.txt\n{end}", version)
        assert rules(store, path) == ({"two-frameworks"} if end == "django" else set())
    put(store, path, "", 9)
    assert rules(store, path) == set()
    for version, name in enumerate(("", "R", "READ", "README.m", "README.md")):
        text = f'[project]\nname = "x"\nreadme = "{name}"\n'
        put(store, tmp_path / "pyproject.toml", text, version)
        assert store.assessment(tmp_path).project.readme.metadata[0].value == "Zebra"


def test_named_document_counts_until_it_is_closed(store, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n", "packages.lst": "django\n"})
    path = tmp_path / "packages.lst"
    assert rules(store, path) == set()
    store.name(path)
    put(store, path, "django\n")
    assert store.is_dependency_file(path)
    assert rules(store, path) == {"two-frameworks-apart"}
    Guarded.locked = True
    put(store, path, "six\n", 2)
    assert rules(store, path) == set()
    put(store, path, "django", 3)
    assert rules(store, path) == {"two-frameworks-apart"}
    Guarded.locked = False
    store.close(path)
    assert not store.is_dependency_file(path)
    assert rules(store, path) == set()


def test_the_open_document_overrides_the_disk(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\ndjango\n"}) / "requirements.txt"
    assert rules(store, path) == {"two-frameworks"}
    put(store, path, "flask\n")
    assert rules(store, path) == set()
    store.close(path)
    assert rules(store, path) == {"two-frameworks"}


def test_the_disk_is_read_again_only_after_a_reported_change(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\ndjango\n"}) / "requirements.txt"
    assert rules(store, path) == {"two-frameworks"}
    path.write_text("flask\n")
    assert rules(store, path) == {"two-frameworks"}
    store.changed_on_disk(path)
    assert rules(store, path) == set()


def test_an_unchanged_project_is_analyzed_once(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    first = store.assessment_of(path)
    assert store.assessment_of(path) is first
    put(store, path, "flask\n# typed\n")
    assert store.assessment_of(path) is not first


def test_a_change_does_not_affect_other_projects(store, make_project, tmp_path):
    files = {"a/requirements.txt": "flask\n", "b/requirements.txt": "django\n"}
    folder = make_project(tmp_path, files)
    one, other = folder / "a/requirements.txt", folder / "b/requirements.txt"
    put(store, one, "flask\n")
    put(store, other, "django\n")
    kept = store.assessment_of(other)
    put(store, one, "flask\ndjango\n", 2)
    assert store.assessment_of(other) is kept
    assert rules(store, one) == {"two-frameworks"}


def test_editor_settings_apply(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\ndjango\n"}) / "requirements.txt"
    settings, errors = settings_from_json({"rules": {"two-frameworks": "off"}}, tmp_path)
    assert not errors and rules(store, path) == {"two-frameworks"}
    store.configure(settings)
    assert rules(store, path) == set()


def test_custom_rules_with_errors_are_not_used(store, make_project, tmp_path, caplog):
    files = {
        "pyproject.toml": '[tool.framesage]\nrule-paths = ["mine.toml"]\n',
        "mine.toml": "nonsense = 1\n",
        "requirements.txt": "flask\ndjango\n",
    }
    path = make_project(tmp_path, files) / "requirements.txt"
    assert {"two-frameworks", "settings"} <= rules(store, path)
    assert "mine.toml" in caplog.text


def test_included_files_are_dependency_files(store, make_project, tmp_path):
    folder = make_project(tmp_path, {"requirements.txt": "flask\n-r more\n", "more": "x\n"})
    assert store.is_dependency_file(folder / "requirements.txt")
    assert store.is_dependency_file(folder / "more")
    assert not store.is_dependency_file(folder / "README.md")


def test_edits_of_other_files_cause_no_analysis(store, make_project, tmp_path):
    files = {"requirements.txt": "flask\n", "NOTES.md": "# Shop\n"}
    path = make_project(tmp_path, files) / "requirements.txt"
    kept = store.assessment_of(path)
    for version, text in enumerate(("# Shop\n", "# Shop.\n"), 1):
        put(store, tmp_path / "NOTES.md", text, version)
        assert not store.is_dependency_file(tmp_path / "NOTES.md")
    assert store.assessment_of(path) is kept


def test_edits_of_the_readme_cause_an_analysis_but_it_is_no_dependency_file(
    store, make_project, tmp_path
):
    make_project(tmp_path, {"requirements.txt": "flask\n", "README.md": "# Shop\n"})
    before, readme = store.assessment(tmp_path), tmp_path / "README.md"
    assert before.project.readme.metadata[0].value == "Shop"
    put(store, readme, "# Blog\n")
    assert store.assessment(tmp_path).project.readme.metadata[0].value == "Blog"
    assert not store.is_dependency_file(readme)
    store.close(readme)
    assert store.assessment(tmp_path).project.readme.metadata[0].value == "Shop"


def test_a_readme_on_the_disk_is_read_again_when_it_changes(store, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    assert store.assessment(tmp_path).project.readme is None
    make_project(tmp_path, {"README.md": "# Blog\n", "docs/README.md": "# Docs\n"})
    assert store.changed_on_disk(tmp_path / "README.md")
    kept = store.assessment(tmp_path)
    assert kept.project.readme.metadata[0].value == "Blog"
    assert not store.changed_on_disk(tmp_path / "docs" / "README.md")
    assert not store.changed_on_disk(tmp_path / "NEWS.md")
    assert store.assessment(tmp_path) is kept
    (tmp_path / "README.md").unlink()
    assert store.changed_on_disk(tmp_path / "README.md")
    assert store.assessment(tmp_path).project.readme is None


def test_opening_a_saved_file_causes_no_analysis(store, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n", "base.txt": "six\n"})
    before = store.assessment(tmp_path)
    put(store, tmp_path / "requirements.txt", "flask\n")
    assert store.assessment(tmp_path) is before
    put(store, tmp_path / "requirements-web.txt", "django\n")
    assert store.assessment(tmp_path) is not before


def test_a_save_causes_no_analysis_of_other_projects(store, make_project, tmp_path):
    files = {f"{name}/requirements.txt": "flask\n" for name in ("one", "other", "one/inner")}
    make_project(tmp_path, files)
    roots = {name: tmp_path / name for name in ("one", "other", "one/inner")}
    path = roots["one"] / "requirements.txt"
    put(store, path, "flask\ndjango\n")
    kept = {name: store.assessment(root) for name, root in roots.items()}
    path.write_text("flask\ndjango\n")
    make_project(roots["one"], {"requirements-web.txt": "wtforms\n"})
    store.save(path)
    assert store.assessment(roots["other"]) is kept["other"]
    assert store.assessment(roots["one/inner"]) is kept["one/inner"]
    assert len(store.assessment(roots["one"]).project.manifests) == 2
    settings = make_project(tmp_path, {"pyproject.toml": ""}) / "pyproject.toml"
    store.save(settings)
    assert store.assessment(roots["other"]) is not kept["other"]


def test_a_change_on_the_disk_causes_no_analysis_of_other_projects(store, make_project, tmp_path):
    files = {f"{name}/requirements.txt": "flask\n" for name in ("one", "other")}
    one, other = make_project(tmp_path, files) / "one", tmp_path / "other"
    kept = {root: store.assessment(root) for root in (one, other)}
    make_project(one, {"uv.lock": ""})
    assert store.changed_on_disk(one / "uv.lock")
    assert store.assessment(one) is not kept[one]
    assert store.assessment(other) is kept[other]
    assert store.changed_on_disk(tmp_path / "framesage.toml")
    assert store.assessment(other) is not kept[other]


def test_an_excluded_file_is_read_again_once_it_is_included(store, make_project, tmp_path):
    files = {"framesage.toml": "", "old/requirements.txt": "flask\n"}
    settings, path = make_project(tmp_path, files) / "framesage.toml", tmp_path / "old"
    path /= "requirements.txt"
    assert rules(store, path) == set()
    put(store, settings, 'exclude = ["old"]\n')
    assert rules(store, path) == set()
    assert store.assessment(tmp_path).project.settings.exclude
    path.write_text("flask\ndjango\n")
    assert not store.changed_on_disk(path)
    put(store, settings, "")
    assert rules(store, path) == {"two-frameworks"}


def test_closing_a_saved_document_causes_no_analysis(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    put(store, path, "flask\n")
    kept = store.assessment_of(path)
    store.close(path)
    assert store.assessment_of(path) is kept
    put(store, path, "flask\ndjango\n")
    store.close(path)
    assert rules(store, path) == set()


def look(store: Store, near: Path | None = None) -> bool:
    """Look at the disk as a sweep does."""
    return store.reread([path for path in store.disk_changes(near) if path is not None])


def test_a_look_at_the_disk_finds_changes(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\ndjango\n"}) / "requirements.txt"
    assert rules(store, path) == {"two-frameworks"}
    assert not look(store)
    path.write_text("flask\n")
    assert look(store)
    assert rules(store, path) == set()
    assert not look(store)


def test_a_look_at_the_disk_affects_only_the_projects_concerned(store, make_project, tmp_path):
    files = {f"{name}/requirements.txt": "flask\n" for name in ("one", "other")}
    one, other = make_project(tmp_path, files) / "one", tmp_path / "other"
    kept = {root: store.assessment(root) for root in (one, other)}
    make_project(one, {"manage.py": ""})
    assert look(store)
    assert "manage.py" in store.assessment(one).project.layout
    assert store.assessment(other) is kept[other]


def test_by_products_of_editors_cause_no_analysis(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    put(store, path, "flask\n")
    kept = store.assessment(tmp_path)
    make_project(tmp_path, {".requirements.txt.swp": "", "requirements.txt~": "", ".#x": ""})
    make_project(tmp_path, {"node_modules/x/requirements.txt": "django\n"})
    store.save(path)
    kept = store.assessment(tmp_path)
    (tmp_path / ".requirements.txt.swp").unlink()
    (tmp_path / "requirements.txt~").unlink()
    assert not look(store)
    assert store.assessment(tmp_path) is kept


def test_changes_around_the_workspace_are_no_concern(store, make_project, tmp_path):
    make_project(tmp_path, {"web/requirements.txt": "flask\ndjango\n"})
    store.set_folders((tmp_path / "web",))
    path = tmp_path / "web" / "requirements.txt"
    assert rules(store, path) == {"two-frameworks"}
    make_project(tmp_path, {"elsewhere/notes.txt": "", "manage.py": ""})
    assert not look(store)
    make_project(tmp_path, {".git/HEAD": "", "framesage.toml": 'rules.two-frameworks = "off"\n'})
    assert look(store)
    assert rules(store, path) == set()


def test_the_text_of_an_open_document_is_the_clients(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    put(store, path, "flask\ndjango\n")
    kept = store.assessment(tmp_path)
    path.write_text("flask\n# another program\n")
    assert not look(store)
    assert store.assessment(tmp_path) is kept
    store.close(path)
    assert rules(store, path) == set()


def test_after_many_changes_everything_is_assessed_again(store, make_project, tmp_path):
    files = {f"app{number}/requirements.txt": "flask\n" for number in range(120)}
    make_project(tmp_path, files)
    kept = {root: store.assessment(root) for root, is_root in store.walk(tmp_path) if is_root}
    assert len(kept) == len(files)
    make_project(tmp_path, dict.fromkeys(files, "django\n"))
    assert look(store)
    assert all(store.assessment(root) is not before for root, before in kept.items())
    assert not look(store)


def test_a_deleted_folder_takes_its_projects_along(store, make_project, tmp_path):
    make_project(tmp_path, {"old/api/requirements.txt": "flask\n", "web/requirements.txt": "six\n"})
    roots = {folder for folder, is_root in store.walk(tmp_path) if is_root}
    assert len([store.assessment(root) for root in roots]) == 2
    shutil.rmtree(tmp_path / "old")
    assert look(store)
    assert {folder for folder, is_root in store.walk(tmp_path) if is_root} == {tmp_path / "web"}
    assert store.assessment(tmp_path / "old" / "api").project.manifests == ()


def test_a_keystroke_in_a_package_updates_the_projects_that_require_it(
    store, make_project, tmp_path
):
    make_project(
        tmp_path,
        {
            "pyproject.toml": '[tool.uv.workspace]\nmembers = ["*"]\n',
            "shop/pyproject.toml": '[project]\ndependencies = ["flask", "flask-login", "gate"]\n',
            "gate/pyproject.toml": '[project]\nname = "gate"\ndependencies = []\n',
        },
    )
    shop, gate = tmp_path / "shop/pyproject.toml", tmp_path / "gate/pyproject.toml"
    put(store, shop, shop.read_text())
    put(store, gate, gate.read_text())
    assert "flask-login-without-throttling" in rules(store, shop)
    Guarded.locked = True
    put(store, gate, gate.read_text().replace("[]", '["flask-limiter"]'), 2)
    assert "flask-login-without-throttling" not in rules(store, shop)
    put(store, gate, gate.read_text().replace("gate", "fence"), 3)
    assert "flask-login-without-throttling" in rules(store, shop)


def test_findings_of_a_shared_list_belong_to_the_project_around_it(store, make_project, tmp_path):
    make_project(
        tmp_path,
        {
            "requirements.txt": "flask==2.0\n",
            "checks/ui/requirements.txt": "-r ../../requirements.txt\nselenium\n",
        },
    )
    assert "flask-unsupported" in rules(store, tmp_path / "requirements.txt")
    assert rules(store, tmp_path / "checks/ui/requirements.txt") == set()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_keystrokes_in_links_do_not_access_the_disk(store, make_project, tmp_path):
    make_project(tmp_path, {"requirements/live.txt": "flask\ndjango\n"})
    link, target = tmp_path / "requirements.txt", tmp_path / "requirements" / "live.txt"
    link.symlink_to("requirements/live.txt")
    for path in (link, target):
        put(store, path, "flask\n")
        assert rules(store, path) == set()
    Guarded.locked = True
    put(store, link, "flask\ndjango\n", 2)
    assert rules(store, link) == {"two-frameworks"}
    assert rules(store, target) == set()
    put(store, target, "flask\n# typed\n", 2)
    assert store.other_names(tmp_path) == [link]
    assert rules(store, link) == {"two-frameworks"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_the_settings_of_a_linked_folder_apply_to_its_real_path(store, make_project, tmp_path):
    make_project(tmp_path, {"real/requirements.txt": "flask\ndjango\n"})
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    store.set_folders((tmp_path / "link",))
    settings, _ = settings_from_json({"rules": {"two-frameworks": "off"}}, tmp_path)
    store.configure(settings, tmp_path / "link")
    for name in ("real", "link"):
        assert rules(store, tmp_path / name / "requirements.txt") == set()
        assert store.folder_of(tmp_path / name / "requirements.txt") == tmp_path / name


def test_a_list_without_a_framework_depends_on_that_of_the_folder_above(
    store, make_project, tmp_path
):
    inner = tmp_path / "one" / "deploy"
    make_project(tmp_path, {"one/requirements.txt": "requests\n"})
    make_project(inner, {"requirements.txt": "gunicorn\n"})
    assert store.assessment(inner).framework.around == ()
    put(store, tmp_path / "one" / "requirements.txt", "flask\n")
    (framework,) = store.assessment(inner).framework.around
    assert framework.id == "flask"


def test_a_readme_that_changes_right_after_an_edit_is_read(fresh_store, make_project, tmp_path):
    make_project(tmp_path, {"README.md": "# Shop\n\nA REST API.\n", "requirements.txt": "flask\n"})
    path = tmp_path / "requirements.txt"
    fresh_store.put(path, Buffer("flask>=2\ncelery\n", 1, path.as_uri()))
    assert fresh_store.assessment_of(path).project.readme.source.text == "# Shop\n\nA REST API.\n"
    fresh_store.put(path, Buffer("flask>=3\ncelery\n", 2, path.as_uri()))
    make_project(tmp_path, {"README.md": "# Shop\n\nA blog.\n"})
    fresh_store.changed_on_disk(tmp_path / "README.md")
    assert fresh_store.assessment_of(path).project.readme.source.text == "# Shop\n\nA blog.\n"
