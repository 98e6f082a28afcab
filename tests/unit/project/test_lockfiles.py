import os

import pytest

from framesage.project import CachedFileSystem, Disk, ManifestCache, Overlay, load_project

PROJECT = '[project]\nname = "shop"\ndependencies = ["django>=4"]\n'
LOCK = '[[package]]\nname = "django"\nversion = "{}"\n'
WORKSPACE = '[project]\nname = "all"\n[tool.uv.workspace]\nmembers = ["services/*"]\n'
SHARED = '[manifest]\nmembers = ["all", "shop"]\n\n' + LOCK.format("4.2.16")


@pytest.fixture
def locked(tmp_path, make_project):
    """Return a function that writes files and returns the locked versions of Django by file."""

    def run(files, root="."):
        make_project(tmp_path, files)
        project = load_project(tmp_path / root, Disk(), tmp_path)
        return {
            project.relative(manifest.source.path): {
                lock.name: lock.versions["django"] for lock in manifest.locks
            }
            for manifest in project.manifests
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
def test_a_lock_file_applies_to_the_manifest_beside_it(locked, manifest, text, lock):
    files = {manifest: text, lock: LOCK.format("4.2.16").replace("package]", "packages]")}
    assert locked(files) == {manifest: {lock: ("4.2.16",)}}


def test_pipfile_lock_applies_to_the_pipfile(locked):
    files = {
        "Pipfile": '[packages]\ndjango = "*"\n',
        "Pipfile.lock": '{"default": {"django": {"version": "==5.1"}}}',
        "pyproject.toml": PROJECT,
    }
    assert locked(files) == {"Pipfile": {"Pipfile.lock": ("5.1",)}, "pyproject.toml": {}}


def test_only_pylock_applies_to_requirements_files(locked):
    files = {"requirements.txt": "django", "uv.lock": LOCK.format("4"), "poetry.lock": ""}
    assert locked(files) == {"requirements.txt": {}}
    assert locked({"pylock.web.toml": LOCK.format("5")}) == {
        "requirements.txt": {"pylock.web.toml": ("5",)}
    }


def test_a_lock_file_alone_is_not_a_project(locked):
    assert locked({"uv.lock": LOCK.format("4.2.16"), "pylock.toml": LOCK.format("4.2.16")}) == {}


def test_the_workspace_lock_applies_to_members(locked):
    files = {
        "pyproject.toml": WORKSPACE,
        "uv.lock": SHARED,
        "services/shop/pyproject.toml": PROJECT,
    }
    assert locked(files, "services/shop") == {"pyproject.toml": {"uv.lock": ("4.2.16",)}}


def test_the_workspace_lock_does_not_apply_to_other_projects(locked):
    files = {
        "pyproject.toml": WORKSPACE,
        "uv.lock": SHARED,
        "other/pyproject.toml": PROJECT.replace("shop", "other"),
    }
    assert locked(files, "other") == {"pyproject.toml": {}}


def test_the_closest_workspace_lock_within_the_boundary_applies(locked, tmp_path):
    files = {"uv.lock": SHARED, "a/shop/pyproject.toml": PROJECT, "a/uv.lock": ""}
    assert locked(files, "a/shop") == {"pyproject.toml": {}}
    project = load_project(tmp_path / "a" / "shop", Disk(), tmp_path / "a" / "shop")
    assert project.manifests[0].locks == ()


def test_lock_files_are_read_again_only_if_they_change(tmp_path, make_project):
    class Counting(Disk):
        reads = 0

        def lock(self, path):
            self.reads += 1
            return super().lock(path)

    make_project(tmp_path, {"pyproject.toml": PROJECT, "uv.lock": LOCK.format("4.2.16")})
    disk, buffers = Counting(), {}
    files = CachedFileSystem(disk)
    cache = ManifestCache(Overlay(files, buffers))

    def versions():
        (lock,) = load_project(tmp_path, cache, tmp_path).manifests[0].locks
        return lock.versions["django"]

    assert versions() == ("4.2.16",)
    buffers[tmp_path / "pyproject.toml"] = PROJECT.replace(">=4", ">=5")
    assert versions() == ("4.2.16",)
    assert disk.reads == 1, "a keystroke must not touch the disk"
    make_project(tmp_path, {"uv.lock": LOCK.format("5.2")})
    os.utime(tmp_path / "uv.lock", ns=(1, 1))
    files.forget(tmp_path / "pyproject.toml")
    assert versions() == ("5.2",)


def test_an_unchanged_lock_file_is_not_read_again(tmp_path, make_project):
    make_project(tmp_path, {"uv.lock": LOCK.format("4.2.16")})
    assert Disk().lock(tmp_path / "uv.lock") is Disk().lock(tmp_path / "uv.lock")
    assert Disk().lock(tmp_path / "poetry.lock") is None


PIPFILE = '{"default": {"django": {"version": "==5.1"}, "asgiref": {"version": "==3.8"}}}'
BOTH = LOCK.format("4.2.16") + '\n[[package]]\nname = "asgiref"\nversion = "3.8.1"\n'


@pytest.fixture
def origins(tmp_path, make_project):
    """Return a function that writes files and returns the origins in requirements.txt."""

    def run(files):
        project = load_project(make_project(tmp_path, files), Disk(), tmp_path)
        (manifest,) = [m for m in project.manifests if m.source.path.name == "requirements.txt"]
        return {item.name: item.origin.value for item in manifest.requirements}

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
def test_requirements_exported_from_a_lock_file_are_indirect(origins, files):
    versions = ("5.1", "3.8") if "Pipfile" in files else ("4.2.16", "3.8.1")
    text = "django=={}\nasgiref=={} ; python_version >= '3.8'\n".format(*versions)
    assert origins({**files, "requirements.txt": text}) == {"django": "via", "asgiref": "via"}


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("django==4.2.16\nasgiref==3.7\n", {}),  # another version
        ("django==4.2.16\nasgiref\n", {}),  # no version
        ("django==4.2.16\nflask==3.1\n", {}),  # not in the lock
        (
            "django==4.2.16\n",
            {"pyproject.toml": "[tool.x]\ny = 1\n"},
        ),  # a source without requirements
        (
            "django==4.2.16\n",
            {"uv.lock": "", "Pipfile.lock": PIPFILE},
        ),  # a lock file without its source
    ],
)
def test_other_requirements_files_are_direct(origins, text, changes):
    files = {"pyproject.toml": PROJECT, "uv.lock": BOTH, **changes, "requirements.txt": text}
    assert set(origins(files).values()) == {"direct"}
