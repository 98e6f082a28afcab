"""Every format, truncated at every character: truncation adds no requirements."""

from dataclasses import replace

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


def content(requirement):
    """Return a requirement without its ranges."""
    return replace(requirement, range=None, name_range=None)


@pytest.mark.parametrize("name", SAMPLES)
def test_truncation_adds_no_requirement(read_as, name):
    text = SAMPLES[name]
    whole = [content(requirement) for requirement in read_as(name, text).requirements]
    assert len(whole) >= 3
    for end in range(len(text)):
        truncated = read_as(name, text[:end])
        last = len(truncated.source.lines) - 1
        above = [
            content(requirement)
            for requirement in truncated.requirements
            if requirement.range.end.line < last
        ]
        assert [requirement for requirement in above if requirement not in whole] == [], text[:end]


@pytest.mark.parametrize("name", SAMPLES)
def test_requirements_above_the_cut_are_kept(read_as, name):
    """Truncated at a line end, a file keeps everything above, and setup.py its main list."""
    text = SAMPLES[name]
    whole = read_as(name, text).requirements
    group = whole[0].group
    for end in (at for at, sign in enumerate(text) if sign == "\n"):
        truncated = read_as(name, text[:end])
        seen = {requirement.name for requirement in truncated.requirements}
        above = [
            requirement
            for requirement in whole
            if requirement.range.end.line < len(truncated.source.lines) - 1
        ]
        if name == "setup.py":
            above = [
                requirement
                for requirement in above
                if requirement.group == group
                and requirement.name not in ("requests", "six", "futures")
            ]
        assert {requirement.name for requirement in above} <= seen, text[:end]
