"""Declarations of the user are written where the project has its settings."""

import pytest
import tomli

from framesage.fixes import apply_edits, fixes_for
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


def fixes_of(assessment, rule):
    finding = next(finding for finding in assessment.findings if finding.rule == rule)
    return {fix.title: fix for fix in fixes_for(finding, assessment)}


def test_a_finding_offers_to_declare_the_opposite_of_its_traits(assess_project):
    titles = fixes_of(assess_project(REQUIREMENTS), RULE)
    assert "Set `needs-auth = false` for this project" in titles
    assert "Set `renders-html = false` for this project" in titles


def test_every_declaration_resolves_its_finding(assess_project):
    before = assess_project(REQUIREMENTS, pyproject__toml='[project]\nname = "x"\n')
    fixes = fixes_of(before, RULE)
    del fixes['Set `framework = "flask"` for this project']
    assert len(fixes) > 4
    for title, fix in fixes.items():
        texts = written(before, fix)
        after = assess_project(texts["requirements.txt"], pyproject__toml=texts["pyproject.toml"])
        assert RULE not in [finding.rule for finding in after.findings], title


def written(assessment, fix):
    sources = [manifest.source for manifest in assessment.project.manifests]
    return {source.path.name: apply_edits(source, fix.edits) for source in sources}


def test_without_a_pyproject_a_settings_file_is_created(assess_project):
    fixes = fixes_of(assess_project(REQUIREMENTS), RULE)
    (edit,) = fixes['Set `framework = "flask"` for this project'].edits
    assert (edit.path.name, edit.create) == ("framesage.toml", True)
    assert edit.text == 'framework = "flask"\n'
