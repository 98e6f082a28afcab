"""The project of each file while it is edited, as when the same text is read from the disk."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store
from framesage.project import settings_from_json

TODAY = date(2026, 1, 1)
BOTH = '[project]\nname = "x"\ndependencies = ["flask", "django"]\n'


@pytest.fixture
def store(fresh_store) -> Store:
    return fresh_store


def put(store: Store, path, text: str) -> None:
    store.put(path, Buffer(text, 1, path.as_uri()))


def root_of(store: Store, path) -> str | None:
    root = store.root_of(path)
    return root and root.name


def rules(store: Store, path) -> set[str]:
    assessment = store.assessment_of(path)
    return {finding.rule for finding in assessment.findings} if assessment else set()


def test_a_file_becomes_a_project_while_it_is_edited(store, make_project, tmp_path):
    path = make_project(tmp_path, {"pyproject.toml": "[tool.ruff]\n"}) / "pyproject.toml"
    put(store, path, "[tool.ruff]\n")
    assert store.root_of(path) is None
    put(store, path, BOTH)
    assert rules(store, path) == {"two-frameworks"}


def test_a_folder_becomes_a_project_while_it_is_edited(store, make_project, tmp_path):
    files = {"requirements.txt": "flask\n", "sub/pyproject.toml": "[tool.ruff]\n"}
    path = make_project(tmp_path, files) / "sub" / "pyproject.toml"
    put(store, path, "[tool.ruff]\n")
    assert store.root_of(path) == tmp_path
    put(store, path, BOTH)
    assert root_of(store, path) == "sub"
    assert rules(store, tmp_path / "requirements.txt") == set()


def test_a_folder_joins_a_project_while_its_include_is_edited(store, make_project, tmp_path):
    files = {"requirements.txt": "flask\n", "sub/requirements.txt": "django\n"}
    make_project(tmp_path, files)
    path, other = tmp_path / "requirements.txt", tmp_path / "sub" / "requirements.txt"
    put(store, path, "flask\n")
    assert root_of(store, other) == "sub"
    put(store, path, "flask\n-r sub/requirements.txt\n")
    assert store.root_of(other) == tmp_path
    assert rules(store, other) == {"two-frameworks"}


@pytest.mark.parametrize("typed", ['exclude = ["sub"]\n', 'rules = { two-frameworks = "off" }\n'])
def test_settings_apply_to_folders_below_while_they_are_edited(
    store, make_project, tmp_path, typed
):
    files = {"framesage.toml": "", "sub/requirements.txt": "flask\ndjango\n"}
    settings = make_project(tmp_path, files) / "framesage.toml"
    path = tmp_path / "sub" / "requirements.txt"
    put(store, settings, "")
    assert rules(store, path) == {"two-frameworks"}
    put(store, settings, typed)
    assert rules(store, path) == set()


def test_an_included_file_is_read_before_it_is_saved(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n-r more.txt\n"}) / "requirements.txt"
    assert rules(store, path) == set()
    put(store, tmp_path / "more.txt", "django\n")
    assert rules(store, path) == {"two-frameworks"}


def test_an_unreported_file_is_read_when_it_is_opened(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    assert rules(store, path) == set()
    make_project(tmp_path, {"requirements-web.txt": "wtforms\n"})
    put(store, tmp_path / "requirements-web.txt", "wtforms\n")
    assert rules(store, path) == {"flask-forms-without-csrf"}


def test_a_file_in_a_new_folder_is_read(store, make_project, tmp_path):
    path = make_project(tmp_path, {"requirements.txt": "flask\n"}) / "requirements.txt"
    assert rules(store, path) == set()
    make_project(tmp_path, {"requirements/web/forms.txt": "wtforms\n"})
    store.changed_on_disk(tmp_path / "requirements/web/forms.txt")
    assert rules(store, path) == {"flask-forms-without-csrf"}


def test_editor_settings_exclude_open_documents(store, make_project, tmp_path):
    make_project(tmp_path, {"legacy/requirements.txt": "flask\ndjango\n"})
    path = tmp_path / "legacy" / "requirements.txt"
    put(store, path, "flask\ndjango\n")
    assert rules(store, path) == {"two-frameworks"}
    settings, _ = settings_from_json({"exclude": ["legacy"]}, tmp_path)
    store.configure(settings)
    assert rules(store, path) == set()


def test_settings_of_the_repository_apply_in_an_opened_subfolder(make_project, tmp_path):
    files = {
        ".git/HEAD": "",
        "pyproject.toml": '[tool.framesage.rules]\ntwo-frameworks = "off"\n',
        "base.txt": "flask\n",
        "sub/requirements.txt": "django\n-r ../base.txt\n",
    }
    folder = make_project(tmp_path, files) / "sub"
    store = Store(lambda: TODAY)
    store.set_folders((folder,))
    found = store.assessment_of(folder / "requirements.txt")
    (expected,) = assess_paths([folder], TODAY)
    assert found.findings == expected.findings == ()
    assert found.framework.state == "both"
