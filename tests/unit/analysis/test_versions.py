"""The versions and releases that specifiers admit."""

from datetime import date

import pytest
from packaging.specifiers import SpecifierSet

from framesage.analysis.versions import admits, admits_only, is_unsupported, specifier_set
from framesage.rulebase.framework_model import Release

TODAY = date(2026, 11, 24)
SERIES = [
    Release("x", "3.2", date(2024, 4, 1), True, ""),
    Release("x", "4.2", date(2026, 4, 30), True, ""),
    Release("x", "5.2", date(2028, 4, 30), True, ""),
    Release("x", "6.0", date(2027, 4, 30), False, ""),
]


@pytest.mark.parametrize(
    ("written", "admitted", "refused"),
    [
        (">=4.2,<5", "4.2.7", "5.0"),
        ("~=4.2.3", "4.2.9", "4.3"),
        ("^4.2", "4.9", "5.0"),
        ("^0.4.1", "0.4.9", "0.5"),
        ("~4.2", "4.2.9", "4.3"),
        ("~4", "4.9", "5.0"),
        ("4.2.7", "4.2.7", "4.2.8"),
        ("==4.2.*", "4.2.1", "4.3"),
        ("===4.2", "4.2.0", "4.2.1"),
        ("4.2.*", "4.2.1", "4.3"),
        ("=4.2", "4.2.1", "4.3"),
        ("", "1", None),
        ("*", "1", None),
    ],
)
def test_specifiers_of_pep_440_and_poetry(written, admitted, refused):
    specifiers = specifier_set(written)
    assert specifiers is not None and specifiers.contains(admitted)
    assert refused is None or not specifiers.contains(refused)


@pytest.mark.parametrize("written", [">=", "==4.2..1", "latest", "git+https://example.org/x"])
def test_invalid_specifiers_admit_nothing(written):
    assert specifier_set(written) is None
    assert not admits_only(written, ">=1")
    assert not is_unsupported(written, SERIES, TODAY)


@pytest.mark.parametrize(
    ("specifier", "wanted", "only"),
    [
        (">=6.0", ">=6.0", True),
        (">=6.1", ">=6.0", True),
        ("==6.0.3", ">=6.0", True),
        ("^6.0", ">=6.0", True),
        (">=5.2", ">=6.0", False),
        ("~=5.2", ">=6.0", False),
        ("", ">=6.0", False),
        ("<4", "<4", True),
        ("<4.2", "<4", False),
        ("<3", "<4", True),
    ],
)
def test_admits_only(specifier, wanted, only):
    assert admits_only(specifier, wanted) is only


@pytest.mark.parametrize(
    ("specifier", "unsupported"),
    [
        ("==3.2.25", True),
        ("==1.8.4", True),
        ("<4", True),
        (">=3.2,<4.3", True),
        ("^4.2", True),
        ("~=4.2.0", True),
        (">=3.2", False),
        ("", False),
        (">=4.2,<6", False),
        ("==5.2.1", False),
        ("~=6.0", False),
        ("==7.0", False),
        ("!=3.2.1", False),
    ],
)
def test_unsupported_releases(specifier, unsupported):
    assert is_unsupported(specifier, SERIES, TODAY) is unsupported


def test_support_ends_after_the_last_day():
    assert not is_unsupported("==4.2.1", SERIES, date(2026, 4, 30))
    assert is_unsupported("==4.2.1", SERIES, date(2026, 5, 1))


@pytest.mark.parametrize(
    "written", ["^1..2", "~..", ">=", "git+https://x.example", "^" + "9" * 5000]
)
def test_incomplete_specifiers_admit_nothing(written):
    assert specifier_set(written) is None
    assert not admits_only(written, ">=1")
    assert not is_unsupported(written, SERIES, TODAY)


@pytest.mark.parametrize("version", ["main", "", "9" * 5000])
def test_an_invalid_version_is_not_admitted(version):
    assert not admits(SpecifierSet(">=1"), version)
