"""What a list is for, where another file reads it for one of its lists."""

import pytest

from framesage.manifests.model import Purpose
from framesage.project import Disk, load_project

RUNTIME, OPTIONAL, DEVELOPMENT = Purpose.RUNTIME, Purpose.OPTIONAL, Purpose.DEVELOPMENT


@pytest.fixture
def purposes(tmp_path, make_project):
    def load(files):
        make_project(tmp_path, files)
        manifests = load_project(tmp_path, Disk(), tmp_path).manifests
        return {
            requirement.name: requirement.group.purpose
            for manifest in manifests
            for requirement in manifest.requirements
        }

    return load


SETUPTOOLS = """\
[project]
name = "lantern"
dynamic = ["dependencies", "optional-dependencies"]
[tool.setuptools.dynamic]
dependencies = { file = ["core.txt"] }
[tool.setuptools.dynamic.optional-dependencies]
mail = { file = ["mail.txt"] }
docs = { file = "manual.txt" }
"""
HATCH = """\
[project]
name = "lantern"
dynamic = ["dependencies"]
[tool.hatch.metadata.hooks.requirements_txt]
files = ["core.txt"]
[tool.hatch.metadata.hooks.requirements_txt.optional-dependencies]
mail = ["mail.txt"]
docs = ["manual.txt"]
"""
SETUP_CFG = """\
[metadata]
name = lantern
[options]
install_requires = file: core.txt
[options.extras_require]
mail = file: mail.txt
docs = file: manual.txt
"""
SETUP_PY = """\
from pathlib import Path
from setuptools import setup
here = Path(__file__).parent
with open("core.txt") as file:
    core = file.read()
setup(
    install_requires=core,
    extras_require={
        "mail": (here / "mail.txt").read_text().split(),
        "docs": open("manual.txt").readlines(),
    },
)
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", SETUPTOOLS),
        ("pyproject.toml", HATCH),
        ("setup.cfg", SETUP_CFG),
        ("setup.py", SETUP_PY),
    ],
)
def test_a_list_in_a_file_counts_as_the_list_it_is_read_for(purposes, name, text):
    files = {name: text, "core.txt": "flask", "mail.txt": "flask-mailman", "manual.txt": "django"}
    assert purposes(files) == {
        "flask": RUNTIME,
        "flask-mailman": OPTIONAL,
        "django": DEVELOPMENT,
    }


def test_what_such_a_list_includes_counts_as_the_same(purposes):
    files = {
        "pyproject.toml": SETUPTOOLS,
        "core.txt": "flask",
        "mail.txt": "-r more/smtp.txt",
        "more/smtp.txt": "aiosmtplib",
    }
    assert purposes(files)["aiosmtplib"] is OPTIONAL


def test_the_list_of_a_package_decides_over_the_name_of_the_file(purposes):
    files = {
        "setup.cfg": "[options]\ninstall_requires = file: requirements-dev.txt\n"
        "[options.extras_require]\nspeed = file: requirements-speed.txt\n",
        "requirements-dev.txt": "flask",
        "requirements-speed.txt": "django",
    }
    assert purposes(files) == {"flask": RUNTIME, "django": OPTIONAL}


def test_the_main_list_stays_one_if_an_extra_reads_it_too(purposes):
    files = {
        "setup.cfg": "[options.extras_require]\ntest = file: requirements.txt\n",
        "requirements.txt": "flask",
    }
    assert purposes(files) == {"flask": RUNTIME}


def test_a_list_for_an_extra_is_for_run_time_if_the_main_list_includes_it(purposes):
    files = {
        "setup.cfg": "[options.extras_require]\nspeed = file: requirements-speed.txt\n",
        "requirements.txt": "-r requirements-speed.txt",
        "requirements-speed.txt": "flask-caching",
    }
    assert purposes(files) == {"flask-caching": RUNTIME}


def test_a_file_with_nothing_but_includes_passes_on_what_its_name_says(purposes):
    files = {"requirements-dev.txt": "-r lists/fixtures.txt", "lists/fixtures.txt": "factory-boy"}
    assert purposes(files) == {"factory-boy": DEVELOPMENT}


def test_links_out_of_the_repository_are_not_followed(tmp_path, make_project):
    make_project(
        tmp_path, {"repo/requirements.txt": "-r linked/secret.txt", "else/secret.txt": "x"}
    )
    (tmp_path / "repo/linked").symlink_to(tmp_path / "else")
    project = load_project(tmp_path / "repo", Disk(), tmp_path / "repo")
    assert [manifest.source.path.name for manifest in project.manifests] == ["requirements.txt"]
