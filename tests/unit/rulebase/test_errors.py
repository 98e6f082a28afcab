"""Errors in rule files: location, message and suggestion."""

from __future__ import annotations

import pytest

RULE = """[[rule]]
id = "auth-favors-pepper"
title = "accounts"
why = "It has them."
when = "needs-auth"
favors = "pepper"
strength = 0.5
references = ["guide:G01"]
"""

ASKED = """[[trait]]
id = "asked"
title = "Asked"
description = "It is asked about."
references = ["guide:G01"]
question = "Is it so?"
help = "Think of a typical day."
yes = "It is"
no = "It is not"
"""

ADVICE = """[[rule]]
id = "advise"
title = "accounts"
why = "It has them."
when = "needs-auth"
severity = "hint"
message = "{packages} helps."
references = ["https://pepper.example/"]
"""
NEED = """\
[[need]]
id = "sieve"
title = "a sieve"
traits = ["needs-auth"]
[need.salt]
packages = ["x"]
docs = "https://x.example/"
"""
FRAMEWORK = """\
[[framework]]
id = "nutmeg"
title = %s
packages = ["nutmeg"]
references = ["guide:G01"]
"""

CASES = [
    ("id", RULE.replace("auth-favors", "Auth_favors"), "2:1: 'Auth_favors-pepper' must be in"),
    ("key", RULE.replace("why", "wyh"), "4:1: unknown key 'wyh'; did you mean 'why'?"),
    ("missing", RULE.replace('why = "It has them."\n', ""), "1:3: 'why' is missing: a string"),
    ("empty", RULE.replace('"accounts"', '" "'), "3:1: 'title' must not be empty"),
    ("name in two lines", FRAMEWORK % r'"a\nb"', "3:1: 'title' must be one line of at most 200"),
    ("line end of a name", FRAMEWORK % r'"a\n"', "3:1: 'title' must be one line of at most 200"),
    ("long name", FRAMEWORK % f'"{"a" * 201}"', "3:1: 'title' must be one line of at most 200"),
    ("type", RULE.replace('"accounts"', "3"), "3:1: 'title' must be a string"),
    ("trait", RULE.replace('"needs-auth"', '"needs-auht"'), "did you mean 'needs-auth'?"),
    ("framework", RULE.replace('"pepper"', '"peper"'), "6:1: unknown framework 'peper'; did you"),
    (
        "other",
        RULE.replace('"pepper"', '"vinegar"'),
        "6:1: 'vinegar' is not a candidate here; use 'salt' or 'pepper'",
    ),
    ("strength", RULE.replace("0.5", "1.0"), "7:1: 'strength' must be a number between 0 and 1"),
    ("strength as word", RULE.replace("0.5", '"wek"'), "7:1: unknown strength 'wek'; did you mean"),
    ("true is no number", RULE.replace("0.5", "true"), "7:1: 'strength' must be a number"),
    ("no strength", RULE.replace("strength = 0.5\n", ""), "1:3: 'strength' is missing: a number"),
    ("claim", RULE.replace("G01", "G07"), "8:15: unknown claim 'G07'; did you mean 'G01'?"),
    ("page", RULE.replace("guide:G01", "http://x.example"), "8:15: 'http://x.example' is neither"),
    ("no references", RULE.replace('"guide:G01"', ""), "8:1: 'references' must not be empty"),
    (
        "both kinds",
        RULE + 'severity = "hint"\n',
        "9:1: a rule cannot both favor a framework and report a finding: remove 'favors'",
    ),
    (
        "severity",
        ADVICE.replace('"hint"', '"fatal"'),
        "6:1: unknown severity 'fatal'; use 'off', 'hint',",
    ),
    (
        "location",
        ADVICE + 'at = "machtes"\n',
        "9:1: unknown location 'machtes'; did you mean 'matches'?",
    ),
    ("placeholder", ADVICE.replace("{packages}", "{package_s}"), "7:1: unknown placeholder"),
    ("brace", ADVICE.replace("{packages}", "{packages"), "7:1: invalid placeholder in the message"),
    (
        "no condition",
        RULE.replace('"needs-auth"', "{}"),
        "5:1: 'when' must not be empty",
    ),
    ("condition", RULE.replace('"needs-auth"', "7"), "5:1: 'when' must be a condition (the id of"),
    ("no when", RULE.replace('when = "needs-auth"\n', ""), "1:3: 'when' is missing: a condition"),
    (
        "comparison",
        '[[comparison]]\ntopic = "A"\nsalt = "b"\npepper = "c"\n'
        'traits = ["needs-auth", "needs-auht"]\nreferences = ["guide:G01"]\n',
        "5:25: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    (
        "kit of another framework",
        NEED.replace("salt", "peper"),
        "5:2: unknown key 'peper'; did you mean 'pepper'?",
    ),
    (
        "condition of a need",
        NEED.replace('"needs-auth"', '{ trait = "needs-auth", unless = ["needs-auht"] }'),
        "4:35: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    (
        "key of a condition of a need",
        NEED.replace('"needs-auth"', '{ trait = "needs-auth", wiht = ["needs-auth"] }'),
        "4:35: unknown key 'wiht'; did you mean 'with'?",
    ),
    (
        "no trait of a need",
        NEED.replace('"needs-auth"', ""),
        "4:1: 'traits' must not be empty",
    ),
    (
        "trait of a need",
        NEED.replace("needs-auth", "needs-auht"),
        "4:11: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    (
        "trait that covers a need",
        NEED.replace("[need.salt]", 'covered-by = "needs-auht"\n[need.salt]'),
        "5:1: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    (
        "nothing for a need",
        NEED.replace('packages = ["x"]\n', ""),
        "5:2: give one of 'included', 'packages', 'choices' or 'by-hand'",
    ),
    (
        "two things for a need",
        NEED + "by-hand = true\n",
        "8:1: give only one of 'packages' and 'by-hand'",
    ),
    ("page of a need", NEED.replace("https:", "http:"), "7:1: 'docs' must be an https page"),
    (
        "large without effect",
        NEED.replace("[need.salt]", "large = true\n[need.salt]"),
        "5:1: 'large' has no effect: no framework includes this instead of another",
    ),
    (
        "spelling",
        '[spellings]\nsalt-login = "Salt-Logon"\n',
        "2:1: 'Salt-Logon' must be 'salt-login' apart from capitals and separators",
    ),
    ("minimum", '[minimums]\nx = ">=1"\n', "2:1: '>=1' must be a version like \"4.2\""),
    ("nothing extended", "[extends]\nx = []\n", "2:1: 'x' must not be empty"),
    ("name that extends", '[extends]\nX = ["y"]\n', "2:1: write 'x' instead of 'X': package names"),
    (
        "name with a minimum",
        '[minimums]\nSalt_Login = "1"\n',
        "2:1: write 'salt-login' instead of 'Salt_Login': package names must be",
    ),
    ("top", "[[evidnce]]\n", "1:3: unknown key 'evidnce'; did you mean 'evidence'?"),
    ("no array", "[rule]\nid = 1\n", "1:2: write 'rule' as an array of tables: [[rule]]"),
    (
        "twice",
        RULE + RULE,
        "10:1: rule 'auth-favors-pepper' is already defined in rules.toml, line 1",
    ),
    ("test", RULE + '[[rule.test]]\nname = "x"\n', "9:3: 'wanted' is missing: true or false"),
    (
        "test's trait",
        RULE + '[[rule.test]]\nname = "x"\nwanted = true\ntraits = { needs-auht = true }\n',
        "12:12: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    (
        "test's framework",
        RULE + '[[rule.test]]\nname = "x"\nwanted = true\nframework = "peper"\n',
        "12:1: unknown framework 'peper'; did you mean 'pepper'?",
    ),
    (
        "test's day",
        RULE + '[[rule.test]]\nname = "x"\nwanted = true\ntoday = "soon"\n',
        "12:1: 'today' must be a date without quotation marks, like 2026-04-30",
    ),
    (
        "strength",
        '[[evidence]]\nid = "x"\ntrait = "needs-auth"\nwhy = "x"\n[evidence.packages]\nx = 1\n',
        "6:1: the strength of 'x' must be between 0 and 1, both excluded",
    ),
    (
        "name",
        '[[evidence]]\nid = "x"\ntrait = "needs-auth"\nwhy = "x"\n'
        "[evidence.packages]\nSalt_Login = 0.5\n",
        "6:1: write 'salt-login' instead of 'Salt_Login': package names must be",
    ),
    (
        "no evidence",
        '[[evidence]]\nid = "x"\ntrait = "needs-auth"\nwhy = "x"\n',
        "1:3: give one of 'packages', 'classifiers', 'keywords', 'phrases', 'attributes',",
    ),
    (
        "strength of evidence",
        '[[evidence]]\nid = "x"\ntrait = "needs-auth"\nwhy = "x"\n'
        '[evidence.packages]\nwaek = ["x"]\n',
        "6:1: unknown strength 'waek'; did you mean 'weak'?",
    ),
    (
        "listed twice",
        '[[evidence]]\nid = "x"\ntrait = "needs-auth"\nwhy = "x"\n[evidence.packages]\n'
        'weak = ["x", "y"]\nstrong = ["z", "x"]\n',
        "7:16: 'x' is listed twice in this evidence",
    ),
    (
        "upper case",
        '[[neutral]]\nwhy = "x"\npackages = ["x", "Salt"]\n',
        "3:18: write 'salt' instead of 'Salt'",
    ),
    (
        "no name",
        '[[neutral]]\nwhy = "x"\npackages = ["a b"]\n',
        "3:13: write 'a-b' instead of 'a b': package names must be normalized",
    ),
    (
        "defaults",
        '[defaults]\nnone = ["needs-auht"]\n' + RULE + ADVICE,
        "2:9: unknown trait 'needs-auht'; did you mean 'needs-auth'?",
    ),
    ("defaults' key", '[defaults]\nany = ["needs-auth"]\n' + RULE, "2:1: unknown key 'any'"),
    (
        "series",
        '[[release]]\nframework = "salt"\nseries = "4"\nsource = "https://salt.example/"\n',
        "3:1: 'series' must be like \"4.2\"",
    ),
    ("question", ASKED.replace("so?", "so."), "6:1: 'question' must end with a question mark"),
    ("half a question", ASKED.replace('no = "It is not"\n', ""), "1:3: 'no' is missing: a string"),
    ("no question", ASKED.replace('question = "Is it so?"\n', ""), "1:3: 'question' is missing"),
    (
        "excluded trait",
        '[[exclusion]]\ntraits = ["needs-auth", "needs-aut"]\nwhy = "It is."\n',
        "2:25: unknown trait 'needs-aut'; did you mean 'needs-auth'?",
    ),
    (
        "one excluded trait",
        '[[exclusion]]\ntraits = ["needs-auth"]\nwhy = "It is."\n',
        "2:1: 'traits' must name two traits",
    ),
    (
        "levels",
        "[scale]\nframework-strength = 0.5\nrival-strength = 0.5\nmajority = 0.5\n"
        "[scale.thresholds]\nlow = 0.9\n"
        "medium = 0.5\nhigh = 0.8\n[scale.reliabilities]\nruntime = 1\noptional = 1\n"
        "development = 1\n"
        "via = 1\nconstraint = 1\nmetadata = 1\n",
        "5:2: the thresholds must rise from low to high",
    ),
]


