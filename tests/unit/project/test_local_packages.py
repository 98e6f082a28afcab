"""What packages of the same repository bring, and what cannot be read."""

import pytest

from framesage.manifests.model import Purpose
from framesage.project import CachedFileSystem, Disk, ManifestCache, load_project
from framesage.project.local_packages import MAX_FILES

RUNTIME, OPTIONAL, DEVELOPMENT = Purpose.RUNTIME, Purpose.OPTIONAL, Purpose.DEVELOPMENT
LAMPS = """\
[project]
name = "lamps"
dependencies = ["flask-limiter"]
[project.optional-dependencies]
mail = ["flask-mailman"]
test = ["pytest"]
[dependency-groups]
web = ["gunicorn"]
"""


def package(name, *requirements):
    listed = ", ".join(f'"{requirement}"' for requirement in requirements)
    return f'[project]\nname = "{name}"\ndependencies = [{listed}]\n'


@pytest.fixture
def load(tmp_path, make_project):
    def build(files, root="shop", boundary="."):
        make_project(tmp_path, files)
        return load_project(tmp_path / root, Disk(), tmp_path / boundary)

    return build


def brought(project):
    return {
        requirement.name: requirement.group.purpose
        for found in project.local.brought
        for requirement in found.manifest.requirements
    }


def unread(project):
    return [
        edge.manifest.source.line(edge.range.start.line)[
            edge.range.start.character : edge.range.end.character
        ]
        for edge in project.local.unread
    ]


POETRY = '[tool.poetry.dependencies]\nlamps = { path = "../lamps", develop = true }\n'
UV = package("shop", "lamps") + '[tool.uv.sources]\nlamps = { path = "../lamps" }\n'
UV_MARKERS = package("shop", "lamps") + (
    "[tool.uv.sources]\nlamps = [{ path = '../lamps', marker = \"os_name == 'posix'\" }]\n"
)
PIPFILE = '[packages]\nlamps = { path = "./../lamps", editable = true }\n'
PIXI = '[pypi-dependencies]\nlamps = { path = "../lamps" }\n'
CONDA = "dependencies:\n  - python\n  - pip:\n    - -e ../lamps\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "-e ../lamps"),
        ("requirements.txt", "--editable=../lamps  # ours"),
        ("requirements.txt", "../lamps"),
        ("requirements.txt", "lamps @ file:../lamps"),
        ("requirements.txt", "-e file:../lamps#egg=lamps"),
        ("pyproject.toml", package("shop", "lamps @ file:///${PROJECT_ROOT}/../lamps")),
        ("pyproject.toml", package("shop", "lamps @ {root:parent:uri}/lamps")),
        ("pyproject.toml", POETRY),
        ("pyproject.toml", UV),
        ("pyproject.toml", UV_MARKERS),
        ("Pipfile", PIPFILE),
        ("pixi.toml", PIXI),
        ("environment.yml", CONDA),
        ("setup.cfg", "[options]\ninstall_requires =\n    lamps @ file:../lamps\n"),
        ("setup.py", "setup(install_requires=['lamps @ file:../lamps'])"),
    ],
)
def test_the_main_list_of_a_package_in_a_folder_counts(load, name, text):
    project = load({f"shop/{name}": text, "lamps/pyproject.toml": LAMPS})
    assert brought(project) == {"flask-limiter": RUNTIME}
    assert unread(project) == []
    assert [project.relative(path) for path in project.edges]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"setup.cfg": "[options]\ninstall_requires = flask-wtf"}, {"flask-wtf": RUNTIME}),
        ({"setup.py": "setup(install_requires=['flask-wtf'])"}, {"flask-wtf": RUNTIME}),
        (
            {
                "setup.cfg": "[options]\ninstall_requires = file: needs.txt",
                "needs.txt": "-r more.txt",
                "more.txt": "flask-wtf",
            },
            {"flask-wtf": RUNTIME},
        ),
        (
            {"pyproject.toml": '[tool.poetry.dependencies]\nflask-wtf = "*"'},
            {"flask-wtf": RUNTIME},
        ),
    ],
)
def test_a_package_can_have_any_format(load, files, expected):
    files = {f"lamps/{name}": text for name, text in files.items()}
    project = load({"shop/requirements.txt": "-e ../lamps", **files})
    assert brought(project) == expected


