"""The table that is the cause of a changed outcome is found by leaving it out."""

from __future__ import annotations

import pytest

from framesage.rule_checks.builtin_outcomes import changed_outcomes
from framesage.rule_checks.causes import MOST_TABLES
from framesage.rulebase import load_rule_base
from framesage.rulebase.parsing import read_files
from unit.rule_checks.conftest import ADVICE, GUIDANCE

NEUTRAL = '[[neutral]]\nwhy = "runs jobs"\npackages = ["acme-{}"]\n'
MANY = "".join(NEUTRAL.format(number) for number in range(MOST_TABLES))


@pytest.fixture
def changes(tmp_path, builtin):
    """Return the changed outcomes of files, each with the file and line of its cause."""

    def changes_of(*texts):
        paths = [tmp_path / f"{number}.toml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        merged = load_rule_base(paths, whole=True)
        found = changed_outcomes(builtin, merged, read_files(paths))
        return {
            (
                change.rule.id,
                change.now,
                change.cause and (change.cause.path.stem, change.cause.line),
            )
            for change in found
        }

    return changes_of


def test_rules_that_change_nothing_have_no_changes(changes):
    assert changes(ADVICE, MANY) == set()


@pytest.mark.parametrize("more", ["", MANY], ids=["few tables", "many tables"])
def test_the_cause_is_one_table(changes, more):
    found = changes(NEUTRAL.format("x") + GUIDANCE, ADVICE, more)
    assert ("either-framework-fits", "does not fire", ("0", 4)) in found
    assert {cause for _, _, cause in found} == {("0", 4)}


def test_the_cause_is_a_file_if_it_has_many_tables(changes):
    assert {cause for _, _, cause in changes(MANY + GUIDANCE)} == {("0", 1)}


def test_no_table_is_named_if_two_suffice_on_their_own(changes):
    other = GUIDANCE.replace("acme-accounts", "acme-logins").replace("strong", "conclusive")
    found = changes(GUIDANCE.replace('"strong"', '"conclusive"'), other)
    assert ("either-framework-fits", "does not fire", None) in found


@pytest.mark.parametrize(
    ("override", "rule"),
    [
        ('rule = "flask-unsupported"\noff = true', "flask-unsupported"),
        ('rule = "accounts-favor-django"\noff = true', "accounts-favor-django"),
        ('evidence = "login-packages"\noff = true', "few-needs-favor-flask"),
    ],
)
def test_an_override_is_a_cause(changes, override, rule):
    found = changes(f"[[override]]\n{override}\n")
    assert rule in {changed for changed, _, cause in found if cause == ("0", 1)}