@pytest.mark.parametrize(("toml", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_errors_have_a_location_and_a_message(errors, toml, expected):
    assert any(expected in message for message in errors(toml)), errors(toml)


def test_correct_rules_load(make):
    rule_base = make(RULE + ADVICE)
    assert rule_base.guidance["auth-favors-pepper"].strength == 0.5
    assert rule_base.advice["advise"].message == "{packages} helps."
    assert rule_base.advice["advise"].at == "framework"


def test_a_trait_has_a_question_or_none(make):
    traits = make(ASKED).traits
    assert traits["asked"].question.text == "Is it so?"
    assert traits["asked"].question.no == "It is not"
    assert traits["needs-auth"].question is None


def test_all_errors_are_reported_in_the_order_of_the_file(errors):
    toml = RULE.replace("0.5", "5").replace("why", "wyh") + ADVICE.replace('"hint"', '"loud"')
    found = errors(toml)
    assert len(found) == 3
    lines = [int(message.partition(":")[0]) for message in found]
    assert lines == sorted(lines)


def test_a_missing_condition_is_reported_once(errors):
    assert len(errors(RULE.replace('when = "needs-auth"\n', ""))) == 1


CONDITIONS = [
    ('{ trait = "needs-auth", certanty = "low" }', "'certanty'; did you mean 'certainty'?"),
    ('{ trait = "needs-auth", certainty = "lwo" }', "unknown certainty 'lwo'; did you mean 'low'?"),
    ('{ framework = "sallt" }', "unknown framework 'sallt'; did you mean 'salt'?"),
    ("{ framework = [] }", "'framework' must not be empty"),
    ('{ package = "Salt" }', "write 'salt' instead of 'Salt'"),
    ('{ package = "salt", version = "six" }', "'six' is not a version specifier (PEP 440)"),
    ('{ package-set = "spice" }', "unknown package set 'spice'; did you mean 'spices'?"),
    ('{ version = ">=6" }', "'version' needs 'package', 'package-set', "),
    ('{ package-for = "logn" }', "unknown need 'logn'; did you mean 'login'?"),
    ('{ duplicate-of = "logn" }', "unknown need 'logn'; did you mean 'login'?"),
    ('{ plugin-of = "sallt" }', "unknown framework 'sallt'; did you mean 'salt'?"),
    ('{ release = "old", of = "salt" }', "unknown state of a release 'old'"),
    ('{ release = "unsupported" }', "'release' needs 'of' beside it"),
    (
        '{ verdict = "vinegar" }',
        "'vinegar' is not a candidate here; use 'salt',",
    ),
    ("{ all = [] }", "'all' must not be empty"),
    ('{ any = "needs-auth" }', "'any' must be a list of conditions"),
    ('{ count = 3, of = "batteries" }', "3 can never hold: there are only 2"),
    ('{ count = 0, of = "batteries" }', "'count' must be 1 or more"),
    ("{ count = 1 }", "'count' needs 'of' beside it"),
    ('{ all = ["needs-auth", { trait = "x" }] }', "unknown trait 'x'"),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS, ids=[c[0] for c in CONDITIONS])
def test_errors_in_conditions_have_the_line_of_the_condition(errors, condition, expected):
    found = errors(RULE.replace('"needs-auth"', condition))
    assert any(message.startswith("5:") and expected in message for message in found), found