def test_extras_of_a_package_count_if_they_are_asked_for(load):
    files = {"shop/requirements.txt": "-e ../lamps[Mail]", "lamps/pyproject.toml": LAMPS}
    assert brought(load(files)) == {"flask-limiter": RUNTIME, "flask-mailman": RUNTIME}


def test_extras_of_the_project_itself_count_as_what_the_list_is_for(load):
    files = {
        "shop/requirements.txt": "-e .[mail]",
        "shop/requirements-dev.txt": "-e .[test]",
        "shop/pyproject.toml": LAMPS,
    }
    project = load(files)
    found = brought(project)
    assert (found["flask-mailman"], found["pytest"]) == (RUNTIME, DEVELOPMENT)
    assert (project.edges, unread(project)) == ({}, [])


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ('[project.optional-dependencies]\nlight = ["lamps @ file:../lamps"]\n', OPTIONAL),
        ('[dependency-groups]\ntest = ["lamps @ file:../lamps"]\n', DEVELOPMENT),
        ('[dependency-groups]\nserver = ["lamps @ file:../lamps"]\n', RUNTIME),
    ],
)
def test_what_a_package_brings_counts_as_what_the_list_is_for(load, text, purpose):
    project = load({"shop/pyproject.toml": text, "lamps/pyproject.toml": LAMPS})
    assert brought(project) == {"flask-limiter": purpose}


WORKSPACES = [
    '[tool.uv.workspace]\nmembers = ["parts/*", "apps/**"]\nexclude = ["parts/old-*"]\n',
    '[tool.rye.workspace]\nmembers = ["./parts/lamps", "parts/bulbs", "apps/shop"]\n',
    '[tool.hatch.envs.default]\nworkspace.members = ["parts/*", { path = "apps/shop" }]\n'
    'workspace.exclude = ["parts/old-*"]\n',
]


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_members_of_the_workspace_are_known_by_name(load, workspace):
    files = {
        "pyproject.toml": workspace,
        "apps/shop/pyproject.toml": package("shop", "Lamps[mail]", "requests", "shop"),
        "parts/lamps/pyproject.toml": LAMPS + 'x = ["bulbs"]\n',
        "parts/old-lamps/pyproject.toml": package("requests", "flask-old"),
        "parts/bulbs/pyproject.toml": package("bulbs", "flask-wtf"),
    }
    project = load(files, "apps/shop")
    assert brought(project) == {"flask-limiter": RUNTIME, "flask-mailman": RUNTIME}


def test_packages_that_a_package_requires_are_followed_once(load):
    files = {
        "shop/requirements.txt": "-e ../a",
        "a/pyproject.toml": package("a", "flask", "b @ file:../b", "shop @ file:../shop"),
        "b/pyproject.toml": package("b", "flask-wtf", "a @ file:../a"),
        "shop/setup.cfg": "[options]\ninstall_requires = requests\n",
    }
    project = load(files)
    assert brought(project) == dict.fromkeys(("flask", "b", "shop", "flask-wtf", "a"), RUNTIME)
    assert len(project.local.brought) == 2


def test_sources_of_the_workspace_hold_for_its_members(load):
    root = '[tool.uv.workspace]\nmembers = ["apps/*"]\n[tool.uv.sources]\nlamps.path = "lamps"\n'
    files = {
        "pyproject.toml": root,
        "apps/shop/pyproject.toml": package("shop", "lamps"),
        "lamps/pyproject.toml": LAMPS,
    }
    assert brought(load(files, "apps/shop")) == {"flask-limiter": RUNTIME}


