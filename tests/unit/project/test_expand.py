"""Paths in settings may contain the home folder and environment variables."""

from pathlib import Path

import pytest

from framesage.project.settings.expand import expanded, unset_variable


@pytest.fixture(autouse=True)
def _environment(monkeypatch):
    monkeypatch.setenv("ACME_RULES", "rules of acme")
    monkeypatch.setenv("HOME", "/home/kim")
    monkeypatch.setenv("USERPROFILE", "/home/kim")
    monkeypatch.delenv("UNSET_ONE", raising=False)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("../rules", "/srv/rules"),
        ("./a/../b.toml", "/srv/shop/b.toml"),
        ("$ACME_RULES/x", "/srv/shop/rules of acme/x"),
        ("${ACME_RULES}2", "/srv/shop/rules of acme2"),
        ("~/rules", "/home/kim/rules"),
        ("/abs/$ACME_RULES", "/abs/rules of acme"),
        ("a~b/$", "/srv/shop/a~b/$"),
        ("$UNSET_ONE/x", "/srv/shop/$UNSET_ONE/x"),
    ],
)
def test_a_path_is_expanded(written, path):
    assert expanded(written, Path("/srv/shop")) == Path(path)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("$UNSET_ONE/x", "UNSET_ONE"),
        ("$ACME_RULES/${UNSET_ONE}", "UNSET_ONE"),
        ("$ACME_RULES", ""),
        ("100$", ""),
    ],
)
def test_a_variable_that_is_not_set_is_named(written, name):
    assert unset_variable(written) == name
