"""Every format, cut off at every character: what is left says nothing that the whole does not."""

import pytest

SAMPLES = {
    "setup.py": """\
from setuptools import setup

base = ["requests>=2", "six"]
lines = open("requirements.txt").read().splitlines()
setup(
    name="shop",
    install_requires=base + [
        "Flask>=3,<4",
        'django-filter[x]==2.4; python_version < "3.12"',
    ],
    extras_require={
        "docs": ["sphinx"],
        ":python_version < '3'": ["futures"],
    },
    tests_require=["pytest"],
)
""",
    "setup.cfg": """\
[metadata]
name = shop
[options]
install_requires =
    Flask>=3,<4
    six  # why
    file: more.txt
tests_require = pytest; mock
[options.extras_require]
docs =
    sphinx[all]==7.1
""",
    "Pipfile": """\
[packages]
flask = ">=3"
django-filter = {version = "==2.4", extras = ["x"], markers = "python_version < '3.12'"}
"quoted" = "*"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.12"
""",
    "pixi.toml": """\
[workspace]
name = "shop"
[dependencies]
flask = ">=3"
python = "3.12.*"
[pypi-dependencies]
django-filter = { version = "==2.4", extras = ["x"] }
[feature.test.dependencies]
pytest = "*"
""",
    "environment.yml": """\
name: shop
channels:
  - conda-forge
dependencies:
  - python=3.12
  - conda-forge::flask=3.0=py_0
  - "numpy >=1.26"
  - pip:
    - django-filter==2.4
    - -r requirements.txt
    - six; python_version < "3.12"
""",
    "pyproject.toml": """\
[project]
name = "shop"
dependencies = [
  "Flask>=3,<4",
  "six; python_version < '3.12'",  # why
]
[project.optional-dependencies]
docs = ["sphinx[all]==7.1",
  "furo"]
[dependency-groups]
dev = ["pytest", {include-group = "docs"}]
[tool.poetry.dependencies]
django = {version = "^4.2", extras = ["bcrypt"]}
[tool.poetry.dependencies.celery]
version = "^5"
[tool.pdm.dev-dependencies]
lint = ['ruff']
""",
    "requirements.txt": """\
# the shop
Flask[async]==3.0.0 \\
    --hash=sha256:00 \\
    --hash=sha256:11
    # via -r requirements.in
django-filter >= 2.4 , < 3 ; python_version < "3.12"
-e git+https://example.org/shop.git#egg=shop[x]
https://example.org/six-1.16-py3-none-any.whl
-r more.txt
""",
}


def said(one):
    return one.name, one.specifier, one.extras, one.marker, one.url, one.group, one.origin


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_left_says_nothing_new(read_as, name):
    text = SAMPLES[name]
    whole = [said(one) for one in read_as(name, text).requirements]
    assert len(whole) >= 3
    for end in range(len(text)):
        half = read_as(name, text[:end])
        last = len(half.source.lines) - 1
        above = [said(one) for one in half.requirements if one.range.end.line < last]
        assert [one for one in above if one not in whole] == [], text[:end]


@pytest.mark.parametrize("name", SAMPLES)
def test_all_above_the_cut_is_still_seen(read_as, name):
    """Cut off at the end of a line, everything above is there; setup.py keeps its main list."""
    text = SAMPLES[name]
    whole = read_as(name, text).requirements
    group = whole[0].group
    for end in (at for at, sign in enumerate(text) if sign == "\n"):
        half = read_as(name, text[:end])
        seen = {one.name for one in half.requirements}
        above = [one for one in whole if one.range.end.line < len(half.source.lines) - 1]
        if name == "setup.py":
            above = [
                one
                for one in above
                if one.group == group and one.name not in ("requests", "six", "futures")
            ]
        assert {one.name for one in above} <= seen, text[:end]
