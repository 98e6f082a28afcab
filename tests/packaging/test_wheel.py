"""The source distribution, the wheel built from it, and the installed command."""

import email
import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def call(*command: object, **options) -> str:
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """Build the source distribution and, from it, the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    (path,) = built.glob("*.whl")
    return path


def test_the_wheel_contains_the_package_the_rules_and_the_license(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    rules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("rules/**/*.toml")}
    assert rules
    assert {name.removeprefix("framesage/") for name in names} >= rules
    assert "framesage/rules.snapshot" in names
    assert "framesage/py.typed" in names
    schemas = {f"framesage/schemas/{name}.schema.json" for name in ("settings", "rules")}
    assert schemas <= set(names)
    assert {f"framesage/report/html/assets/page.{kind}" for kind in ("css", "js")} <= set(names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    folders = {name.partition("/")[0] for name in names}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == {"framesage"}


def test_the_wheel_is_pure_python(wheel):
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_readme_in_the_wheel_has_absolute_links_to_existing_files(wheel):
    """PyPI cannot resolve relative links."""
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
    repository = dict(url.split(", ") for url in metadata.get_all("Project-URL"))["Repository"]
    readme = archive.read(name).decode().partition("\n\n")[2]
    links = [link for link in re.findall(r"\]\((.+?)\)", readme) if not link.startswith("#")]
    assert len(links) > 5
    for link in links:
        assert link.startswith("https://"), link
        kept = link.removeprefix(f"{repository}/").partition("#")[0]
        if kept != link.partition("#")[0]:
            view, _, path = kept.partition("/HEAD/")
            assert view == ("raw" if path.endswith(".svg") else "blob")
            assert (ROOT / path).exists(), link
    assert f"]({repository}/raw/HEAD/docs/check.svg)" in readme
    assert (ROOT / "README.md").read_text("utf-8").count("](") == readme.count("](")


def test_the_source_distribution_contains_everything_for_development(built):
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"LICENSE", "README.md", "Makefile", "pyproject.toml", "rules/certainty.toml"}
    wanted |= {"examples/shop/pyproject.toml", "tests/packaging/test_wheel.py", "SECURITY.md"}
    wanted |= {".github/workflows/ci.yml", ".github/check_version.py", "changelog.d/README.md"}
    wanted |= {"RELEASING.md", "CODE_OF_CONDUCT.md", ".gitmessage", "vscode-extension/package.json"}
    assert names >= wanted
    assert not [name for name in names if name.startswith((".venv", ".git/", "dist"))]


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """Install the wheel into an empty environment; return the folder of its programs."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    call(programs / "python", "-m", "pip", "install", "--quiet", wheel)
    return programs


def test_the_installed_command_checks_a_project_in_another_folder(installed, tmp_path):
    project = ROOT / "examples" / "shop"
    out = call(installed / "framesage", "check", project, "--format", "json", cwd=tmp_path)
    (found,) = json.loads(out)["projects"]
    assert found["framework"]["state"] == "flask"
    assert "flask-rebuilds-django" in {finding["rule"] for finding in found["findings"]}


def test_the_installed_command_prints_the_same_as_the_source_tree(installed, tmp_path):
    arguments = ["check", ROOT / "examples", "--format", "json"]
    here = call(sys.executable, "-m", "framesage", *arguments)
    assert call(installed / "framesage", *arguments, cwd=tmp_path) == here


def test_the_installed_rules_can_be_shown_and_validated(installed, tmp_path):
    shown = call(installed / "framesage", "rules", "show", "flask-unsupported", cwd=tmp_path)
    assert 'release = "unsupported"' in shown
    checked = call(installed / "framesage", "rules", "check", cwd=tmp_path)
    assert re.search(r"\d+ rules", checked)
