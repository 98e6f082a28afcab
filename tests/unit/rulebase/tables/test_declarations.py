"""The declarations of tables agree with the readers, and with the built-in rules."""

from __future__ import annotations

from collections import defaultdict

import pytest

from framesage.rulebase import load_rule_base
from framesage.rulebase.builder import build
from framesage.rulebase.parsing import read_files
from framesage.rulebase.paths import all_files, shipped_rules
from framesage.rulebase.strict_table import Table
from framesage.rulebase.tables import FILE, TABLES, tables_at, types_at
from framesage.rulebase.tables.packs import PACK_FILE
from framesage.rulebase.tables.schema import Context
from framesage.rulebase.tables.types import Either, ListOf, MapOf, TableOf, TablesOf

FURTHER = """
[defaults]
framework = "flask"

[[extend]]
package-set = "flask-kits"
packages = ["acme-kit"]

[[extend]]
battery = "login"
packages = ["acme-auth"]

[[extend]]
framework = "django"
[extend.plugins]
packages = ["acme-admin"]

[[extend]]
evidence = "login-packages"
keywords.fair = ["sign-up"]

[[override]]
rule = "accounts-favor-django"
strength = "slight"

[[override]]
rule = "flask-forms-without-csrf"
severity = "warning"

[[override]]
evidence = "login-packages"
packages = ["flask-login"]
off = true

[[override]]
derivation = "web-by-extensions"
off = true

[[override]]
trait = "multi-tenant"
off = true

[[rule]]
id = "acme-names"
title = "Names"
message = "Rename it."
why = "Names matter."
severity = "hint"
when = { package = "flask", project-name = "*-api", requires-python = "<3" }
references = ["https://acme.example/names"]
"""
"""Tables that the built-in rules do not have."""


FILES = {FILE.name: FILE, PACK_FILE.name: PACK_FILE}
PACK = """
[pack]
name = "acme"
version = "1"
"""


@pytest.fixture(scope="module")
def read_keys(tmp_path_factory):
    """The keys that readers read, by the names of the declarations."""
    found = defaultdict(set)
    value = Table._value

    def record(table, key, *args):
        file = PACK_FILE if table.location.path.name == "pack.toml" else FILE
        for schema in tables_at(table.location.keys, file):
            found[schema.name].add(key)
        return value(table, key, *args)

    folder = tmp_path_factory.mktemp("acme")
    (folder / "further.toml").write_text(FURTHER, encoding="utf-8")
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "_value", record)
        build(read_files(all_files([shipped_rules(), folder / "further.toml"])))
        load_rule_base([folder])
    return found


@pytest.mark.parametrize("name", [*FILES, *TABLES])
def test_readers_know_the_keys_that_are_declared(name, read_keys):
    schema = {**TABLES, **FILES}[name]
    further = {"flask", "django"} if schema.others else set()
    dispatched = {"release"} if name == "condition" else set()
    assert read_keys[name] - further | dispatched == schema.by_name.keys()


def test_every_table_is_part_of_a_file():
    seen, types = {*FILES}, [key.type for file in FILES.values() for key in file.keys]
    while types:
        found = types.pop()
        if isinstance(found, Either):
            types += found.types
        elif isinstance(found, ListOf):
            types.append(found.item)
        elif isinstance(found, MapOf):
            types.append(found.value)
        elif isinstance(found, TableOf | TablesOf) and found.table not in seen:
            seen.add(found.table)
            schema = TABLES[found.table]
            types += [key.type for key in (*schema.keys, *filter(None, [schema.others]))]
    assert seen == {*FILES, *TABLES}


def test_the_built_in_rules_are_as_declared():
    context = Context(TABLES)
    for file in read_files(all_files([shipped_rules()])):
        assert [*FILE.problems(file.tables, context)] == []


@pytest.mark.parametrize("schema", [*FILES.values(), *TABLES.values()], ids=[*FILES, *TABLES])
def test_keys_are_declared_once_and_described(schema):
    names = [key.name for key in schema.keys]
    assert len(names) == len(set(names))
    for key in (*schema.keys, *filter(None, [schema.others])):
        assert key.description.endswith((".", "...")), key.name
        assert key.description[0].isupper() or key.description[0] in "(.", key.name
    together = (
        *schema.one_of,
        *schema.together,
        schema.any_of,
        *(key.needs for key in schema.keys),
    )
    assert {name for group in together for name in group} <= {*names}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("rule", 3, "title"), ["a string"]),
        (("rule", 0, "when", "none", 2, "package"), ["a package name, or a list of them"]),
        (("rule", 0, "test", 1, "groups", "web"), ["a list of strings"]),
        (("need", 0, "flask", "docs"), ["an https page"]),
        (("evidence", 0, "packages", "strong", 1), ["a package name"]),
        (("rule", "title"), []),
        (("rule", 0, "titel"), []),
    ],
)
def test_a_path_leads_to_the_types_of_its_value(path, words):
    assert [found.words for found in types_at(path)] == words


