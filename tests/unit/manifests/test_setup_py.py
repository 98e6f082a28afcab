"""setup.py: literals, names, concatenation, files that it opens; half-typed; never run."""

import pytest

from framesage.manifests.model import Purpose

TEXT = """\
import sys
from setuptools import setup

BASE = ["Django>=4.2 ; python_version > '3.8'", r"httpx[http2]"]
extras = {"test": ["pytest"], "postgres": ["psycopg2"], ":python_version<'3'": ["futures"]}
BASE += ["celery"]
if sys.platform == "win32":
    BASE.append("pywin32")

setup(
    name="shop",
    description="Ein Läden 🛒", keywords="web, shop two",
    install_requires=BASE + ["🛒", "gunicorn"],  # framesage: ignore[x] ok
    tests_require=list(("coverage",)),
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
        ("celery", Purpose.RUNTIME, ""),
        ("pywin32", Purpose.RUNTIME, ""),
        ("gunicorn", Purpose.RUNTIME, ""),
        ("coverage", Purpose.DEVELOPMENT, "tests"),
        ("pytest", Purpose.DEVELOPMENT, "test"),
        ("psycopg2", Purpose.OPTIONAL, "postgres"),
        ("futures", Purpose.RUNTIME, ""),
    ]


def test_ranges_count_code_points_and_leave_the_quotes(manifest, text_at):
    texts = {r.name: text_at(manifest, r.range) for r in manifest.requirements}
    assert texts["django"] == "Django>=4.2 ; python_version > '3.8'"
    assert texts["httpx"] == "httpx[http2]"
    assert texts["gunicorn"] == "gunicorn"
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"


def test_what_the_project_says_of_itself(manifest, text_at):
    said = [(one.key, one.value) for one in manifest.metadata]
    assert said == [
        ("name", "shop"),
        ("description", "Ein Läden 🛒"),
        ("keyword", "web"),
        ("keyword", "shop two"),
        ("requires-python", ">=3.8"),
        ("classifier", "Framework :: Django"),
    ]
    assert all(text_at(manifest, one.range) == one.value for one in manifest.metadata)


def test_a_dictionary_of_arguments(read_as, text_at):
    text = 'config = {"install_requires": ["flask"]}\nsetup(**config, **dict(name="shop"))\n'
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
        'def reqs():\n  with open("base.txt") as f:\n    return f.readlines()\n'
        "setup(install_requires=reqs())",
        'found = []\nfor line in open("base.txt"):\n  found.append(line)\n'
        "setup(install_requires=found)",
    ],
)
def test_files_that_it_opens_are_includes(read_as, text_at, text):
    manifest = read_as("setup.py", text)
    assert includes(manifest) == ["base.txt"]
    assert text_at(manifest, manifest.includes[0].range) == "base.txt"
    assert not manifest.requirements


@pytest.mark.parametrize(
    "path", ['os.path.join(here, "reqs", "base.in")', 'Path(__file__).parent / "reqs" / "base.in"']
)
def test_paths_in_steps(read_as, path):
    manifest = read_as("setup.py", f"setup(install_requires=parse(open({path})))")
    assert includes(manifest) == ["reqs/base.in"]


def test_words_of_other_calls_are_no_requirements(read_as):
    text = 'name = "shop"\nsetup(name=name, install_requires=find(name, "utf-8"))\n'
    manifest = read_as("setup.py", text)
    assert not manifest.requirements
    assert not manifest.includes


def test_a_name_bound_to_itself(read_as):
    text = 'a = a + ["flask"]\nb = c\nc = b\nsetup(install_requires=a + b)\n'
    assert [r.name for r in read_as("setup.py", text).requirements] == ["flask"]


def test_names_that_double_are_read_once(read_as):
    lines = [f"a{n} = a{n + 1} + a{n + 1}" for n in range(60)]
    text = "\n".join([*lines, 'a60 = ["flask"]', "setup(install_requires=a0)"])
    assert [r.name for r in read_as("setup.py", text).requirements] == ["flask"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('a = ["x"]\na.append("y")\na = a + ["z"]\nsetup(install_requires=a)\n', "x y z"),
        ('a = ["x"]\na = [\n  *a,\n  "y",\n]\nsetup(install_requires=a)\n', "x y"),
        ('setup(install_requires="x>=2 y".split())\n', "x y"),
        ('setup(install_requires="x>=2, y".split(","))\n', "x y"),
        ('A = """\nx\ny\n"""\nsetup(install_requires=A.strip().split("\\n"))\n', "x y"),
        ('setup(install_requires=["x==" + "2.0", "y", "z==%s" % V, "v" + V])\n', "y"),
        ('setup(install_requires=[one for one in ["x", "y"] if one])\n', "x y"),
    ],
)
def test_lists_made_step_by_step(read_as, text, names):
    assert [r.name for r in read_as("setup.py", text).requirements] == names.split()


def test_each_comprehension_reads_its_own_file(read_as):
    text = """\
first = [line.strip() for line in open("first.txt")]
second = [
    line.strip()
    for line in open("second.txt")
]
setup(install_requires=second)
"""
    assert includes(read_as("setup.py", text)) == ["second.txt"]


def test_files_named_in_a_list(read_as):
    text = """\
wanted = []
for name in ["requirements/base.txt", "requirements/web.txt"]:
    with open(here + "/" + name) as file:
        wanted += file.read().splitlines()
setup(install_requires=wanted)
"""
    manifest = read_as("setup.py", text)
    assert includes(manifest) == ["requirements/base.txt", "requirements/web.txt"]
    assert not manifest.requirements


def test_the_condition_in_the_key_of_an_extra_is_a_marker(read_as):
    text = 'setup(extras_require={"web:os_name==\'nt\'": ["x"], ":os_name==\'nt\'": ["y"]})\n'
    found = read_as("setup.py", text).requirements
    assert [(r.group.name, r.marker) for r in found] == [
        ("web", "os_name=='nt'"),
        ("", "os_name=='nt'"),
    ]


def test_several_lines_in_one_string(read_as):
    text = 'setup(install_requires="""\nflask>=2\nredis\n""")\n'
    assert [(r.name, r.specifier) for r in read_as("setup.py", text).requirements] == [
        ("flask", ">=2"),
        ("redis", ""),
    ]


def test_half_typed_it_still_tells_its_main_list(read_as, text_at):
    text = 'setup(\n  install_requires=[\n    "Django>=4",  # "no"\n    "cel\n  ],\n  x=["y"],\n'
    manifest = read_as("setup.py", text)
    assert [r.name for r in manifest.requirements] == ["django", "cel"]
    assert text_at(manifest, manifest.requirements[0].range) == "Django>=4"
    assert text_at(manifest, manifest.anchors[0]) == "install_requires"


def test_it_is_never_run(read_as, tmp_path):
    mark = tmp_path / "mark"
    read_as("setup.py", f"open({str(mark)!r}, 'w')\nsetup(install_requires=[open({str(mark)!r})])")
    assert not mark.exists()


@pytest.mark.parametrize("text", ["x = '\\d'\n", "\0", "(" * 5000, "a" + "+a" * 20000, "\ud800"])
def test_strange_text_is_survived(read_as, text):
    assert not read_as("setup.py", text).requirements


@pytest.mark.parametrize("end", range(0, len(TEXT), 5))
def test_every_beginning_is_read(read_as, end):
    whole = {r.name for r in read_as("setup.py", TEXT).requirements}
    cut = [r.name for r in read_as("setup.py", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= whole
