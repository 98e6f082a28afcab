"""Minimal sequences from random sessions in which the editor and `check` differed."""

import pytest

from sessions.client import Profile
from sessions.runner import fails

README = [
    ["write", ["one/sub/pyproject.toml", 1]],
    ["open", ["one/sub/pyproject.toml", 5]],
    ["look", []],
    ["open", ["one/sub/README.md", 2]],
    ["look", []],
]
TWO_NAMES = [
    ["write", ["one/requirements.txt", 3]],
    ["link", [1]],
    ["open", ["one/requirements.txt", 9]],
    ["open", ["one/requirements-dev.txt", 7]],
    ["look", []],
]
EDITED_RULES = [
    ["write", ["one/rules/own.toml", 3]],
    ["open", ["one/rules/own.toml", 3]],
    ["open", ["one/tool.py", 0]],
    ["configure", [5]],
    ["change", ["one/rules/own.toml", 1]],
    ["look", []],
]
EXCLUDED_BELOW = [
    ["write", ["one/sub/deep/requirements.txt", 0]],
    ["open", ["one/sub/framesage.toml", 6]],
    ["configure", [4]],
    ["look", []],
    ["delete", ["one/sub/deep/requirements.txt"]],
    ["configure", [2]],
    ["look", []],
]
INCLUDED_FROM_BELOW = [
    ["write", ["one/sub/requirements.txt", 5]],
    ["open", ["one/base.txt", 3]],
    ["write", ["one/framesage.toml", 11]],
    ["look", []],
]
BEGUN_ABOVE = [
    ["write", ["one/sub/pyproject.toml", 0]],
    ["write", ["one/framesage.toml", 9]],
    ["open", ["one/sub/base.txt", 0]],
    ["open", ["one/setup.cfg", 1]],
    ["look", []],
]
LIST_BESIDE = [
    ["write", ["one/requirements/web.txt", 16]],
    ["write", ["one/sub/framesage.toml", 8]],
    ["open", ["one/sub/README.md", 0]],
    ["open", ["one/requirements/web.txt", 0]],
    ["delete", ["one/requirements/web.txt"]],
    ["look", []],
]
INCLUDED_FROM_OUTSIDE = [
    ["write", ["two/requirements.txt", 327]],
    ["write", ["one/requirements.txt", 120]],
    ["open", ["one/requirements-dev.txt", 313]],
    ["look", []],
]
ENDED_BY_OUTER = [
    ["open", ["one/docs/requirements.txt", 343]],
    ["open", ["one/setup.cfg", 190]],
    ["look", []],
]
UNSAVED_CODE = [
    ["write", ["one/README.md", 201]],
    ["write", ["one/framesage.toml", 347]],
    ["open", ["one/framesage.toml", 347]],
    ["look", []],
    ["open", ["one/tool.py", 285]],
    ["look", []],
]
EDITED_BASELINE = [
    ["write", ["one/framesage.toml", 313]],
    ["open", ["one/framesage.toml", 313]],
    ["open", ["one/baseline.json", 128]],
    ["look", []],
    ["type", ["one/baseline.json", 239]],
    ["look", []],
]
SEQUENCES = {
    "README": README,
    "two names": TWO_NAMES,
    "edited rules": EDITED_RULES,
    "excluded below": EXCLUDED_BELOW,
    "included from below": INCLUDED_FROM_BELOW,
    "begun above": BEGUN_ABOVE,
    "list beside": LIST_BESIDE,
    "included from outside": INCLUDED_FROM_OUTSIDE,
    "ended by an outer project": ENDED_BY_OUTER,
    "unsaved code": UNSAVED_CODE,
    "edited baseline": EDITED_BASELINE,
}


@pytest.mark.parametrize("profile", [Profile(), Profile(pulls=True, events="all")])
@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_a_sequence_shows_what_a_check_finds(profile, sequence):
    assert fails(profile, [sequence]) == ""
