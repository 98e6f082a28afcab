"""Try the limits and declarations of the rule base on real packages. Not run in CI.

    python tests/rules/check_compatibility.py [--python PYTHON] [PACKAGE ...]

A limit is tried in new environments: its code must fail with what pip installs without the limit,
and run with it, or with the version that is said to be fixed. A declaration must
admit what the metadata admit, of the first and the last release of each step. PACKAGEs choose what
is tried. PYTHON is the interpreter for the environments (default: this one); 3.11 suits all.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from framesage.analysis.versions import admits_only
from framesage.manifests.names import canonicalize_name
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.compatibility_model import Declaration, Limit

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")


def run(*command: str) -> str | None:
    """Return what a command prints, or None if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


@lru_cache
def releases(package: str) -> list[Version]:
    """Return all final releases of a package, oldest first."""
    listed = run(*PIP, "index", "versions", package, "--ignore-requires-python") or ""
    found = re.search(r"Available versions: (.*)", listed)
    texts = found.group(1).split(", ") if found else ()
    return sorted(Version(text) for text in texts if re.fullmatch(r"[0-9.]+(?:post[0-9]+)?", text))


@lru_cache
def required(package: str, version: Version, on: str) -> str | None:
    """Return what a release requires of another package; None if that cannot be read."""
    options = ("--dry-run", "--no-deps", "--ignore-installed", "--ignore-requires-python")
    wanted = f"{package}=={version}"
    report = run(*PIP, "install", "--quiet", *options, "--report", "-", wanted)
    if report is None:
        return None
    declared = json.loads(report)["install"][0]["metadata"].get("requires_dist", [])
    for requirement in map(Requirement, declared):
        marker = requirement.marker
        if canonicalize_name(requirement.name) == on and "extra" not in str(marker or ""):
            return str(requirement.specifier)
    return ""


def check_declaration(declaration: Declaration) -> Iterator[str]:
    """Yield the releases whose metadata admit what is not declared for them."""
    known = releases(declaration.package)
    for start, end in pairwise((*declaration.steps, "99999")):
        within = [version for version in known if Version(start) <= version < Version(end)]
        for version in dict.fromkeys((*within[:1], *within[-1:])):
            bound = declaration.steps[start]
            found = required(declaration.package, version, declaration.on)
            if bound and found is not None and not admits_only(found or ">=0", bound):
                yield f"{declaration.package} {version} requires {found!r}, not {bound!r}"
        if not within:
            yield f"{declaration.package} has no release from {start} on and before {end}"


def works(limit: Limit, python: str, *requirements: str) -> bool | None:
    """Return whether a limit's code runs with requirements; None if they cannot be installed."""
    with tempfile.TemporaryDirectory() as folder:
        run(python, "-m", "venv", folder)
        scripts = Path(folder, "Scripts" if sys.platform == "win32" else "bin")
        own = str(scripts / "python")
        if run(own, "-m", "pip", "install", "--quiet", "setuptools<80", *requirements) is None:
            return None
        return run(own, "-W", "ignore", "-c", limit.code) is not None


def check_limit(limit: Limit, python: str) -> Iterator[str]:
    """Yield what is not so: that the code fails without the limit, or that it runs with it."""
    admitted = SpecifierSet(limit.versions)
    version = max(version for version in releases(limit.package) if version in admitted)
    pinned = f"{limit.package}=={version}"
    others = [
        other.written
        for other in load_rule_base().limits
        if other is not limit and other.package == limit.package
        if version in SpecifierSet(other.versions)
    ]
    newest = max(releases(limit.on))
    if newest in SpecifierSet(limit.works_with):
        yield f"{limit.written}: the newest release is {newest}"
    others += limit.beside
    if works(limit, python, pinned, *others) is not False:
        yield f"{pinned} does not fail without {limit.written}"
    if not works(limit, python, pinned, limit.written, *others):
        yield f"{pinned} does not work with {limit.written}"
    if limit.fixed and not works(limit, python, f"{limit.package}>={limit.fixed}"):
        yield f"{limit.package}>={limit.fixed} does not work"


def main() -> int:
    """Run from the command line; return 1 if something is not so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("packages", nargs="*", metavar="PACKAGE")
    options = parser.parse_args()
    base = load_rule_base()
    problems = 0
    for row in (*base.limits, *base.declarations):
        if options.packages and row.package not in options.packages:
            continue
        is_limit = row in base.limits
        found = check_limit(row, options.python) if is_limit else check_declaration(row)
        for problem in found:
            problems += 1
            print(problem, flush=True)
        print(f"tried {row.package} with {row.on}", flush=True)
    return int(problems > 0)


if __name__ == "__main__":
    sys.exit(main())
