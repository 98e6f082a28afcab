"""The pages about built-in rules, whose tests an installed server does not keep in memory."""

import pytest

from framesage.lsp.workspace.rule_pages import rule_html
from framesage.rulebase import load, load_rule_base
from framesage.rulebase.snapshot import _essential


@pytest.fixture
def as_installed(monkeypatch):
    """Return the built-in rules without tests, as a snapshot has them; the whole is never read."""
    slim = _essential(load_rule_base())
    monkeypatch.setattr(load, "_shipped", lambda: slim)
    monkeypatch.setattr(load, "_whole", lambda: pytest.fail("the whole rule base is loaded"))
    return slim


def test_the_pages_have_all_examples_without_the_whole_rule_base(request):
    whole = load_rule_base(whole=True)
    expected = {name: rule_html(name, load_rule_base()) for name in whole.advice}
    assert "Example" in expected["two-frameworks"]
    installed = request.getfixturevalue("as_installed")
    assert {name: rule_html(name, installed) for name in installed.advice} == expected
