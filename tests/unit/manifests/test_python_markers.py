"""Poetry's conditions of a requirement as markers."""

import pytest
from packaging.markers import Marker

from framesage.manifests.python_markers import combined, platform_marker, python_marker

VERSIONS = ("2.7.18", "3.0.0", "3.7.9", "3.8.0", "3.8.1", "3.9.0", "3.10.2", "3.12.0", "4.0.0")
CONSTRAINTS = {
    "<3.8": ("2.7.18", "3.0.0", "3.7.9"),
    "<=3.8": ("2.7.18", "3.0.0", "3.7.9", "3.8.0"),
    ">3.8": ("3.8.1", "3.9.0", "3.10.2", "3.12.0", "4.0.0"),
    ">= 3.9, < 4": ("3.9.0", "3.10.2", "3.12.0"),
    ">=3.9 <4": ("3.9.0", "3.10.2", "3.12.0"),
    "^3.9": ("3.9.0", "3.10.2", "3.12.0"),
    "^3.8.1": ("3.8.1", "3.9.0", "3.10.2", "3.12.0"),
    "~3.8": ("3.8.0", "3.8.1"),
    "~3": ("3.0.0", "3.7.9", "3.8.0", "3.8.1", "3.9.0", "3.10.2", "3.12.0"),
    "~=3.9": ("3.9.0", "3.10.2", "3.12.0"),
    "3.8.*": ("3.8.0", "3.8.1"),
    "==3.*": ("3.0.0", "3.7.9", "3.8.0", "3.8.1", "3.9.0", "3.10.2", "3.12.0"),
    "!=3.8.*,>=3.8": ("3.9.0", "3.10.2", "3.12.0", "4.0.0"),
    "3.8.1": ("3.8.1",),
    "=3.8.1": ("3.8.1",),
    "~2.7 || ^3.10": ("2.7.18", "3.10.2", "3.12.0"),
    "<3 | >=4": ("2.7.18", "4.0.0"),
}


@pytest.mark.parametrize(("constraint", "expected"), CONSTRAINTS.items())
def test_python(constraint, expected):
    marker = Marker(python_marker(constraint))
    versions = [
        {"python_full_version": version, "python_version": version.rpartition(".")[0]}
        for version in VERSIONS
    ]
    found = [env["python_full_version"] for env in versions if marker.evaluate(env)]
    assert tuple(found) == expected


@pytest.mark.parametrize(
    "constraint", ["", "*", " ", ">=", "^", "3.8 || ", "<x", "^3.8 oops", "||"]
)
def test_any_python_and_incomplete_constraints(constraint):
    assert python_marker(constraint) == ""


def test_platform():
    assert platform_marker("win32") == 'sys_platform == "win32"'
    assert platform_marker("!=win32") == 'sys_platform != "win32"'
    assert platform_marker("linux | darwin") == (
        'sys_platform == "linux" or sys_platform == "darwin"'
    )
    assert platform_marker("") == platform_marker("linux ||") == platform_marker("a b") == ""


def test_combined():
    assert combined("", "a == 'b'", "") == "a == 'b'"
    assert combined("a == 'b' or a == 'c'") == "a == 'b' or a == 'c'"
    assert combined("a == 'b' or a == 'c'", "d == 'e'") == "(a == 'b' or a == 'c') and d == 'e'"
