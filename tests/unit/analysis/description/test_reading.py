"""A description is read by what the thing is, and by the needs that it names."""

import pytest

from framesage.analysis.description import read_description, read_name
from framesage.rulebase.description_model import ProjectKind
from framesage.rulebase.lexicon import Lexicon, phrasebooks
from framesage.rulebase.load import load_rule_base
from framesage.rulebase.model import EvidenceGroup

WEB, REUSABLE = {"web-application": 0.9}, {"reusable-package": 0.9}
KINDS = [
    ProjectKind("shop", ("shop", "e-commerce", "booking"), is_=WEB),
    ProjectKind("wiki", ("wiki",), is_=WEB),
    ProjectKind("management", ("management",), is_=WEB),
    ProjectKind("list", ("to do list", "todo"), is_=WEB),
    ProjectKind("clone", ("alternative",), "decide", "is"),
    ProjectKind("api", ("api", "rest api"), modifiers="add", complement="about", is_=WEB),
    ProjectKind("site", ("website", "site"), modifiers="add", is_=WEB),
    ProjectKind("app", ("app", "system", "tool"), modifiers="decide", is_=WEB),
    ProjectKind("activity", ("tracker",), modifiers="require", is_=WEB),
    ProjectKind("prototype", ("prototype", "proof of concept"), "decide", "is"),
    ProjectKind("library", ("library", "client", "wrapper"), is_=REUSABLE),
    ProjectKind("program", ("cli", "generator", "desktop app", "theme"), is_not=WEB),
    ProjectKind("bot", ("bot",), is_not={"web-application": 0.5}),
]
EVIDENCE = [
    EvidenceGroup(
        "words",
        "needs-auth",
        "",
        {"phrase:log in": 0.6, "phrase:member": 0.6, "attribute:small": 0.6},
    )
]
KINDS_BY_TEXT = {
    # The head of the noun phrase decides.
    "Shop": "shop",
    "A small shop for tea": "shop",
    "REST API for a tea app": "api about:app",
    "CLI for the REST API of Salt": "program",
    "A bot behind a REST API": "bot part:api",
    "Wrapper around the Salt API": "library",
    "Library management system": "app management",
    "Client for online shops": "library",
    "Wiki software": "",
    # "decide" and "add"
    "Wiki app": "app wiki",
    "CLI tool": "program",
    "Booking website": "site shop",
    "Library website": "site",
    "Desktop app": "program",
    # A name of function words
    "To do app": "app list",
    "To do list for cooks": "list",
    "To sell salt": "",
    # A verb with its object
    "Wiki connecting cooks": "wiki",
    "Library mixing spices": "library",
    "Shop booking": "shop",
    "A booking": "shop",
    # "require"
    "Salt tracker": "activity",
    "Small memory tracker": "",
    "Simple tracker": "",
    "Tracker for salt": "",
    "Desktop app tracker": "program",
    # Where the sentence says it
    "Salt is a wiki for cooks": "wiki",
    "Salt - an e-commerce system": "app shop",
    "Salt: a wiki": "wiki",
    "Salt, a wiki for cooks": "wiki",
    "My shop: a wiki for cooks": "wiki shop",
    "My shop: a library for cooks": "library",
    "My library: a shop for cooks": "shop",
    "Salt (the shop)": "shop",
    "Provides a REST API": "api",
    "This is my first wiki": "wiki",
    "Salt is an old name. It means salt. It is a wiki.": "wiki",
    "My wiki. Not the salt library": "wiki",
    # What people say they want to build
    "I want to build a wiki": "wiki",
    "We would like to have our own wiki app": "app wiki",
    "We are a small bakery and need a shop": "shop",
    "Our goal is to create a wiki": "wiki",
    "Thinking of building a wiki": "wiki",
    "Make a shop for tea": "shop",
    "I want to build a library for shops": "library",
    "I want to build shops": "",
    "We need shops": "shop",
    "Make a shop from your notes": "",
    "Everything you need to build a shop": "",
    # Other words do not
    "It uses a library": "",
    "Track your shops": "",
    "Build shops": "",
    "Salt is stored in wikis": "",
    "Salt is not a shop": "",
    "Ein Laden für Salz": "",
    # Coordination
    "Shop and wiki": "shop wiki",
    "Wiki and shop generator": "program",
    "Fast, simple and modern wiki": "wiki",
    "Shop/wiki": "shop wiki",
    # Complements
    "Prototype of a shop": "prototype shop",
    "Proof of concept for a booking app": "prototype app shop",
    "Shop prototype": "prototype shop",
    "API for a shop": "api about:shop",
    "Shop API": "api about:shop",
    "A shop REST API for cooks": "api about:shop",
    "Wiki app API": "api app about:wiki",
    "Wiki with a shop API": "wiki part:api about:shop",
    "API for a library": "api",
    "Shop for a library": "shop",
    "Alternative to a shop": "clone shop",
    "Alternative to salt": "clone",
    "Like a shop, but for salt": "shop",
    "Prototype": "prototype",
    "Made by us. Prototype of ours": "",
    # Verbs and participles after the head
    "An app called salt": "app",
    "A wiki hosted in salt": "wiki",
    "This app renders salt": "app",
    "A salt-based wiki hosted in salt": "wiki",
    "A salt-based spice hosted in wikis": "",
    # Parts
    "Wiki with a shop": "wiki part:shop",
    "Wiki with salt, a shop and a REST API": "wiki part:shop part:api",
    "Wiki for cooks, and a shop": "wiki part:shop",
    "Wiki with an app": "wiki",
    "Wiki for cooks without a shop": "wiki",
    "Salt-free wiki": "wiki",
    "Bot for cooks with a REST API": "bot part:api",
}


