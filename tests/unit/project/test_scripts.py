import pytest

from framesage.project import Disk, ManifestCache, discover, load_project, project_root_of

SCRIPT = '# /// script\n# dependencies = ["flask"]\n# ///\nimport flask\n'


@pytest.fixture
def folder(tmp_path, make_project):
    files = {"requirements.txt": "django", "tools/run.py": SCRIPT, "tools/lib.py": "x = 1\n"}
    return make_project(tmp_path, files)


def test_discovery_does_not_find_scripts(folder):
    read = []

    class Watching(Disk):
        def text(self, path):
            read.append(path.name)
            return super().text(path)

    files = Watching()
    assert list(discover(folder, files)) == [folder]
    load_project(folder, files, folder)
    assert "requirements.txt" in read
    assert [name for name in read if name.endswith(".py") and name != "setup.py"] == []


def test_a_named_script_is_a_project(folder):
    script = folder / "tools" / "run.py"
    assert list(discover(script, Disk())) == [script]
    project = load_project(script, Disk(), folder)
    assert (project.root, project.script, project.start) == (script.parent, script, script)
    assert [project.relative(manifest.source.path) for manifest in project.manifests] == ["run.py"]
    assert project.layout == ()


def test_a_python_file_without_metadata_belongs_to_the_outer_project(folder):
    assert project_root_of(folder / "tools" / "lib.py", Disk(), folder) == folder
    assert load_project(folder / "tools" / "lib.py", Disk(), folder).manifests == ()


def test_settings_in_the_script_take_precedence(folder, make_project):
    make_project(
        folder,
        {
            "framesage.toml": 'framework = "django"\nfail-on = "hint"\n',
            "tools/run.py": SCRIPT.replace(
                "# ///\n", '#\n# [tool.framesage]\n# framework = "flask"\n# wrong = 1\n# ///\n'
            ),
        },
    )
    project = load_project(folder / "tools" / "run.py", ManifestCache(Disk()), folder)
    assert (project.settings.framework, project.settings.fail_on) == ("flask", "hint")
    assert [error.path.name for error in project.settings_errors] == ["run.py"]


def test_a_folder_with_the_name_of_a_script_is_a_folder(tmp_path, make_project):
    make_project(tmp_path, {"app.py/requirements.txt": "flask"})
    assert list(discover(tmp_path, Disk())) == [tmp_path / "app.py"]
    assert len(load_project(tmp_path / "app.py", Disk(), tmp_path).manifests) == 1
