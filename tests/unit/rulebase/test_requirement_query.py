"""Queries about requirements: which packages they are about, and which include others."""

from __future__ import annotations

import pytest

from framesage.inference import NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.checks.entailment import Demands, implies
from framesage.rulebase.requirement_query import RequirementQueries, query_of


def query(pattern, **limits):
    return symbols.requirement(pattern, limits)


def test_a_query_is_read_from_its_symbol():
    found = query_of("requirement:salt-*;where=runtime,optional;admits=<2,>=1;except=salt-x,salt-y")
    assert (found.pattern, found.where) == ("salt-*", ("runtime", "optional"))
    assert (found.admits, found.but) == ("<2,>=1", ("salt-x", "salt-y"))
    assert query_of("requirement:salt").where == ("runtime", "optional", "development")


def test_queries_are_found_by_package():
    symbols_of = [query("salt"), query("salt-*"), query("*", **{"except": "salt*"}), query("sugar")]
    queries = RequirementQueries(symbols_of)
    found = {
        name: {item.symbol for item in queries[name]}
        for name in ("salt", "salt-login", "sugar", "tea")
    }
    everything = query("*", **{"except": "salt*"})
    assert found == {
        "salt": {query("salt")},
        "salt-login": {query("salt-*")},
        "sugar": {everything, query("sugar")},
        "tea": {everything},
    }


@pytest.mark.parametrize(
    ("one", "other", "implied"),
    [
        (query("salt"), query("salt"), True),
        (query("salt"), query("sugar"), False),
        (query("salt-login"), query("salt-*"), True),
        (query("salt-l*"), query("salt-*"), True),
        (query("salt-*"), query("salt-l*"), False),
        (query("salt-*"), query("salt-login"), False),
        (query("salt", where="runtime"), query("salt"), True),
        (query("salt"), query("salt", where="runtime"), False),
        (query("salt", admits="<2"), query("salt"), True),
        (query("salt"), query("salt", admits="<2"), False),
        (query("salt", admits="<2"), query("salt", admits="<3"), False),
        (query("salt", file="a*.txt"), query("salt", file="a*.txt"), True),
        (query("salt", extra="a"), query("salt", group="a"), False),
        (query("salt"), query("*", **{"except": "sugar"}), True),
        (query("salt"), query("*", **{"except": "salt"}), False),
        (query("s*"), query("*", **{"except": "sugar"}), False),
        (query("*", **{"except": "a,b"}), query("*", **{"except": "a"}), True),
        (symbols.package("salt"), query("salt", where="runtime"), True),
        (symbols.package("salt", ">=2"), query("salt"), True),
        (symbols.package("salt", ">=2"), query("salt", version=">=2"), True),
        (symbols.package("salt"), query("salt", where="development"), False),
        (symbols.package("salt"), query("salt", specifier="pinned"), False),
        (symbols.plugin("salt"), query("*"), False),
        (query("salt", where="runtime"), symbols.package("salt"), False),
    ],
)
def test_a_narrower_query_implies_a_wider_one(one, other, implied):
    assert implies(Observed((one,)), Observed((other,))) is implied


def test_a_requirement_that_is_both_demanded_and_excluded_is_a_contradiction():
    excluded = NoneOf((Observed((query("salt"),)),))
    for demanded in (query("salt", admits="<2"), symbols.package("salt")):
        assert Demands((Observed((demanded,)),), excluded.parts).contradiction()
    other = Observed((query("salt", where="runtime"),))
    narrower = Observed((query("salt", where="runtime", admits="<2"),))
    assert Demands((other,), (narrower,)).contradiction() is None
