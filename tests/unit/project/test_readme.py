"""Which file is a project's README, and what of it is read."""

import os

import pytest

from framesage.manifests.readme import preferred_readme
from framesage.project import CachedFileSystem, Disk, ManifestCache, Overlay, load_project
from framesage.project.filesystem import HEAD
from framesage.project.readme import may_be_readme

LIST = {"requirements.txt": "flask\n"}


@pytest.fixture
def title(tmp_path, make_project):
    """Write files, and return the title of the project's README, or None if it has no README."""

    def run(files, root="."):
        make_project(tmp_path, files)
        readme = load_project(tmp_path / root, Disk(), tmp_path).readme
        if readme is None:
            return None
        return next((found.value for found in readme.metadata if found.key == "title"), "")

    return run


@pytest.mark.parametrize(
    ("names", "preferred"),
    [
        (["README.md", "README.rst", "README"], "README.md"),
        (["readme.RST", "Readme.txt"], "readme.RST"),
        (["README", "README.txt"], "README.txt"),
        (["Readme.Markdown"], "Readme.Markdown"),
        (["README.de.md", "README_CN.md", "README.png", "readme_media", "READ.md"], None),
        ([], None),
    ],
)
def test_the_name_decides_between_several_readmes(names, preferred):
    assert preferred_readme(names) == preferred


@pytest.mark.parametrize(
    "manifest",
    [
        {"pyproject.toml": '[project]\nname = "x"\nreadme = "docs/intro.md"\n'},
        {"pyproject.toml": '[project]\nname = "x"\nreadme = {file = "docs/intro.md"}\n'},
        {"pyproject.toml": '[project]\nname = "x"\n[project.readme]\nfile = "docs/intro.md"\n'},
        {"pyproject.toml": '[tool.poetry]\nname = "x"\nreadme = "docs/intro.md"\n'},
        {"pyproject.toml": '[tool.poetry]\nname = "x"\nreadme = ["docs/intro.md", "b.md"]\n'},
        {
            "pyproject.toml": '[project]\nname = "x"\ndynamic = ["readme"]\n'
            '[tool.setuptools.dynamic]\nreadme = {file = ["docs/intro.md", "b.md"]}\n'
        },
        {"setup.cfg": "[metadata]\nname = x\nlong_description = file: docs/intro.md, b.md\n"},
        {"pixi.toml": '[workspace]\nname = "x"\nreadme = "docs/intro.md"\n'},
    ],
    ids=lambda files: "".join(files),
)
def test_a_dependency_file_names_the_readme(title, manifest):
    assert title({**manifest, "docs/intro.md": "# Named\n", "README.md": "# Root\n"}) == "Named"


def test_without_the_named_file_it_is_the_one_in_the_root(title):
    files = {"pyproject.toml": '[project]\nname = "x"\nreadme = "missing.md"\n'}
    assert title({**files, "README.rst": "Root\n====\n"}) == "Root"


def test_text_instead_of_a_file_is_no_path(title):
    files = {"pyproject.toml": '[project]\nname = "x"\nreadme = {text = "# Shop"}\n'}
    assert title(files) is None


def test_a_readme_beyond_the_boundary_is_not_read(tmp_path, make_project):
    manifest = '[project]\nname = "x"\nreadme = "../README.md"\n'
    make_project(tmp_path, {"app/pyproject.toml": manifest, "README.md": "# Outside\n"})
    assert load_project(tmp_path / "app", Disk(), tmp_path).readme is not None
    assert load_project(tmp_path / "app", Disk(), tmp_path / "app").readme is None


def test_a_readme_is_that_of_its_own_folder(title):
    assert title({**LIST, "docs/README.md": "# Docs\n"}) is None
    assert title({"api/requirements.txt": "flask\n", "README.md": "# Root\n"}, "api") is None


def test_a_script_has_no_readme(tmp_path, make_project):
    script = '# /// script\n# dependencies = ["flask"]\n# ///\n'
    make_project(tmp_path, {"tool.py": script, "README.md": "# Tools\n"})
    project = load_project(tmp_path / "tool.py", Disk(), tmp_path)
    assert project.script
    assert project.readme is None
    assert not may_be_readme(tmp_path / "README.md", project)


@pytest.mark.parametrize("setting", ["readme = false", 'exclude = ["README.md"]'])
def test_settings_switch_it_off(title, setting):
    assert title({**LIST, "README.md": "# Shop\n"}) == "Shop"
    assert title({"framesage.toml": f"{setting}\n"}) is None


def test_it_is_no_dependency_file(tmp_path, make_project):
    make_project(tmp_path, {**LIST, "README.txt": "Shop\n====\n\nflask\ndjango\n"})
    project = load_project(tmp_path, Disk(), tmp_path)
    assert [manifest.source.path.name for manifest in project.manifests] == ["requirements.txt"]


def test_only_the_beginning_is_read(tmp_path, make_project):
    text = "# Shop\n\n" + "x" * HEAD + "\n\nSell books here, please.\n" + "y" * 1_000_000
    make_project(tmp_path, {**LIST, "README.md": text})
    readme = load_project(tmp_path, Disk(), tmp_path).readme
    assert readme.source.text == text[:HEAD]
    assert readme.metadata[0].value == "Shop"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbf# Shop\n", "Shop"),
        (b"\xff\xfe" + "# Shop\n".encode("utf-16-le"), "Shop"),
        (b"# Caf\xe9 shop\n", "Caf\ufffd shop"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", None),
        (("# Shop\n\n" + "é" * HEAD).encode(), "Shop"),
        (b"", ""),
    ],
    ids=["mark", "utf-16", "latin-1", "picture", "half a character", "empty"],
)
def test_other_encodings(title, data, expected):
    assert title({**LIST, "README.md": data}) == expected


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_folder_a_loop_or_a_broken_link_is_no_readme(tmp_path, title):
    (tmp_path / "README.md").mkdir()
    assert title(LIST) is None
    (tmp_path / "README.rst").symlink_to("README.rst")
    assert title(LIST) is None
    (tmp_path / "README.rst").unlink()
    (tmp_path / "README.rst").symlink_to("missing.rst")
    assert title(LIST) is None


def test_an_open_readme_counts(tmp_path, make_project):
    make_project(tmp_path, {**LIST, "README.md": "# Shop\n"})
    buffers = {tmp_path / "README.md": "# Blog\n" + "é" * HEAD}
    cache = ManifestCache(Overlay(CachedFileSystem(Disk()), buffers))
    readme = load_project(tmp_path, cache, tmp_path).readme
    assert readme.metadata[0].value == "Blog"
    assert len(readme.source.text.encode()) in (HEAD, HEAD - 1)
    buffers.clear()
    assert load_project(tmp_path, cache, tmp_path).readme.metadata[0].value == "Shop"


def test_metadata_is_that_of_all_files_without_repetitions(tmp_path, make_project):
    files = {
        "pyproject.toml": '[project]\nname = "shop"\ndescription = "A web  shop"\n',
        "setup.cfg": "[metadata]\nname = shop\ndescription = a web shop\nkeywords = shop\n",
        "README.md": "# Shop\n\nSell books here.\n",
    }
    project = load_project(make_project(tmp_path, files), Disk(), tmp_path)
    found = [(file.source.path.name, entry.key, entry.value) for file, entry in project.metadata()]
    assert found == [
        ("pyproject.toml", "name", "shop"),
        ("pyproject.toml", "description", "A web  shop"),
        ("setup.cfg", "keyword", "shop"),
        ("README.md", "title", "Shop"),
        ("README.md", "readme", "Sell books here."),
    ]
