"""What the user states, written where the project keeps its settings."""

from pathlib import Path

import pytest
import tomli

from framesage.fixes import apply_edits, fixes_for
from framesage.fixes.settings_writer import SettingWriter
from framesage.text import Source

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
def test_a_setting_is_written_as_the_file_writes_its_own(before, after):
    source = Source(Path("/project/pyproject.toml"), before)
    edit = SettingWriter(source, TOP).write(("traits",), "x", "true")
    assert apply_edits(source, [edit]) == after
    assert tomli.loads(after)["tool"]["framesage"]["traits"]["x"] is True


def test_a_key_of_the_top_table_stands_above_the_tables_below_it():
    source = Source(Path("/project/pyproject.toml"), "[a]\n[tool.framesage.traits]\nx = true\n")
    edit = SettingWriter(source, TOP).write((), "framework", '"flask"')
    assert apply_edits(source, [edit]) == (
        '[a]\n[tool.framesage]\nframework = "flask"\n\n[tool.framesage.traits]\nx = true\n'
    )


def test_a_key_of_a_file_of_settings_stands_above_its_tables():
    source = Source(Path("/project/framesage.toml"), "[traits]\nx = true\n")
    edit = SettingWriter(source, ()).write((), "framework", '"flask"')
    assert apply_edits(source, [edit]) == 'framework = "flask"\n\n[traits]\nx = true\n'


NO_TABLES = ["traits = true\n", 'traits = ["x"]\n', "[[traits]]\nx = true\n"]


@pytest.mark.parametrize("text", NO_TABLES)
def test_nothing_is_stated_below_what_is_no_table(text):
    """A table of the same name beside it would be no TOML."""
    source = Source(Path("/project/framesage.toml"), text)
    assert SettingWriter(source, ()).write(("traits",), "y", "true") is None


def test_the_comments_in_an_empty_table_stay():
    source = Source(Path("/project/framesage.toml"), "traits = {\n  # none yet\n}\n")
    edit = SettingWriter(source, ()).write(("traits",), "x", "true")
    assert apply_edits(source, [edit]) == "traits = { x = true\n  # none yet\n}\n"


REQUIREMENTS = "flask\nflask-login\nflask-wtf\n"
RULE = "flask-without-security-headers"


def fixes_of(assessment, rule):
    finding = next(one for one in assessment.findings if one.rule == rule)
    return {fix.title: fix for fix in fixes_for(finding, assessment)}


def test_a_finding_offers_to_deny_what_it_rests_on(assess_project):
    fixes = fixes_of(assess_project(REQUIREMENTS), RULE)
    denials = [title for title in fixes if title.startswith("This is not true of this project")]
    assert len(denials) == 2  # needs-auth, renders-html


def test_every_statement_silences_its_finding_when_it_is_read_again(assess_project):
    before = assess_project(REQUIREMENTS, pyproject__toml='[project]\nname = "x"\n')
    for title, fix in fixes_of(before, RULE).items():
        if title.startswith(("Ignore", "This is", "Add")):
            texts = written(before, fix)
            after = assess_project(
                texts["requirements.txt"], pyproject__toml=texts["pyproject.toml"]
            )
            assert RULE not in [one.rule for one in after.findings], title


def written(assessment, fix):
    sources = [manifest.source for manifest in assessment.project.manifests]
    return {source.path.name: apply_edits(source, fix.edits) for source in sources}


def test_without_a_pyproject_the_settings_get_a_file(assess_project):
    (edit,) = fixes_of(assess_project(REQUIREMENTS), RULE)["Framework is decided: Flask"].edits
    assert (edit.path.name, edit.text, edit.create) == (
        "framesage.toml", 'framework = "flask"\n', True,
    )  # fmt: skip
