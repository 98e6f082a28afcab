"""What a condition says about single requirements, in words."""

from __future__ import annotations

import pytest

from framesage.rulebase import load_rule_base, symbols
from framesage.wording.symbols import need_words, symbols_words


@pytest.mark.parametrize(
    ("patterns", "limits", "words"),
    [
        (["flask-*", "celery"], {"where": "runtime"}, "requires flask-* or celery"),
        (["*"], {}, "requires any package"),
        (["x"], {"where": "runtime,development"}, "requires x, at run time or for development"),
        (["x"], {"admits": "<2"}, "requires x, in a range with <2"),
        (["x"], {"version": "<2"}, "requires x, only in <2"),
        (["x"], {"specifier": "unlimited"}, "requires x, without an upper limit"),
        (["x"], {"specifier": "unpinned"}, "requires x, not pinned to a single version"),
        (["x"], {"file": "requirements-prod*.txt"},
         "requires x, in the file requirements-prod*.txt"),
        (["x"], {"extra": "db", "where": "optional"},
         "requires x, in the extra db, in an extra"),
        (["*"], {"except": "a,b"}, "requires any package, but not a or b"),
    ],
)  # fmt: skip
def test_requirements_are_described(patterns, limits, words):
    found = [symbols.requirement(pattern, limits) for pattern in patterns]
    assert symbols_words(found, {}, wanted=True) == words


def test_the_python_and_the_name_of_a_project_are_described():
    assert symbols_words([symbols.python("<3.9")], {}, wanted=True) == "supports Python <3.9"
    assert symbols_words([symbols.project("*-api")], {}, wanted=False) == "is not called *-api"


def test_packages_for_a_need_are_named_without_their_limits():
    need = load_rule_base().needs["login"]
    found = [symbols.requirement("flask-login", {"where": "development"})]
    words = need_words(need, found, wanted=True, found=False)
    assert words == "requires a package for accounts and login, such as flask-login"
