"""Symbols are written and parsed in one place."""

import pytest

from framesage.rulebase import symbols
from framesage.rulebase.symbols import Kind, Symbol, package_of, parse, trait_of

CASES = [
    (symbols.package("wtforms"), "package:wtforms", Symbol(Kind.PACKAGE, "wtforms")),
    (
        symbols.package("wtforms", ">=3,<4"),
        "package:wtforms@>=3,<4",
        Symbol(Kind.PACKAGE, "wtforms", ">=3,<4"),
    ),
    (symbols.plugin("salt"), "plugin:salt", Symbol(Kind.PLUGIN, "salt")),
    (
        symbols.release_unsupported("salt"),
        "release:salt:unsupported",
        Symbol(Kind.RELEASE, "salt", "unsupported"),
    ),
    (
        symbols.requirement("salt-*", {"where": "development", "admits": "<2,>=1"}),
        "requirement:salt-*;where=development;admits=<2,>=1",
        Symbol(Kind.REQUIREMENT, "salt-*", "where=development;admits=<2,>=1"),
    ),
    (symbols.requirement("salt", {}), "requirement:salt", Symbol(Kind.REQUIREMENT, "salt")),
    (symbols.python("<3.9"), "python:<3.9", Symbol(Kind.PYTHON, "<3.9")),
    (symbols.project("*-api"), "project:*-api", Symbol(Kind.PROJECT, "*-api")),
    (
        symbols.classifier("Framework :: Salt :: 5*"),
        "classifier:Framework :: Salt :: 5*",
        Symbol(Kind.CLASSIFIER, "Framework :: Salt :: 5*"),
    ),
    (symbols.keyword("web"), "keyword:web", Symbol(Kind.KEYWORD, "web")),
    (symbols.kind("shop"), "kind:shop", Symbol(Kind.KIND, "shop")),
    (symbols.part("shop"), "part:shop", Symbol(Kind.PART, "shop")),
    (symbols.about("shop"), "about:shop", Symbol(Kind.ABOUT, "shop")),
    (symbols.attribute("small"), "attribute:small", Symbol(Kind.ATTRIBUTE, "small")),
    (symbols.phrase("log in"), "phrase:log in", Symbol(Kind.PHRASE, "log in")),
    (symbols.lacks("log in"), "lacks:log in", Symbol(Kind.LACKS, "log in")),
    (symbols.layout("manage.py"), "layout:manage.py", Symbol(Kind.LAYOUT, "manage.py")),
    (symbols.named("-demo"), "name:-demo", Symbol(Kind.NAME, "-demo")),
    (symbols.verdict("either"), "verdict:either", Symbol(Kind.VERDICT, "either")),
    (symbols.verdict("salt", "low"), "verdict:salt:low", Symbol(Kind.VERDICT, "salt", "low")),
    (symbols.change("broken"), "change:broken", Symbol(Kind.CHANGE, "broken")),
    (symbols.clash("unlimited"), "clash:unlimited", Symbol(Kind.CLASH, "unlimited")),
    (symbols.parts("apart"), "parts:apart", Symbol(Kind.PARTS, "apart")),
    (symbols.DECIDED, "decided", Symbol(Kind.DECIDED, "")),
    (symbols.UNREAD, "unread", Symbol(Kind.UNREAD, "")),
    (symbols.declared("api-only"), "declared:api-only", Symbol(Kind.DECLARED, "api-only")),
    (symbols.trait("needs-auth"), "trait:needs-auth", Symbol(Kind.TRAIT, "needs-auth")),
    (symbols.uses("salt"), "uses:salt", Symbol(Kind.USES, "salt")),
    (symbols.favors("salt"), "favors:salt", Symbol(Kind.FAVORS, "salt")),
]


@pytest.mark.parametrize(("symbol", "text", "parsed"), CASES)
def test_parsing_returns_the_parts_that_a_symbol_was_made_of(symbol, text, parsed):
    assert symbol == text
    assert parse(symbol) == parsed


def test_every_kind_has_a_case():
    assert {parsed.kind for _, _, parsed in CASES} == set(Kind)


def test_trait_of_a_proposition_about_something_else_is_empty():
    assert trait_of(symbols.trait("needs-auth")) == "needs-auth"
    assert trait_of(symbols.uses("salt")) == ""


def test_package_of_a_symbol_of_another_kind_is_empty():
    assert (
        package_of(symbols.package("wtforms", ">=3")) == package_of("package:wtforms") == "wtforms"
    )
    assert package_of(symbols.plugin("salt")) == ""


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="colour"):
        parse("colour:red")


def test_limits_of_requirements_are_read_back():
    limits = {"where": "runtime", "file": "x=*.txt", "version": ">=1,!=1.5"}
    assert symbols.limits_of(parse(symbols.requirement("salt", limits)).detail) == limits
