import os

import pytest

from framesage.project import CachedFileSystem, Disk, ManifestCache, Overlay, load_project

PROJECT = '[project]\nname = "shop"\ndependencies = ["django>=4"]\n'
LOCK = '[[package]]\nname = "django"\nversion = "{}"\n'
WORKSPACE = '[project]\nname = "all"\n[tool.uv.workspace]\nmembers = ["services/*"]\n'
SHARED = '[manifest]\nmembers = ["all", "shop"]\n\n' + LOCK.format("4.2.16")


@pytest.fixture
def held(tmp_path, make_project):
    """Write files, and return what locks hold of Django, by dependency file."""

    def run(files, root="."):
        make_project(tmp_path, files)
        project = load_project(tmp_path / root, Disk(), tmp_path)
        return {
            project.relative(one.source.path): {
                lock.name: lock.versions["django"] for lock in one.locks
            }
            for one in project.manifests
        }

    return run


@pytest.mark.parametrize("lock", ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"])
@pytest.mark.parametrize(
    ("manifest", "text"),
    [
        ("pyproject.toml", PROJECT),
        ("setup.cfg", "[options]\ninstall_requires = django\n"),
        ("setup.py", "setup(install_requires=['django'])"),
    ],
)
def test_a_lock_beside_a_manifest_is_its_own(held, manifest, text, lock):
    files = {manifest: text, lock: LOCK.format("4.2.16").replace("package]", "packages]")}
    assert held(files) == {manifest: {lock: ("4.2.16",)}}


def test_pipenvs_lock_is_the_pipfiles(held):
    files = {
        "Pipfile": '[packages]\ndjango = "*"\n',
        "Pipfile.lock": '{"default": {"django": {"version": "==5.1"}}}',
        "pyproject.toml": PROJECT,
    }
    assert held(files) == {"Pipfile": {"Pipfile.lock": ("5.1",)}, "pyproject.toml": {}}


def test_a_list_has_no_lock_but_the_standards(held):
    files = {"requirements.txt": "django", "uv.lock": LOCK.format("4"), "poetry.lock": ""}
    assert held(files) == {"requirements.txt": {}}
    assert held({"pylock.web.toml": LOCK.format("5")}) == {
        "requirements.txt": {"pylock.web.toml": ("5",)}
    }


def test_a_lock_alone_makes_no_project_and_no_requirement(held):
    assert held({"uv.lock": LOCK.format("4.2.16"), "pylock.toml": LOCK.format("4.2.16")}) == {}


def test_a_member_of_a_workspace_has_its_lock(held):
    files = {
        "pyproject.toml": WORKSPACE,
        "uv.lock": SHARED,
        "services/shop/pyproject.toml": PROJECT,
    }
    assert held(files, "services/shop") == {"pyproject.toml": {"uv.lock": ("4.2.16",)}}


def test_who_is_no_member_has_not(held):
    files = {
        "pyproject.toml": WORKSPACE,
        "uv.lock": SHARED,
        "other/pyproject.toml": PROJECT.replace("shop", "other"),
    }
    assert held(files, "other") == {"pyproject.toml": {}}


def test_the_nearest_lock_counts_and_none_beyond_the_boundary(held, tmp_path):
    files = {"uv.lock": SHARED, "a/shop/pyproject.toml": PROJECT, "a/uv.lock": ""}
    assert held(files, "a/shop") == {"pyproject.toml": {}}
    project = load_project(tmp_path / "a" / "shop", Disk(), tmp_path / "a" / "shop")
    assert project.manifests[0].locks == ()


def test_locks_are_read_once_and_again_when_they_changed(tmp_path, make_project):
    class Counting(Disk):
        asked = 0

        def lock(self, path):
            self.asked += 1
            return super().lock(path)

    make_project(tmp_path, {"pyproject.toml": PROJECT, "uv.lock": LOCK.format("4.2.16")})
    disk, buffers = Counting(), {}
    snapshot = CachedFileSystem(disk)
    cache = ManifestCache(Overlay(snapshot, buffers))

    def versions():
        (lock,) = load_project(tmp_path, cache, tmp_path).manifests[0].locks
        return lock.versions["django"]

    assert versions() == ("4.2.16",)
    buffers[tmp_path / "pyproject.toml"] = PROJECT.replace(">=4", ">=5")
    assert versions() == ("4.2.16",)
    assert disk.asked == 1, "a keystroke must not touch the disk"
    make_project(tmp_path, {"uv.lock": LOCK.format("5.2")})
    os.utime(tmp_path / "uv.lock", ns=(1, 1))
    snapshot.forget(tmp_path / "pyproject.toml")
    assert versions() == ("5.2",)


def test_a_lock_that_did_not_change_is_not_read_again(tmp_path, make_project):
    make_project(tmp_path, {"uv.lock": LOCK.format("4.2.16")})
    assert Disk().lock(tmp_path / "uv.lock") is Disk().lock(tmp_path / "uv.lock")
    assert Disk().lock(tmp_path / "poetry.lock") is None


PIPFILE = '{"default": {"django": {"version": "==5.1"}, "asgiref": {"version": "==3.8"}}}'
BOTH = LOCK.format("4.2.16") + '\n[[package]]\nname = "asgiref"\nversion = "3.8.1"\n'


@pytest.fixture
def origins(tmp_path, make_project):
    """Write files, and return the origins of what requirements.txt asks for."""

    def run(files):
        project = load_project(make_project(tmp_path, files), Disk(), tmp_path)
        (manifest,) = [m for m in project.manifests if m.source.path.name == "requirements.txt"]
        return {one.name: one.origin.value for one in manifest.requirements}

    return run


@pytest.mark.parametrize(
    "files",
    [
        {"pyproject.toml": PROJECT, "uv.lock": BOTH},
        {"pyproject.toml": PROJECT, "poetry.lock": BOTH},
        {"pyproject.toml": PROJECT, "pylock.toml": BOTH},
        {"Pipfile": '[packages]\ndjango = "*"\n', "Pipfile.lock": PIPFILE},
    ],
)
def test_a_list_written_out_of_a_lock_holds_no_choices(origins, files):
    versions = ("5.1", "3.8") if "Pipfile" in files else ("4.2.16", "3.8.1")
    text = "django=={}\nasgiref=={} ; python_version >= '3.8'\n".format(*versions)
    assert origins({**files, "requirements.txt": text}) == {"django": "via", "asgiref": "via"}


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("django==4.2.16\nasgiref==3.7\n", {}),  # another version
        ("django==4.2.16\nasgiref\n", {}),  # no version
        ("django==4.2.16\nflask==3.1\n", {}),  # not in the lock
        ("django==4.2.16\n", {"pyproject.toml": "[tool.x]\ny = 1\n"}),  # made of what asks nothing
        ("django==4.2.16\n", {"uv.lock": "", "Pipfile.lock": PIPFILE}),  # of what is not there
    ],
)
def test_any_other_list_has_choices_of_its_own(origins, text, changes):
    files = {"pyproject.toml": PROJECT, "uv.lock": BOTH, **changes, "requirements.txt": text}
    assert set(origins(files).values()) == {"direct"}
