"""Requirements that ``packaging`` accepts, and what we read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from framesage.manifests.pep508 import parse_requirement
from fuzz.target import Target, chance_of

if TYPE_CHECKING:
    import random

BLANKS = ("", "", "", " ", "  ", "\t")
NAMES = ("flask", "A.b_c--d", "x", "zope.interface", "0x", "a" * 60, "python_version", "or")
EXTRAS = ("", "", "[]", "[a]", "[a,b]", "[ a , B_c ]", "[a.b-c]")
CLAUSES = (
    *(
        ">=1",
        "==1.*",
        "~=1.0",
        "!= 2",
        "<3.0a1",
        "===1.0+local",
        "> 1!2",
        "<=1.0.post1",
        "==1.0rc1",
    ),
    *("===any-thing", "==1.0.dev3", ">=2.0 "),
)
URLS = (
    *("https://e.org/x.zip", "file:///a%20b", "git+https://e.org/x@v1#egg=y", "./x", "http:a;b"),
    *("https://e.org/x;os_name=='nt'", "https://e.org/?a=b&c[d]#sha256=1", "C:\\x", "a,b"),
)
MARKERS = (
    *(
        "os_name == 'nt'",
        'python_version < "3.12"',
        "extra=='a'",
        "'nt' in os_name",
        "os_name<'a;b'",
    ),
    *("(os_name == 'nt' or sys_platform == 'win32') and python_version>='3'", "'1' not in extra"),
)


def requirement_by(chance: random.Random) -> str:
    """Return a requirement in an unusual form; not all of them are valid."""
    parts = [chance.choice(NAMES), chance.choice(EXTRAS)]
    if chance.random() < 0.3:
        parts += ["@", chance.choice(URLS), chance.choice((" ", ""))]
    else:
        clauses = ",".join(
            chance.choice(BLANKS) + chance.choice(CLAUSES) for _ in range(chance.randrange(4))
        )
        parts.append(f"({clauses})" if chance.random() < 0.2 else clauses)
    if chance.random() < 0.5:
        parts += [";", chance.choice(MARKERS)]
    return "".join(chance.choice(BLANKS) + part for part in parts) + chance.choice(BLANKS)


def assert_read_as_by_packaging(text: str) -> bool:
    """Compare a requirement with what packaging reads; return whether it is valid."""
    try:
        expected = Requirement(text)
    except InvalidRequirement:
        return False
    found = parse_requirement(text)
    assert found is not None, text
    assert found.name == canonicalize_name(expected.name), text
    assert {*found.extras} == expected.extras, text
    assert found.url == (expected.url or ""), text
    assert SpecifierSet(found.specifier) == expected.specifier, text
    plain = f"x;{found.marker}" if found.marker else "x"
    assert str(Requirement(plain).marker) == str(expected.marker), text
    assert text[found.start : found.name_end] == expected.name, text
    return True


def check_valid_requirement(data: bytes) -> None:
    """Write a requirement that depends on an input only, and read it."""
    assert_read_as_by_packaging(requirement_by(chance_of(data)))


VALID_REQUIREMENTS = Target(
    "valid-requirement", check_valid_requirement, lambda: [b"%d" % n for n in range(999)], 4
)
