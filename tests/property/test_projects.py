"""Properties of projects in any folder tree with any includes."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from framesage.project import DirEntry, ManifestCache, discover, load_project, project_root_of
from framesage.project.folder_names import is_ignored

ROOT = Path("workspace").absolute()
FOLDERS = ["a", "docs", "tests", "scripts", "requirements", "pip", "node_modules", ".venv"]
FILES = ["requirements.txt", "requirements.in", "pyproject.toml", "base.txt", "constraints.txt"]
TEXTS = ["", "flask\n", "[tool.black]\n", '[project]\nname = "x"\ndependencies = ["django"]\n']
TEXTS += [
    '[project]\nname = "y"\ndependencies = ["x", "z @ file:../a"]\n',
    '[tool.uv.workspace]\nmembers = ["**"]\nexclude = ["pip"]\n[tool.uv.sources]\n"x".path = "a"\n',
]

paths = st.builds(
    lambda folders, file: "/".join([*folders, file]),
    st.lists(st.sampled_from(FOLDERS), max_size=3),
    st.sampled_from(FILES),
)
targets = st.one_of(paths, paths.map("../".__add__), st.sampled_from(["..", ".", "a", "/", "x\0"]))
includes = st.builds("{} {}\n".format, st.sampled_from(["-r", "-c", "-e"]), targets)
texts = st.builds("".join, st.tuples(st.sampled_from(TEXTS), includes, includes)) | st.sampled_from(
    TEXTS
)
trees = st.dictionaries(paths, texts, max_size=8)


class Memory:
    """A file system in memory."""

    def __init__(self, tree: Mapping[str, str]) -> None:
        self.texts = {ROOT / path: text for path, text in tree.items()}

    def text(self, path):
        return self.texts.get(path)

    def head(self, path):
        return self.texts.get(path)

    def read_error(self, path):
        return ""

    def entries(self, folder):
        below = [path.relative_to(folder) for path in self.texts if path.is_relative_to(folder)]
        names = {path.parts[0]: len(path.parts) > 1 for path in below if path.parts}
        return tuple(DirEntry(name, is_folder) for name, is_folder in sorted(names.items()))

    def real_path(self, path):
        return path

    def named_in(self, folder):
        return frozenset()


def projects(cache):
    return [load_project(root, cache, ROOT) for root in discover(ROOT, cache)]


@given(trees)
def test_project_root_of_a_manifest_reads_it(tree):
    cache = ManifestCache(Memory(tree))
    read = {project.root: {m.source.path for m in project.manifests} for project in projects(cache)}
    for root, manifests in read.items():
        for path in manifests:
            if path.is_relative_to(root) and not any(map(is_ignored, path.relative_to(root).parts)):
                assert path in read[project_root_of(path, cache, ROOT)]


@given(trees)
def test_project_roots_of_files_are_discovered(tree):
    cache = ManifestCache(Memory(tree))
    roots = set(discover(ROOT, cache))
    for path in cache.files.texts:
        found = project_root_of(path, cache, ROOT)
        assert found is None or (found in roots and path.is_relative_to(found))


@given(trees)
def test_projects_have_distinct_manifests(tree):
    for project in projects(ManifestCache(Memory(tree))):
        paths = [manifest.source.path for manifest in project.manifests]
        assert len(paths) == len(set(paths)) > 0


@given(trees)
def test_warm_cache_gives_the_same_projects(tree):
    cache = ManifestCache(Memory(tree))
    assert projects(cache) == projects(cache) == projects(Memory(tree))


@given(trees, paths, texts)
def test_changed_file_gives_the_same_as_a_new_cache(tree, path, text):
    files = Memory(tree)
    cache = ManifestCache(files)
    projects(cache)
    files.texts[ROOT / path] = text
    cache.forget_links()
    assert projects(cache) == projects(Memory({**tree, path: text}))
