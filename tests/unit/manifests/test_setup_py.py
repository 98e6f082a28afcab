"""setup.py: literals, names, joined lists, opened files; syntax errors; never executed."""

import pytest

from framesage.manifests.model import Purpose
from framesage.manifests.setuppy.evaluator import MAX_ITEMS

TEXT = """\
from setuptools import setup

BASE = ["Django>=4.2 ; python_version > '3.8'", r"httpx[http2]"]
extras = {"test": ["pytest"], "postgres": ["psycopg2"], ":python_version<'3'": ["futures"]}

setup(
    name="shop",
    description="Ein Läden 🛒", keywords="web, shop two",
    install_requires=BASE + ["🛒", "gunicorn"],  # framesage: ignore[x] ok
    tests_require=("coverage",),
    extras_require=extras,
    python_requires=">=3.8",
    classifiers=["Framework :: Django"],
)
"""


@pytest.fixture
def manifest(read_as):
    return read_as("setup.py", TEXT)


def includes(manifest):
    return [include.target for include in manifest.includes]


def test_requirements_and_their_groups(manifest):
    found = [(r.name, r.group.purpose, r.group.name) for r in manifest.requirements]
    assert found == [
        ("django", Purpose.RUNTIME, ""),
        ("httpx", Purpose.RUNTIME, ""),
        ("gunicorn", Purpose.RUNTIME, ""),
        ("coverage", Purpose.DEVELOPMENT, "tests"),
        ("pytest", Purpose.DEVELOPMENT, "test"),
        ("psycopg2", Purpose.OPTIONAL, "postgres"),
        ("futures", Purpose.RUNTIME, ""),
    ]


def test_ranges_count_code_points_and_exclude_the_quotes(manifest, text_at):
    texts = {r.name: text_at(manifest, r.range) for r in manifest.requirements}
    assert texts["django"] == "Django>=4.2 ; python_version > '3.8'"
    assert texts["httpx"] == "httpx[http2]"
    assert texts["gunicorn"] == "gunicorn"
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"


def test_project_metadata(manifest, text_at):
    assert [(entry.key, entry.value) for entry in manifest.metadata] == [
        ("name", "shop"),
        ("description", "Ein Läden 🛒"),
        ("keyword", "web"),
        ("keyword", "shop two"),
        ("requires-python", ">=3.8"),
        ("classifier", "Framework :: Django"),
    ]
    assert all(text_at(manifest, entry.range) == entry.value for entry in manifest.metadata)


def test_arguments_from_a_dictionary(read_as, text_at):
    text = 'config = {"install_requires": ["flask"]}\nsetup(**config, **{"name": "shop"})\n'
    manifest = read_as("setup.py", text)
    assert [r.name for r in manifest.requirements] == ["flask"]
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"
    assert manifest.metadata[0].value == "shop"


@pytest.mark.parametrize(
    "text",
    [
        'setup(install_requires=read("base.txt").splitlines())',
        'setup(install_requires=[l.strip() for l in open("base.txt") if l])',
        'with open("README.txt") as f:\n  t = f.read()\nwith open("base.txt") as f:\n'
        "  reqs = f.read().split()\nsetup(install_requires=reqs)",
        'def reqs(name):\n  return open(name)\nsetup(install_requires=reqs("base.txt"))',
        'with open("base.txt") as f:\n  reqs = list(f)\nwith open("README.rst") as f:\n'
        "  t = f.read()\nsetup(install_requires=reqs)",
    ],
)
def test_opened_files_are_includes(read_as, text_at, text):
    manifest = read_as("setup.py", text)
    assert includes(manifest) == ["base.txt"]
    assert text_at(manifest, manifest.includes[0].range) == "base.txt"
    assert not manifest.requirements


@pytest.mark.parametrize(
    "path", ['os.path.join(here, "reqs", "base.in")', 'Path(__file__).parent / "reqs" / "base.in"']
)
def test_path_with_several_steps(read_as, path):
    manifest = read_as("setup.py", f"setup(install_requires=parse(open({path})))")
    assert includes(manifest) == ["reqs/base.in"]


def test_strings_in_other_calls_are_not_requirements(read_as):
    text = 'name = "shop"\nsetup(name=name, install_requires=find(name, "utf-8"))\n'
    manifest = read_as("setup.py", text)
    assert not manifest.requirements
    assert not manifest.includes