@pytest.fixture(scope="module")
def lexicon():
    rule_base = load_rule_base()
    books = phrasebooks(KINDS, EVIDENCE, rule_base.grammar)
    return Lexicon(books, rule_base.grammar, rule_base.traits.values())


def named(reading):
    """Return the kinds in a reading, ``about:`` with their prefix."""
    symbols = (mention.symbol for mention in reading.mentions)
    return [
        symbol.removeprefix("kind:")
        for symbol in symbols
        if symbol.startswith(("kind:", "part:", "about:"))
    ]


def stated(reading):
    """Return the phrases and attributes in a reading."""
    symbols = [mention.symbol for mention in reading.mentions]
    return [symbol for symbol in symbols if not symbol.startswith(("kind:", "part:", "about:"))]


@pytest.mark.parametrize(("text", "kinds"), KINDS_BY_TEXT.items())
def test_the_kinds_that_a_text_names(lexicon, text, kinds):
    reading = read_description(text, lexicon)
    assert " ".join(named(reading)) == kinds
    assert reading.names_kind == (kinds not in ("", "prototype", "clone"))


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Shop where members log in", ["phrase:member", "phrase:log in"]),
        ("Shop. Logins for every member", ["phrase:log in", "phrase:member"]),
        ("Shop without members", ["lacks:member"]),
        ("Shop, no login, with members", ["lacks:log in", "phrase:member"]),
        ("Shop; a login is not needed", ["lacks:log in"]),
        ("Shop where logins aren't necessary", ["lacks:log in"]),
        ("Shop where you don't have to log in", ["lacks:log in"]),
        ("Shop, nobody logs in", ["lacks:log in"]),
        ("Shop with no need for a login", ["lacks:log in"]),
        ("Shop. Logins are optional", ["lacks:log in"]),
        ("Login-free shop", ["lacks:log in"]),
        ("Members log in, salt is not needed", ["phrase:member", "phrase:log in"]),
        ("Shop for members who do not like salt", ["phrase:member"]),
        ("Free login", ["phrase:log in"]),
        ("Not only for members", ["phrase:member"]),
        ("A no-member shop", ["phrase:member"]),
        ("A small shop for members", ["attribute:small", "phrase:member"]),
        ("A shop for small businesses", []),
        ("Library for small members to log in", []),
        ("Small bot with a small shop for members", ["attribute:small", "phrase:member"]),
        ("Spices for the member shop", []),
        ("Spices of members", ["phrase:member"]),
        ("Tool for the member shop", []),
        ("Wiki for the member shop", ["phrase:member"]),
        ("Mitglieder", []),
    ],
)
def test_the_phrases_and_attributes_that_a_text_states(lexicon, text, symbols):
    assert stated(read_description(text, lexicon)) == symbols


def test_mentions_know_where_they_are(lexicon):
    text = "A <b>small</b> **E-Commerce** app: no log-ins"
    mentions = read_description(text, lexicon).mentions
    assert {mention.symbol: text[mention.start : mention.end] for mention in mentions} == {
        "kind:app": "app",
        "kind:shop": "E-Commerce",
        "attribute:small": "small",
        "lacks:log in": "log-ins",
    }


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("salt-shop", ["kind:shop"]),
        ("SaltShop", []),
        ("prototype", []),
        ("shop-tools", ["kind:app", "kind:shop"]),
    ],
)
def test_the_kinds_in_a_name(lexicon, name, kinds):
    assert [mention.symbol for mention in read_name(name, lexicon)] == kinds


def test_parts_and_names_count_less(lexicon):
    shop = read_description("Wiki with a shop", lexicon).mentions
    assert [mention.reliability for mention in shop] == [1.0, 0.7]
    assert [mention.reliability for mention in read_name("salt-shop", lexicon)] == [0.35]


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "((((", "a " * 500_000, "-" * 1_000_000, "no " * 3_000, "<" * 100_000, "and"],
)
def test_odd_texts_say_nothing(lexicon, text):
    assert not read_description(text, lexicon).mentions


def test_attributes_of_an_unknown_head_count(lexicon):
    assert stated(read_description("Small spreadsheet for members", lexicon)) == [
        "attribute:small",
        "phrase:member",
    ]
    assert stated(read_description("Spreadsheet for small firms", lexicon)) == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Neighbors share salt", ["phrase:people interact"]),
        ("Where dog owners can easily find salt", ["phrase:people interact"]),
        ("Our choir needs to share salt", ["phrase:people interact"]),
        ("Lets parents order salt", ["phrase:people interact"]),
        ("Neighbors share them", ["phrase:people interact"]),
        ("Neighbors share themes", []),
        (
            "Citizens offer salt to schools",
            ["phrase:people interact", "phrase:people interact with each other"],
        ),
        (
            "Hikers share salt with each other",
            ["phrase:people interact", "phrase:people interact with each other"],
        ),
        (
            "Swap salt with neighbors",
            ["phrase:people interact", "phrase:people interact with each other"],
        ),
        ("Swap salt", []),
        ("Order salt for neighbors", []),
        ("Salts share salt", []),
        ("Neighbors melt salt", []),
        ("Neighbors do not share salt", []),
        ("The list of neighbors", []),
        ("Salts neighbors share", []),
        ("Neighbors share memory", []),
        ("Neighbors share salt in the terminal", []),
        ("Neighbors share salt with a bot", []),
        ("Bot for neighbors who share salt. Neighbors share salt", []),
    ],
)
def test_what_people_do_is_heard(lexicon, text, symbols):
    assert stated(read_description(text, lexicon)) == symbols
