"""Paths in settings may contain the home folder and environment variables."""

from pathlib import Path

import pytest

from framesage.project.settings.expand import expanded, is_network_path, unset_variable


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


NETWORK = [r"\\host\share", "//host/share", r"\/host\share", r"\\?\UNC\host\share"]


@pytest.mark.parametrize("written", NETWORK)
def test_windows_does_not_look_on_another_machine(written, monkeypatch):
    monkeypatch.setattr("framesage.project.settings.expand._IS_WINDOWS", True)
    assert is_network_path(written)
    assert expanded(written, Path("/srv/shop")).is_relative_to("/srv/shop")


@pytest.mark.parametrize("written", ["/srv/rules", "rules//x", r"C:\rules", "../rules", "", "/"])
def test_other_paths_are_on_this_machine(written):
    assert not is_network_path(written)
