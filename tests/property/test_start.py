"""Starting with a framework works in any layout of a file, and only once."""

from datetime import date
from pathlib import Path

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from framesage.advice.assess import assess
from framesage.fixes import apply_edits, start_edits
from framesage.manifests import read_any
from framesage.project import Disk, Overlay, load_project
from framesage.rulebase import load_rule_base
from framesage.text import Source
from property.test_fixes import ENDS, WITH_COMMENTS, lists_of_lines

BASE = load_rule_base()
TODAY = date(2026, 11, 28)
ROOT = Path("/no-such-folder/project")
NEEDS = sorted({trait for need in BASE.needs.values() for trait in need.read_traits})
ANSWERS = st.dictionaries(
    st.sampled_from(["needs-auth", "needs-admin", "api-only", "mvp"]), st.booleans()
)


@st.composite
def empty_lists(draw):
    """Files whose main list is empty or missing, with sections around it."""
    texts = {
        "requirements.txt": ["", "# é🐍\n", "\n\n", "--pre\n"],
        "pyproject.toml": [
            "[project]\nname = 'a'\n", "[project]\ndependencies = []\n",
            '[project]\ndependencies = [\n  # é🐍 "\n]\n', "[tool.poetry]\nname = 'a'\n",
            "[tool.poetry.dependencies]\npython = '*'\n",
        ],
        "Pipfile": ["", "[packages]\n", "[packages]\n\n[dev-packages]\npytest = '*'\n"],
        "pixi.toml": ["[dependencies]\n", "[workspace]\nname = 'a'\n"],
        "environment.yml": ["dependencies:\n", "dependencies:\n- python\n- pip\n", "name: a\n"],
        "setup.cfg": ["[options]\ninstall_requires =\n", "[metadata]\nname = a\n", "[options]\n"],
        "setup.py": ["setup(install_requires=[])\n", "setup(\n    install_requires=[\n    ],\n)\n"],
    }  # fmt: skip
    name = draw(st.sampled_from(sorted(texts)))
    text = draw(st.sampled_from(texts[name]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if name.endswith(".toml") and draw(st.booleans()):
        text += "\n\n[tool.other]\na = 1\n"
    return text.replace("\n", draw(ENDS)), name


def assessed(texts):
    files = Overlay(Disk(), {ROOT / name: text for name, text in texts.items()})
    return assess(load_project(ROOT, files), BASE, TODAY)


def started(texts, framework, answers):
    """Return the texts of files after starting, by name, and what was left to paste."""
    changes = start_edits(assessed(texts), framework, answers=answers, kit=True)
    after = dict(texts)
    for change in changes.files:
        if change.edits:
            source = Source(change.path, texts.get(change.path.name, ""))
            after[change.path.name] = apply_edits(source, change.edits)
    return after, changes.to_paste


@settings(max_examples=150)
@given(
    st.one_of(WITH_COMMENTS, lists_of_lines(), empty_lists()),
    st.sampled_from(["flask", "django"]),
    ANSWERS,
)
def test_starting_a_second_time_changes_nothing(file, framework, answers):
    text, name = file
    after, to_paste = started({name: text}, framework, answers)
    again, _ = started(after, framework, answers)
    assert again == after
    project = assessed(after).project
    required = {found.name for manifest in project.manifests for found in manifest.requirements}
    assert framework in required or to_paste
    for name, changed in after.items():
        if name in ("Pipfile", "pyproject.toml", "pixi.toml", "framesage.toml"):
            tomli.loads(changed)


@settings(max_examples=50)
@given(st.one_of(WITH_COMMENTS, lists_of_lines()), st.sampled_from(["flask", "django"]))
def test_starting_keeps_all_requirements(file, framework):
    text, name = file
    before = {(found.name, found.specifier) for found in read(text, name)}
    after, _ = started({name: text}, framework, {})
    assert before <= {(found.name, found.specifier) for found in read(after[name], name)}


@settings(max_examples=60)
@given(st.sampled_from(["flask", "django"]), st.sets(st.sampled_from(NEEDS), max_size=4))
def test_a_kit_leaves_nothing_to_add(framework, needs):
    """What the advice asks for is in the kit, and no package breaks another."""
    answers = dict.fromkeys(needs, True)
    after, _ = started({"requirements.txt": ""}, framework, answers)
    rules = [BASE.advice.get(finding.rule) for finding in assessed(after).findings]
    assert [rule.id for rule in rules if rule and rule.fix and rule.fix.add] == []
    names = {found.name for found in read(after["requirements.txt"], "requirements.txt")}
    assert not [name for name in names if names & set(BASE.conflicts.get(name, ()))]


def read(text, name):
    return read_any(Source(ROOT / name, text)).requirements