IDS = {"trait": ["needs-auth"], "strength": ["weak"], "claim": ["G01"], "candidate": ["flask"]}
RULE = {
    "id": "x",
    "title": "x",
    "why": "x",
    "when": "needs-auth",
    "references": ["guide:G01"],
    "favors": "flask",
    "strength": "weak",
}
MISTAKES = [
    ({"titel": "x"}, (), "rule.titel: unknown key 'titel'; did you mean 'title'?"),
    ({}, ("title",), "rule: 'title' is missing: a string"),
    ({"title": " "}, (), "rule.title: 'title' must not be empty"),
    ({"title": 1}, (), "rule.title: 'title' must be a string"),
    ({"id": "A_b"}, (), "rule.id: 'A_b' must be in kebab-case: lowercase words joined by '-'"),
    (
        {"strength": 2},
        (),
        "rule.strength: 'strength' must be a number between 0 and 1, or 'conclusive'",
    ),
    ({"strength": "waek"}, (), "rule.strength: unknown strength 'waek'; did you mean 'weak'?"),
    ({}, ("strength",), "rule: 'strength' is missing: a number between 0 and 1, or 'conclusive'"),
    (
        {"severity": "hint"},
        (),
        "rule.severity: a rule cannot both favor a framework and report a finding: remove",
    ),
    (
        {},
        ("favors", "strength"),
        "rule: a rule needs 'favors' and 'strength' to favor a framework, or",
    ),
    (
        {"at": "head"},
        (),
        "rule.at: a rule cannot both favor a framework and report a finding: remove",
    ),
    ({"references": []}, (), "rule.references: 'references' must not be empty"),
    (
        {"references": ["x", 1]},
        (),
        "rule.references: 'references' must be a list of https pages, or of",
    ),
    ({"references": ["x"]}, (), "rule.references.0: 'x' is neither 'guide:G01' nor an https page"),
    ({"references": ["guide:G1"]}, (), "rule.references.0: unknown claim 'G1'"),
    ({"when": 1}, (), "rule.when: 'when' must be a condition (the id of a trait, or a table)"),
    ({"when": {}}, (), "rule.when: 'when' must not be empty"),
    ({"when": "needs-auht"}, (), "rule.when: unknown trait 'needs-auht'; did you mean"),
    ({"when": {"all": [{"trait": "a"}]}}, (), "rule.when.all.0.trait: unknown trait 'a'"),
    (
        {"when": {"version": "<2"}},
        (),
        "rule.when.version: 'version' needs 'package', 'package-set', ",
    ),
    ({"when": {"count": 0, "of": "batteries"}}, (), "rule.when.count: 'count' must be 1 or more"),
    ({"test": {}}, (), "rule.test: write 'test' as an array of tables: [[rule.test]]"),
    ({"test": [{"name": "x"}]}, (), "rule.test.0: 'wanted' is missing: true or false"),
    (
        {"test": [{"name": "x", "wanted": True, "today": "2026-01-01"}]},
        (),
        "rule.test.0.today: 'today' must be a date without quotation marks, like",
    ),
    (
        {"test": [{"name": "x", "wanted": True, "traits": {"mvp": True}}]},
        (),
        "rule.test.0.traits.mvp: unknown trait 'mvp'",
    ),
]


@pytest.mark.parametrize(("given", "left_out", "message"), MISTAKES)
def test_a_mistake_is_one_problem_at_its_place(given, left_out, message):
    raw = {key: value for key, value in {**RULE, **given}.items() if key not in left_out}
    problems = TABLES["rule"].problems(raw, Context(TABLES, IDS))
    found = [f"{'.'.join(map(str, ('rule', *path)))}: {text}" for path, text in problems]
    assert len(found) == 1, found
    assert found[0].startswith(message)


def test_a_misspelled_key_is_not_missing_as_well():
    raw = {("wyh" if key == "why" else key): value for key, value in RULE.items()}
    problems = [*TABLES["rule"].problems(raw, Context(TABLES, IDS))]
    assert problems == [(("wyh",), "unknown key 'wyh'; did you mean 'why'?")]
