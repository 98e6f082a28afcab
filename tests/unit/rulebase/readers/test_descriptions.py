"""Kinds of projects and the grammar of descriptions are read strictly."""

import pytest

from framesage.rulebase import symbols
from framesage.rulebase.description_model import ProjectKind

SHOP = """
[[kind]]
id = "stall"
heads = ["stall", "spice shop"]
modifiers = "decide"
complement = "about"
is.strong = ["web-application"]
is-not.fair = ["needs-admin"]
has.weak = ["needs-auth"]
needs.needs-auth = 0.7
"""


def test_a_kind_with_all_keys(make):
    assert make(SHOP).kinds == {
        "stall": ProjectKind(
            "stall",
            ("stall", "spice shop"),
            "decide",
            "about",
            is_={"web-application": 0.85},
            is_not={"needs-admin": 0.6},
            has={"needs-auth": 0.35},
            needs={"needs-auth": 0.7},
        )
    }


def test_a_kind_is_evidence_as_a_whole_as_a_part_and_as_a_subject(make):
    groups = {group.id: group for group in make(SHOP).evidence}
    whole, part, about = symbols.kind("stall"), symbols.part("stall"), symbols.about("stall")
    assert groups["kinds:web-application"].strengths == {whole: 0.85, part: 0.85}
    assert groups["kinds:needs-auth"].strengths == {whole: 0.7, part: 0.7, about: 0.7}
    against = groups["other-kinds:needs-admin"]
    assert (against.strengths, against.against) == ({whole: 0.6}, True)


def test_denied_phrases_are_evidence_against_the_trait(make):
    text = """
[[evidence]]
id = "words"
trait = "needs-auth"
why = "mentions logins"
[evidence.phrases]
strong = ["log in"]
weak = ["member"]
[evidence.attributes]
fair = ["private"]
"""
    groups = {group.id: group for group in make(text).evidence}
    assert groups["words"].strengths == {
        "phrase:log in": 0.85,
        "phrase:member": 0.35,
        "attribute:private": 0.6,
    }
    denied = groups["words:denied"]
    assert denied.against
    assert denied.strengths == {"lacks:log in": pytest.approx(0.9775)}  # counts twice
    assert denied.why == "is evidence against people log in"


def test_a_web_application_may_lack_anything(make):
    text = """
[[evidence]]
id = "words"
trait = "web-application"
why = "mentions logins"
[evidence.phrases]
strong = ["log in"]
"""
    assert "words:denied" not in {group.id for group in make(text).evidence}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('heads = ["stall", "spice shop"]', "", "'heads' is missing: a list of strings"),
        ('"stall", "spice', '"Stall", "spice', "write 'Stall' in lowercase"),
        ('"stall", "spice', '"--", "spice', "a phrase must have letters"),
        ('"decide"', '"decides"', "unknown value of 'modifiers' 'decides'"),
        ("is.strong", "is.strongest", "unknown strength 'strongest'"),
        ('["needs-admin"]', '["needs-admins"]', "unknown trait 'needs-admins'"),
        ("needs-auth = 0.7", "needs-auth = 7", "must be between 0 and 1"),
    ],
)
def test_mistakes_in_a_kind_are_reported(errors, old, new, message):
    assert old in SHOP
    assert any(message in error for error in errors(SHOP.replace(old, new)))


def test_a_kind_that_says_nothing_is_reported(errors):
    found = errors('[[kind]]\nid = "x"\nheads = ["x"]\n')
    assert found == ["1:3: a kind needs a table 'is', 'is-not', 'has' or 'needs'"]


def test_the_grammar_needs_all_lists(errors):
    found = errors('[grammar]\nverbs = ["build"]\n')
    assert any("'determiners'" in error for error in found)
    assert not any("'verbs'" in error for error in found)


def test_a_rule_base_without_grammar_has_an_empty_one(make):
    base = make(SHOP)
    assert base.grammar == {}
    assert not base.lexicon.grammar.verbs
