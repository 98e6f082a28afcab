"""The loader of rules and of packs, and what their rules do to a project."""

from __future__ import annotations

from functools import partial

from framesage.api import check_text
from framesage.rule_checks.report import check_added
from framesage.rulebase.builder import build
from framesage.rulebase.errors import RuleBaseError
from framesage.rulebase.load import build_with, load_rule_base
from framesage.rulebase.packs.description import read_pack
from framesage.rulebase.packs.model import PackFiles
from framesage.rulebase.packs.size import content_errors
from framesage.rulebase.parsing import RuleFile, read_files
from fuzz import seeds
from fuzz.manifest_targets import FOLDER
from fuzz.target import Target, text_of

RULES, PACK = FOLDER / "rules.toml", FOLDER / "pack.toml"
PROJECT = "flask==1.0\npsycopg2-binary\nflask-login\nacme-auth\n"


def check_rules(data: bytes) -> None:
    """Read rules by themselves: every error has its location."""
    try:
        build(parsed(data))
    except RuleBaseError as error:
        assert_told(error, text_of(data))


def check_team_rules(data: bytes) -> None:
    """Read rules beside the built-in ones, run their tests, and apply them to a project."""
    try:
        merged = build_with(parsed(data))
    except RuleBaseError as error:
        assert_told(error, text_of(data))
        return
    report = check_added(load_rule_base(whole=True), merged)
    assert all(map(str, report.issues))
    for finding in check_text(PROJECT, rules=merged).findings:
        assert finding.message


def check_pack(data: bytes) -> None:
    """Read the description of a pack."""
    found = PackFiles(root=FOLDER, files=(), pack_file=PACK)
    try:
        assert read_pack(found, {PACK: text_of(data)}) is not None
    except RuleBaseError as error:
        assert_told(error, text_of(data))


def parsed(data: bytes) -> list[RuleFile]:
    """Return the parsed file, unless it is larger than packs may be."""
    files = read_files([RULES], {RULES: text_of(data)})
    too_large = list(content_errors(files))
    if too_large:
        raise RuleBaseError(too_large)
    return files


def assert_told(error: RuleBaseError, text: str) -> None:
    """Assert that errors are short single lines at places of the text."""
    last = text.count("\n") + 1
    assert error.errors
    for found in error.errors:
        assert 1 <= found.line <= last or "defined in" in found.message or found.path not in OWN
        assert found.message.isprintable()
        assert len(found.message) <= 1_000


OWN = frozenset((RULES, PACK))
RULE_TARGETS = (
    Target("rules", check_rules, seeds.rule_files),
    Target("team-rules", check_team_rules, seeds.rule_files, 0.01, seconds=30),
    Target("packs", check_pack, partial(seeds.files_named, "pack.toml"), 0.5),
)
