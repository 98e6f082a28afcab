"""What is shipped and installed: pinned by hashes, listed in an SBOM, the same in every build."""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from email.message import Message
from pathlib import Path

import pytest
import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTENSION = ROOT / "vscode-extension"
LOCKS = [ROOT / ".github" / "requirements" / "action.txt", EXTENSION / "scripts" / "wheels.txt"]
IN_CHECKOUT = pytest.mark.skipif(
    not (EXTENSION / "scripts").exists(), reason="the source distribution lacks the extension"
)


@pytest.fixture(scope="module")
def sbom():
    """The module that writes SBOMs."""
    spec = importlib.util.spec_from_file_location("sbom", ROOT / ".github" / "sbom.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins(path: Path) -> dict[str, Requirement]:
    lines = path.read_text("utf-8").replace("\\\n", "").splitlines()
    texts = [line.partition("--hash")[0] for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(Requirement(text).name): Requirement(text) for text in texts}


@IN_CHECKOUT
@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_everything_that_is_installed_is_pinned_with_hashes(path):
    text = path.read_text("utf-8")
    entries = re.split(r"\n(?=[\w])", text[re.search(r"^\w", text, re.MULTILINE).start() :])
    assert len(entries) == len(pins(path)) > 5
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}(\s|$)", entry), entry
    assert "://" not in text  # whichever registry serves the files


def test_the_action_installs_what_pyproject_requires():
    locked = pins(LOCKS[0])
    for text in (*PYPROJECT["project"]["dependencies"], *PYPROJECT["build-system"]["requires"]):
        wanted = Requirement(text)
        (pin,) = locked[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(pin.version), text
    install = (ROOT / "action.yml").read_text("utf-8")
    assert install.count("--require-hashes") == 1
    assert "--no-deps --no-build-isolation" in install


@IN_CHECKOUT
def test_the_extension_bundles_what_pyproject_requires():
    bundled = pins(LOCKS[1])
    left_out = {"prompt-toolkit", "rich"}
    for text in PYPROJECT["project"]["dependencies"]:
        wanted = Requirement(text)
        if canonicalize_name(wanted.name) not in left_out:
            (pin,) = bundled[canonicalize_name(wanted.name)].specifier
            assert wanted.specifier.contains(pin.version), text
    assert '"--require-hashes"' in (EXTENSION / "scripts" / "bundle.py").read_text("utf-8")


@IN_CHECKOUT
def test_every_javascript_package_is_locked_with_its_integrity():
    packages = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))["packages"]
    installed = [package for path, package in packages.items() if path]
    assert len(installed) > 100
    assert [package for package in installed if "integrity" not in package] == []


def build(folder: Path, hash_seed: str) -> dict[str, str]:
    """Build the wheel and the source distribution; return their hashes by name."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_two_builds_give_the_same_bytes(tmp_path):
    first, second = (build(tmp_path / seed, seed) for seed in ("1", "2"))
    assert len(first) == 2
    assert first == second
    (path,) = (tmp_path / "1").glob("*.tar.gz")
    with tarfile.open(path) as archive:
        assert len({member.mtime for member in archive}) == 1


def assert_is_cyclonedx(document: dict) -> None:
    """Assert what the schema requires, with the schema itself where it is installed."""
    assert document["bomFormat"] == "CycloneDX" and document["specVersion"] == "1.6"
    references = [part["bom-ref"] for part in document["components"]]
    assert len(set(references)) == len(references) > 5
    assert document["dependencies"][0]["dependsOn"] == references
    for part in (document["metadata"]["component"], *document["components"]):
        assert part["purl"].startswith("pkg:") and part["purl"].endswith(f"@{part['version']}")
    if importlib.util.find_spec("cyclonedx"):
        from cyclonedx.schema import SchemaVersion
        from cyclonedx.validation.json import JsonStrictValidator

        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document)) is None


def test_the_sbom_of_the_wheel_lists_what_it_needs(sbom, tmp_path):
    wheel = tmp_path / "framesage-1.2-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    sbom.main([str(wheel)])
    text = (tmp_path / "framesage-1.2.cdx.json").read_text("utf-8")
    document = json.loads(text)
    assert_is_cyclonedx(document)
    (digest,) = document["metadata"]["component"]["hashes"]
    assert digest == {"alg": "SHA-256", "content": hashlib.sha256(b"wheel").hexdigest()}
    names = {part["name"] for part in document["components"]}
    needed = {canonicalize_name(Requirement(t).name) for t in PYPROJECT["project"]["dependencies"]}
    assert names >= needed and "hatchling" not in names
    sbom.main([str(wheel)])
    assert (tmp_path / "framesage-1.2.cdx.json").read_text("utf-8") == text


def metadata_of(name: str, version: str) -> str:
    message = Message()
    message["Name"], message["Version"], message["License-Expression"] = name, version, "MIT"
    return message.as_string()


@IN_CHECKOUT
def test_the_sbom_of_the_extension_lists_python_and_javascript(sbom, tmp_path):
    """In a copy of what the build has put into the folder, with two JavaScript packages."""
    for name in ("package.json", "package-lock.json", "scripts/wheels.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(EXTENSION / name, tmp_path / name)
    for name, version, _ in sbom.locked((tmp_path / "scripts" / "wheels.txt").read_text("utf-8")):
        info = tmp_path / "py" / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(metadata_of(name, version))
    locked = json.loads((tmp_path / "package-lock.json").read_text("utf-8"))["packages"]
    names = ("vscode-languageclient", "@types/vscode")
    bundled = {
        f"node_modules/{name}": {
            "name": name,
            "version": locked[f"node_modules/{name}"]["version"],
            "license": "MIT",
        }
        for name in names
    }
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "bundled.json").write_text(json.dumps(bundled))
    package = tmp_path / "framesage.vsix"
    package.write_bytes(b"vsix")
    document = sbom.of_the_extension(tmp_path, package)
    assert_is_cyclonedx(document)
    found = {part["name"]: part for part in document["components"]}
    assert found.keys() == {*pins(LOCKS[1]), "vscode-languageclient", "@types/vscode"}
    assert found["@types/vscode"]["purl"].startswith("pkg:npm/%40types/vscode@")
    assert len(found["vscode-languageclient"]["hashes"][0]["content"]) == 128
    assert len(found["pygls"]["hashes"][0]["content"]) == 64
    assert all(part["licenses"] for part in found.values())
