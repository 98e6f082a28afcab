"""Declarations of the user are written where the project has its settings."""

import pytest
import tomli

from framesage.editing.light_bulb import LightBulb
from framesage.fixes import FixKind, apply_edits
from framesage.fixes.declarations import declare_framework, declare_trait
from framesage.fixes.settings_writer import SettingsWriter
from unit.fixes.locations import read_text

TOP = ("tool", "framesage")
WRITTEN = {
    "no table yet": ("[a]\nb = 1\n", "[a]\nb = 1\n\n[tool.framesage.traits]\nx = true\n"),
    "no final line end": ("[a]\nb = 1", "[a]\nb = 1\n\n[tool.framesage.traits]\nx = true\n"),
    "blank lines at the end": (
        "[a]\nb = 1\n\n", "[a]\nb = 1\n\n[tool.framesage.traits]\nx = true\n",
    ),
    "empty file": ("", "[tool.framesage.traits]\nx = true\n"),
    "CRLF": ("[a]\r\n", "[a]\r\n\r\n[tool.framesage.traits]\r\nx = true\r\n"),
    "a table": (
        "[tool.framesage.traits]\n  y = false # z\n\n[a]\n",
        "[tool.framesage.traits]\n  y = false # z\n  x = true\n\n[a]\n",
    ),
    "an empty table": (
        "[tool.framesage.traits]\n[a]\n", "[tool.framesage.traits]\nx = true\n[a]\n",
    ),
    "dotted keys": (
        "[tool.framesage]\ntraits.y = false\n",
        "[tool.framesage]\ntraits.y = false\ntraits.x = true\n",
    ),
    "an inline table": (
        "[tool.framesage]\ntraits = { y = false }\n",
        "[tool.framesage]\ntraits = { y = false, x = true }\n",
    ),
    "an empty inline table": (
        "[tool.framesage]\ntraits = {}\n", "[tool.framesage]\ntraits = { x = true }\n",
    ),
    "an inline table above": (
        "[tool]\nframesage = { layout = true }\n",
        "[tool]\nframesage = { layout = true, traits.x = true }\n",
    ),
    "another value": (
        "[tool.framesage.traits]\nx = false # y\n", "[tool.framesage.traits]\nx = true # y\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), WRITTEN.values(), ids=WRITTEN)
def test_a_setting_is_written_in_the_style_of_the_file(before, after):
    manifest = read_text(before, "pyproject.toml")
    edit = SettingsWriter(manifest, TOP).write(("traits",), "x", "true")
    assert apply_edits(manifest.source, [edit]) == after
    assert tomli.loads(after)["tool"]["framesage"]["traits"]["x"] is True


def test_a_key_of_the_top_table_is_written_above_its_subtables():
    manifest = read_text("[a]\n[tool.framesage.traits]\nx = true\n", "pyproject.toml")
    edit = SettingsWriter(manifest, TOP).write((), "framework", '"flask"')
    assert apply_edits(manifest.source, [edit]) == (
        '[a]\n[tool.framesage]\nframework = "flask"\n\n[tool.framesage.traits]\nx = true\n'
    )


def test_a_key_of_a_settings_file_is_written_above_its_tables():
    manifest = read_text("[traits]\nx = true\n", "framesage.toml")
    edit = SettingsWriter(manifest, ()).write((), "framework", '"flask"')
    assert apply_edits(manifest.source, [edit]) == 'framework = "flask"\n\n[traits]\nx = true\n'


NO_TABLES = ["traits = true\n", 'traits = ["x"]\n', "[[traits]]\nx = true\n"]


@pytest.mark.parametrize("text", NO_TABLES)
def test_nothing_is_written_below_a_value_that_is_not_a_table(text):
    """A second definition of the name would be invalid TOML."""
    manifest = read_text(text, "framesage.toml")
    assert SettingsWriter(manifest, ()).write(("traits",), "y", "true") is None


def test_comments_in_an_empty_table_are_kept():
    manifest = read_text("traits = {\n  # none yet\n}\n", "framesage.toml")
    edit = SettingsWriter(manifest, ()).write(("traits",), "x", "true")
    assert apply_edits(manifest.source, [edit]) == "traits = { x = true\n  # none yet\n}\n"


REQUIREMENTS = "flask\nflask-login\nflask-wtf\nstripe\n"
RULE = "flask-without-security-headers"


def finding_of(assessment, rule):
    return next(finding for finding in assessment.findings if finding.rule == rule)


@pytest.mark.parametrize("asks", [True, False])
def test_every_declaration_and_ignore_removes_its_finding(assess_project, asks):
    before = assess_project(REQUIREMENTS, pyproject__toml='[project]\nname = "x"\n')
    light_bulb = LightBulb(before, asks=asks, can_apply=lambda _fix: True)
    entries = light_bulb.entries([finding_of(before, RULE)], 6)
    fixes = [entry.fix for entry in entries if entry.fix and entry.fix.kind is FixKind.DECLARE]
    assert len(fixes) == (1 if asks else 3)
    for fix in fixes:
        texts = written(before, fix)
        after = assess_project(texts["requirements.txt"], pyproject__toml=texts["pyproject.toml"])
        assert RULE not in [finding.rule for finding in after.findings], fix.title


def test_the_trait_with_the_most_evidence_is_declared(assess_project):
    before = assess_project(REQUIREMENTS)
    (fix,) = declare_trait(finding_of(before, RULE), before)
    assert fix.title == "Set `renders-html = false` for this project"
    beliefs = {inferred.trait.id: inferred.belief for inferred in before.traits}
    assert beliefs["renders-html"] > beliefs["needs-auth"]


def test_a_trait_without_evidence_is_not_declared(assess_project):
    """That a package for other projects has no such finding is no reason to call this one."""
    before = assess_project("flask\nflask-sqlalchemy\n")
    finding = finding_of(before, "flask-sqlalchemy-without-migrations")
    assert list(declare_trait(finding, before)) == []


def test_the_framework_is_declared_only_where_that_removes_the_finding(assess_project):
    before = assess_project(f"{REQUIREMENTS}flask-admin\nflask-sqlalchemy\nflask-mail\n")
    rules = {finding.rule: finding for finding in before.findings}
    assert list(declare_framework(rules["flask-sqlalchemy-without-migrations"], before)) == []
    (fix,) = declare_framework(rules["flask-rebuilds-django"], before)
    (edit,) = fix.edits
    assert fix.title == 'Set `framework = "flask"` for this project'
    assert (edit.path.name, edit.create, edit.text) == (
        "framesage.toml",
        True,
        'framework = "flask"\n',
    )
    after = assess_project(framesage__toml=edit.text)
    assert "flask-rebuilds-django" not in [finding.rule for finding in after.findings]


def written(assessment, fix):
    sources = [manifest.source for manifest in assessment.project.manifests]
    return {source.path.name: apply_edits(source, fix.edits) for source in sources}
