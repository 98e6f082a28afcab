"""environment.yml: the list of Conda and the list of pip inside."""

import pytest

TEXT = """\
name: shop  # 🛒
channels:
  - conda-forge
dependencies:
  - python=3.12
  - pip
  - django=4.2  # framesage: ignore[x] ok
  # - celery
  - conda-forge::psycopg2>=2.9
  - numpy=1.26.4=py312h_0
  - "redis-py"
  - pip:
    - flask>=3 ; python_version > "3.8"
    - --index-url https://index.example
    - -r base.txt
    - 'gunicorn[gevent]'
    - -e .
  - pillow
variables:
  - nothing
"""


@pytest.fixture
def manifest(read_as):
    return read_as("environment.yml", TEXT)


def test_both_lists(manifest):
    assert [(r.name, r.specifier) for r in manifest.requirements] == [
        ("django", "=4.2"),
        ("psycopg2", ">=2.9"),
        ("numpy", "=1.26.4"),
        ("redis-py", ""),
        ("flask", ">=3"),
        ("gunicorn", ""),
        ("pillow", ""),
    ]


def test_ranges(manifest, text_at):
    texts = [text_at(manifest, r.range) for r in manifest.requirements]
    assert texts[:3] == ["django=4.2", "psycopg2>=2.9", "numpy=1.26.4"]
    assert texts[4:6] == ['flask>=3 ; python_version > "3.8"', "gunicorn[gevent]"]
    assert text_at(manifest, manifest.anchors[0]) == "dependencies"
    assert text_at(manifest, manifest.metadata[0].range) == "shop"


@pytest.mark.parametrize(
    ("written", "specifier"),
    [
        ("python=3.8", "=3.8"),
        ("conda-forge::python >=3.8,<3.13", ">=3.8,<3.13"),
        ("python=3.12.4=h1_0", "=3.12.4"),
        ("python", None),
    ],
)
def test_the_version_of_python_is_that_of_the_project(read_as, text_at, written, specifier):
    text = f"dependencies:\n  - {written}\n  - django\n  - pip:\n    - python==3.1\n"
    manifest = read_as("environment.yml", text)
    found = [entry for entry in manifest.metadata if entry.key == "requires-python"]
    assert [entry.value for entry in found] == ([specifier] if specifier else [])
    assert [text_at(manifest, entry.range) for entry in found] == [entry.value for entry in found]


def test_the_python_of_development_is_not_that_of_the_project(read_as):
    text = "dependencies:\n  - python=3.8\n"
    assert not read_as("environment-dev.yml", text).metadata


def test_files_in_the_list_of_pip(manifest, text_at):
    (include,) = manifest.includes
    assert (include.target, include.constraint) == ("base.txt", False)
    assert text_at(manifest, include.range) == "base.txt"


def test_lists_without_indentation(read_as):
    text = "dependencies:\n- flask\n- pip:\n  - django\n- redis\nother:\n- x\n"
    found = read_as("environment-web.yaml", text).requirements
    assert [r.name for r in found] == ["flask", "django", "redis"]


def test_lists_in_brackets(read_as, text_at):
    text = "\"dependencies\": [flask, 'django>=4,<5', pip]  # all\n"
    manifest = read_as("environment.yml", text)
    texts = [text_at(manifest, r.range) for r in manifest.requirements]
    assert texts == ["flask", "django>=4,<5"]
    assert text_at(manifest, manifest.anchors[0]) == "dependencies"
    text = 'dependencies: &all\n  - celery\n  - "pip": [ wagtail, "gunicorn[gevent]" ]\n  - redis\n'
    found = read_as("environment.yml", text).requirements
    assert [(r.name, r.extras) for r in found] == [
        ("celery", ()),
        ("wagtail", ()),
        ("gunicorn", ("gevent",)),
        ("redis", ()),
    ]


def test_conda_brackets_are_not_extras(read_as, text_at):
    text = "dependencies:\n  - conda-forge::numpy[version='>=1,<2', build=x]\n"
    manifest = read_as("environment.yml", text)
    (numpy,) = manifest.requirements
    assert (numpy.name, numpy.extras) == ("numpy", ())
    assert text_at(manifest, numpy.range) == "numpy"


def test_urls_without_a_package_name_are_ignored(read_as):
    text = "dependencies:\n- pip:\n  - git+https://e.org/shop.git\n  - https://e.org/a.whl\n  - x\n"
    assert [r.name for r in read_as("environment.yml", text).requirements] == ["x"]


def test_other_yaml_files_are_ignored(read_as):
    manifest = read_as("environment.yml", "services:\n  web:\n    dependencies:\n      - flask\n")
    assert not manifest.requirements
    assert not manifest.anchors


@pytest.mark.parametrize("end", range(0, len(TEXT), 5))
def test_every_prefix_is_read(read_as, end):
    whole = {r.name for r in read_as("environment.yml", TEXT).requirements}
    cut = [r.name for r in read_as("environment.yml", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= whole