@pytest.mark.parametrize(
    "line",
    [
        "-r gone.txt",
        "-r https://example.com/base.txt",
        "-r ${HERE}/base.txt",
        "-e ../gone",
        "./gone",
        "-e ../empty",
        "-e ../tools",
        "-e ../../outside",
        "-e file:///nowhere/gone",
        "git+https://example.com/ours/lamps.git",
    ],
)
def test_what_cannot_be_read_is_known(load, line):
    files = {
        "repo/shop/requirements.txt": f"flask\n{line}\n",
        "repo/empty/notes.txt": "",
        "repo/tools/pyproject.toml": "[tool.black]\nline-length = 100\n",
        "outside/pyproject.toml": LAMPS,
    }
    project = load(files, "repo/shop", "repo")
    assert brought(project) == {}
    assert unread(project) == [line.split()[-1]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements-dev.txt", "-r gone.txt\n-e ../gone"),
        ("requirements.txt", "-c gone.txt\nflask @ git+https://example.com/flask.git"),
        ("requirements.txt", "./wheels/flask-3.1-py3-none-any.whl"),
        ("pyproject.toml", '[project.optional-dependencies]\nx = ["y @ file:../gone"]\n'),
    ],
)
def test_only_what_is_needed_to_run_can_be_missing(load, name, text):
    assert unread(load({"shop/setup.cfg": "[metadata]\nname = shop\n", f"shop/{name}": text})) == []


def test_an_unknown_member_of_the_workspace_is_unread(load):
    files = {
        "pyproject.toml": '[tool.uv.workspace]\nmembers = ["shop"]\n',
        "shop/pyproject.toml": package("shop", "lamps")
        + "[tool.uv.sources]\nlamps = { workspace = true }\n",
    }
    assert unread(load(files)) == ["lamps"]


@pytest.mark.parametrize("pattern", ["../**", "**/..", "", "[", "***", "/", "**/**/**"])
def test_odd_patterns_of_members_are_harmless(load, pattern):
    files = {
        "repo/pyproject.toml": f'[tool.uv.workspace]\nmembers = ["{pattern}"]\n',
        "repo/shop/pyproject.toml": package("shop", "lamps", "flask"),
        "lamps/pyproject.toml": LAMPS,
    }
    assert brought(load(files, "repo/shop", "repo")) == {}


def test_linked_folders_lead_neither_out_of_the_repository_nor_in_circles(load, tmp_path):
    (tmp_path / "repo/shop").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/pyproject.toml").write_text(LAMPS)
    (tmp_path / "repo/lamps").symlink_to(tmp_path / "outside")
    (tmp_path / "repo/loop").symlink_to(tmp_path / "repo")
    (tmp_path / "repo/self").symlink_to("self")
    files = {
        "repo/pyproject.toml": '[tool.uv.workspace]\nmembers = ["**"]\n',
        "repo/shop/requirements.txt": "-e ../lamps\n-e ../self\n-e ../loop/loop/other",
        "repo/other/pyproject.toml": package("other", "flask-wtf"),
    }
    project = load(files, "repo/shop", "repo")
    assert unread(project) == ["../lamps", "../self"]
    assert brought(project) == {"flask-wtf": RUNTIME}


def test_a_project_follows_a_limited_number_of_files(load):
    many = range(MAX_FILES + 50)
    files = {
        f"p{number}/pyproject.toml": package(f"p{number}", f"p{number + 1} @ file:../p{number + 1}")
        for number in many
    }
    project = load({"shop/requirements.txt": "-e ../p0", **files})
    assert len(project.local.brought) == MAX_FILES
    assert unread(project) == ["../p0"]


def test_a_keystroke_does_not_read_the_disk(tmp_path, make_project, monkeypatch):
    make_project(
        tmp_path,
        {
            "pyproject.toml": WORKSPACES[0],
            "apps/shop/pyproject.toml": package("shop", "lamps", "x @ file:../gone"),
            "parts/lamps/pyproject.toml": LAMPS,
        },
    )
    cache = ManifestCache(CachedFileSystem(Disk()))
    before = load_project(tmp_path / "apps/shop", cache, tmp_path)
    for method in ("text", "entries", "real_path", "head", "lock"):
        monkeypatch.setattr(Disk, method, lambda *_: pytest.fail("the disk was read"))
    after = load_project(tmp_path / "apps/shop", cache, tmp_path)
    assert brought(after) == brought(before) == {"flask-limiter": RUNTIME}


@pytest.mark.parametrize(("text", "expected"), [("[options]\n", []), ("[flake8]\n", ["../lib"])])
def test_a_setup_cfg_with_options_requires_nothing(load, text, expected):
    files = {"repo/shop/requirements.txt": "flask\n-e ../lib\n", "repo/lib/setup.cfg": text}
    assert unread(load(files, "repo/shop", "repo")) == expected
