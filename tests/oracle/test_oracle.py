"""Traits, verdicts and findings agree with an expert system in CLIPS that has the same rules.

``FRAMESAGE_ORACLE=10000`` sets the number of random projects.
"""

import os
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from framesage.advice.findings import rule_findings
from framesage.advice.rule_tests import example_project
from framesage.analysis.analyze import analyze
from framesage.project import Disk, discover, load_project
from framesage.project.model import Settings
from framesage.rulebase import load_rule_base, symbols
from framesage.rulebase.model import RuleTest
from framesage.rulebase.symbols import Kind
from framesage.severity import Severity

if not os.environ.get("CI"):
    pytest.importorskip("clips", reason="clipspy is not installed: pip install clipspy")

from oracle.translation import Oracle

TODAY = date(2026, 11, 24)
AT_ONCE = 250
"""After so many projects CLIPS starts again: it takes longer for each one."""
COUNT = int(os.environ.get("FRAMESAGE_ORACLE", "200"))


PACK = Path(__file__).resolve().parents[2] / "examples" / "packs" / "fastapi"


@pytest.fixture(scope="module", params=[(), (PACK,)], ids=["built-in", "pack"])
def rule_base(request):
    return load_rule_base(request.param, whole=True)


@pytest.fixture(scope="module")
def oracle(rule_base):
    return Oracle(rule_base)


@pytest.fixture(scope="module")
def words(rule_base):
    """The names that the rules look for, by the kind of symbol."""
    looked_for = {symbol for rule in rule_base.all_rules() for symbol in rule.condition.symbols()}
    found = {kind: set() for kind in Kind}
    for symbol in sorted(looked_for | rule_base.program.evidence.keys()):
        parsed = symbols.parse(symbol)
        found[parsed.kind].add(parsed.name)
    return {kind: sorted(names) for kind, names in found.items()}


def random_project(chance, words, rule_base):
    """Return a project with some of everything that rules look for, often on top of an example."""

    def some(kind, most):
        names = words[kind]
        return tuple(chance.sample(names, min(len(names), chance.randint(0, most))))

    rules = {**rule_base.advice, **rule_base.guidance}
    ids = sorted(rules)
    rule = rules[chance.choice(ids)]
    example = chance.choice((*rule.tests, RuleTest(name="", wanted=True)))
    candidates = [package for framework in rule_base.candidates for package in framework.packages]
    frameworks = chance.sample(candidates, chance.choice((0, 0, 0, 1, 1, 2)))
    pinned = [f"{name}{chance.choice(('', '>=1', '==1.0', '>=3', '==4.2'))}" for name in frameworks]
    traits = chance.sample(sorted(rule_base.traits), chance.choice((0, 0, 0, 1, 2)))
    declared = chance.choice(
        ("", "", "", "", *(framework.id for framework in rule_base.candidates))
    )
    classifiers = tuple(name.rstrip("*") for name in some(Kind.CLASSIFIER, 2))
    example = replace(
        example,
        requirements=(*example.requirements, *pinned, *some(Kind.PACKAGE, 8)),
        development=(*example.development, *some(Kind.PACKAGE, 3)),
        traits={**example.traits, **{trait: chance.random() < 0.6 for trait in traits}},
        framework=example.framework or declared,
        description=f"{example.description} {' '.join(some(Kind.PHRASE, 2))}".strip(),
        keywords=(*example.keywords, *some(Kind.KEYWORD, 2)),
        classifiers=(*example.classifiers, *classifiers),
        layout=(*example.layout, *some(Kind.LAYOUT, 5)),
    )
    off = dict.fromkeys(chance.sample(ids, chance.choice((0, 0, 0, 3))), Severity.OFF)
    off.pop(rule.id, None)
    severities = {rule.id: Severity.HINT, **off} if rule.severity == "off" else off
    settings = Settings(framework=example.framework, traits=example.traits, severities=severities)
    return example_project(example, settings)


def conclusions(analysis):
    """Return what the oracle returns."""
    traits = {found.trait.id: found.certainty for found in analysis.traits}
    verdict = analysis.verdict
    favored = verdict.framework.id if verdict.framework else ""
    rules = {finding.rule for finding in rule_findings(analysis)}
    return traits, (verdict.kind.value, favored, verdict.certainty), rules


def test_the_oracle_agrees_on_random_projects(rule_base, words):
    chance = random.Random(20261128)
    verdicts, fired = set(), set()
    for number in range(COUNT):
        if number % AT_ONCE == 0:
            oracle = Oracle(rule_base)
        analysis = analyze(random_project(chance, words, rule_base), rule_base, TODAY)
        expected = conclusions(analysis)
        assert oracle.assess(analysis) == expected, number
        verdicts.add(expected[1][:2])
        fired |= expected[2]
    assert len(verdicts) >= 5
    assert len(fired) > len(rule_base.advice) / 2


def test_the_oracle_agrees_on_real_projects(oracle, rule_base, corpus):
    folders = sorted(path for path in (corpus / "projects").iterdir() if path.is_dir())
    roots = [root for folder in folders for root in discover(folder, Disk())]
    assert len(roots) > 100
    for root in roots:
        analysis = analyze(load_project(root, Disk(), root), rule_base, TODAY)
        assert oracle.assess(analysis) == conclusions(analysis), root
