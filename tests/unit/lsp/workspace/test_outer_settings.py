"""Settings of outer folders and of extended files, open or on the disk, hold in other projects."""

from datetime import date

import pytest

from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store

LISTS = "flask\ndjango\n"
OFF = 'rules = { two-frameworks = "off" }\n'
OWN = {"a/requirements.txt": LISTS, "a/framesage.toml": "fail-on = 'hint'\n"}
EXTENDS = {**OWN, "a/framesage.toml": "extend = '../shared/team.toml'\n"}


@pytest.fixture
def store(tmp_path):
    store = Store(lambda: date(2026, 11, 24))
    store.set_folders((tmp_path,))
    return store


def put(store, path, text):
    return store.put(path, Buffer(text, 1, path.as_uri()))


def rules(store, path):
    return {finding.rule for finding in store.assessment_of(path).findings}


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({**OWN, "framesage.toml": ""}, "framesage.toml"),
        ({**OWN, "framesage.toml": "readme = true\n"}, "framesage.toml"),
        (OWN, "framesage.toml"),
        ({**EXTENDS, "shared/team.toml": ""}, "shared/team.toml"),
        (EXTENDS, "shared/team.toml"),
    ],
)
def test_outer_settings_apply_while_they_are_edited(store, make_project, tmp_path, files, name):
    make_project(tmp_path, files)
    path = tmp_path / "a" / "requirements.txt"
    assert "two-frameworks" in rules(store, path)
    put(store, tmp_path / name, "")
    assert "two-frameworks" in rules(store, path)
    assert put(store, tmp_path / name, OFF)
    assert "two-frameworks" not in rules(store, path)
    put(store, tmp_path / name, 'rules = { two-frameworks = "of')
    assert "two-frameworks" in rules(store, path)


@pytest.mark.parametrize(
    ("files", "name"), [(OWN, "framesage.toml"), (EXTENDS, "shared/team.toml")]
)
def test_outer_settings_apply_when_they_change_on_the_disk(
    store, make_project, tmp_path, files, name
):
    make_project(tmp_path, files)
    path, changed = tmp_path / "a" / "requirements.txt", tmp_path / name
    put(store, path, LISTS)
    assert "two-frameworks" in rules(store, path)
    make_project(tmp_path, {name: OFF})
    assert store.changed_on_disk(changed)
    assert "two-frameworks" not in rules(store, path)
    changed.unlink()
    assert store.changed_on_disk(changed)
    assert "two-frameworks" in rules(store, path)


def test_requirements_of_an_outer_project_leave_inner_assessments_alone(
    store, make_project, tmp_path
):
    table = '[project]\nname = "shop"\n[tool.framesage]\nfail-on = "hint"\n'
    make_project(tmp_path, {**OWN, "pyproject.toml": table})
    before = store.assessment_of(tmp_path / "a" / "requirements.txt")
    text = table.replace('"shop"\n', '"shop"\ndependencies = []\n')
    put(store, tmp_path / "pyproject.toml", text)
    inner = store.assessment_of(tmp_path / "a" / "requirements.txt")
    put(store, tmp_path / "pyproject.toml", text.replace("[]", '["flask"]'))
    assert store.assessment_of(tmp_path / "a" / "requirements.txt").project is inner.project
    assert before.project.settings == inner.project.settings