def test_name_bound_to_itself(read_as):
    text = 'a = a + ["flask"]\nb = c\nc = b\nsetup(install_requires=a + b)\n'
    assert [r.name for r in read_as("setup.py", text).requirements] == ["flask"]


def test_names_that_double_are_read_once(read_as):
    lines = [f"a{n + 1} = a{n} + a{n}" for n in range(60)]
    text = "\n".join(['a0 = ["flask"]', *lines, "setup(install_requires=a60)"])
    assert [r.name for r in read_as("setup.py", text).requirements] == ["flask"]


def test_names_that_grow_stay_short(read_as):
    first = "a = [" + ", ".join(f"'p{n}'" for n in range(1000)) + "]"
    text = "\n".join([first, *["a = a + a"] * 100, "setup(install_requires=a)"])
    assert len(read_as("setup.py", text).requirements) == MAX_ITEMS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('a = ["x"]\na = a + ["z"]\nsetup(install_requires=a)\n', "x z"),
        ('a = ["x"]\na = [\n  *a,\n  "y",\n]\nsetup(install_requires=a)\n', "x y"),
        ('a: list[str] = ["x"]\ndef main():\n  setup(install_requires=a)\n', "x"),
        ('setup(install_requires=["x==" + "2.0", "y", "z==%s" % V, "v" + V])\n', "y"),
    ],
)
def test_joined_lists_and_names(read_as, text, names):
    assert [r.name for r in read_as("setup.py", text).requirements] == names.split()


@pytest.mark.parametrize(
    "value",
    [
        '"x y".split()',
        '[name for name in ["x", "y"]]',
        'f"{name}"',
        '["x"] if windows else ["y"]',
        "read_lines()",
        'open(f"{folder}/base.txt")',
    ],
)
def test_computed_values_are_ignored(read_as, value):
    manifest = read_as("setup.py", f"setup(install_requires={value})")
    assert not manifest.requirements
    assert not manifest.includes


def test_comprehensions_with_the_same_variable(read_as):
    text = """\
first = [line.strip() for line in open("first.txt")]
second = [
    line.strip()
    for line in open("second.txt")
]
setup(install_requires=second)
"""
    assert includes(read_as("setup.py", text)) == ["second.txt"]


def test_condition_in_the_key_of_an_extra_is_a_marker(read_as):
    text = 'setup(extras_require={"web:os_name==\'nt\'": ["x"], ":os_name==\'nt\'": ["y"]})\n'
    found = read_as("setup.py", text).requirements
    assert [(r.group.name, r.marker) for r in found] == [
        ("web", "os_name=='nt'"),
        ("", "os_name=='nt'"),
    ]


def test_string_with_several_lines(read_as):
    text = 'setup(install_requires="""\nflask>=2\nredis\n""")\n'
    assert [(r.name, r.specifier) for r in read_as("setup.py", text).requirements] == [
        ("flask", ">=2"),
        ("redis", ""),
    ]


def test_main_list_is_read_despite_a_syntax_error(read_as, text_at):
    text = 'setup(\n  install_requires=[\n    "Django>=4",  # "no"\n    "cel\n  ],\n  x=["y"],\n'
    manifest = read_as("setup.py", text)
    assert [r.name for r in manifest.requirements] == ["django", "cel"]
    assert text_at(manifest, manifest.requirements[0].range) == "Django>=4"
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"


def test_file_is_never_executed(read_as, tmp_path):
    mark = tmp_path / "mark"
    read_as("setup.py", f"open({str(mark)!r}, 'w')\nsetup(install_requires=[open({str(mark)!r})])")
    assert not mark.exists()


@pytest.mark.parametrize("text", ["x = '\\d'\n", "\0", "(" * 5000, "a" + "+a" * 20000, "\ud800"])
def test_odd_text_gives_no_requirements(read_as, text):
    assert not read_as("setup.py", text).requirements


@pytest.mark.parametrize("end", range(0, len(TEXT), 5))
def test_every_prefix_is_read(read_as, end):
    whole = {r.name for r in read_as("setup.py", TEXT).requirements}
    cut = [r.name for r in read_as("setup.py", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= whole
