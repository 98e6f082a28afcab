"""Write what the wheel or the .vsix is made of, as a CycloneDX document beside it.

python .github/sbom.py dist/*.whl                         # dist/framesage-VERSION.cdx.json
python .github/sbom.py vscode-extension/framesage.vsix    # vscode-extension/framesage.cdx.json

The wheel contains no other packages: its document lists those that the action installs with it.
The same input gives the same bytes, so there is no time in it.
"""

from __future__ import annotations

import base64
import email
import hashlib
import json
import re
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
EXTENSION = ROOT / "vscode-extension"
LOCK = ROOT / ".github" / "requirements" / "action.txt"
_PINNED = re.compile(r"^([\w.-]+)==(\S+)((?:.*\\\n)*.*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:(\w+)")
_FOR_BUILDING = frozenset(("hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers"))

Component = dict[str, Any]


def component(purl: str, licenses: list[Component], hashes: Mapping[str, str]) -> Component:
    """Return a library by its package URL, with its licenses and hashes if they are known."""
    path, _, version = purl.rpartition("@")
    name = path.partition("/")[2].replace("%40", "@")
    found: Component = {"type": "library", "bom-ref": purl, "name": name, "version": version}
    found["purl"] = purl
    if licenses:
        found["licenses"] = licenses
    if hashes:
        found["hashes"] = [{"alg": alg, "content": text} for alg, text in hashes.items()]
    return found


def document(main: Component, parts: Iterable[Component]) -> Component:
    """Return the document about a package that consists of parts, or needs them."""
    components = sorted(parts, key=lambda part: part["bom-ref"])
    references = [part["bom-ref"] for part in components]
    content: Component = {
        "metadata": {"component": main},
        "components": components,
        "dependencies": [{"ref": main["bom-ref"], "dependsOn": references}],
    }
    name = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{name}",
        "version": 1,
        **content,
    }


def framesage(purl: str, package: Path) -> Component:
    """Return the package itself."""
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    licensed = [{"license": {"id": "MIT"}}]
    return component(purl, licensed, {"SHA-256": digest}) | {"type": "application"}


def locked(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the names, versions and hashes in a requirements file with hashes."""
    for name, version, rest in _PINNED.findall(text):
        yield name, version, _HASH.findall(rest)


def of_the_wheel(wheel: Path) -> Component:
    """Return the document for the wheel."""
    version = wheel.name.split("-")[1]
    needed = (entry for entry in locked(LOCK.read_text("utf-8")) if entry[0] not in _FOR_BUILDING)
    parts = [component(f"pkg:pypi/{name}@{version}", [], {}) for name, version, _ in needed]
    return document(framesage(f"pkg:pypi/framesage@{version}", wheel), parts)


def of_the_extension(folder: Path, package: Path) -> Component:
    """Return the document for the .vsix, from what the build has put into the folder."""
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    main = framesage(f"pkg:generic/framesage-vscode@{version}", package)
    return document(main, (*python_parts(folder), *javascript_parts(folder)))


def python_parts(folder: Path) -> Iterator[Component]:
    """Yield the bundled Python packages."""
    for name, version, hashes in locked((folder / "scripts" / "wheels.txt").read_text("utf-8")):
        (metadata,) = (folder / "py").glob(f"{name.replace('-', '_')}-*.dist-info/METADATA")
        (digest,) = hashes
        purl = f"pkg:pypi/{name}@{version}"
        yield component(purl, licenses_in(metadata.read_text("utf-8")), {"SHA-256": digest})


def licenses_in(metadata: str) -> list[Component]:
    """Return the licenses that the metadata of a Python package name."""
    headers = email.message_from_string(metadata)
    if expression := headers["License-Expression"]:
        return [{"expression": expression}]
    names = [line for line in headers.get_all("Classifier", []) if line.startswith("License ::")]
    return [{"license": {"name": name.rpartition(" :: ")[2]}} for name in names]


def javascript_parts(folder: Path) -> Iterator[Component]:
    """Yield the JavaScript packages that esbuild has bundled."""
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    bundled = json.loads((folder / "out" / "bundled.json").read_text("utf-8"))
    for path, package in bundled.items():
        algorithm, _, digest = lock[path]["integrity"].partition("-")
        hashes = {algorithm.upper().replace("SHA", "SHA-"): base64.b64decode(digest).hex()}
        purl = f"pkg:npm/{package['name'].replace('@', '%40')}@{package['version']}"
        yield component(purl, [{"expression": package["license"]}], hashes)


def main(packages: Iterable[str]) -> None:
    """Write the document for each package."""
    for package in map(Path, packages):
        if package.suffix == ".whl":
            write(of_the_wheel(package), "-".join(package.name.split("-")[:2]), package.parent)
        else:
            write(of_the_extension(EXTENSION, package), package.stem, package.parent)


def write(content: Component, name: str, folder: Path) -> None:
    """Write a document into the folder of the package."""
    text = json.dumps(content, indent=1) + "\n"
    (folder / f"{name}.cdx.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
