from pathlib import Path

import pytest

from framesage.manifests import reader_by_name, reader_or_default
from framesage.text import Source

SCRIPT = """\
#!/usr/bin/env -S uv run
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "flask>=3",
#
#   "Flask_Login",  # framesage: ignore[some-rule] it is a demo
# ]
#
# [tool.framesage]
# framework = "flask"
# ///

# dependencies = ["django"]
import flask
"""


def read(text):
    path = Path("/p/run.py")
    return reader_or_default(path)(Source(path, text))


def names(text):
    return [one.name for one in read(text).requirements]


def test_a_scripts_own_metadata_is_read_in_its_location(text_at):
    manifest = read(SCRIPT)
    assert manifest.format == "script"
    assert [one.name for one in manifest.requirements] == ["flask", "flask-login"]
    assert [text_at(manifest, one.range) for one in manifest.requirements] == [
        "flask>=3",
        "Flask_Login",
    ]
    assert [(one.key, one.value) for one in manifest.metadata] == [("requires-python", ">=3.11")]
    assert text_at(manifest, manifest.metadata[0].range) == ">=3.11"
    assert [text_at(manifest, one) for one in manifest.anchors] == ["dependencies"]
    assert [(one.path, one.value) for one in manifest.settings] == [(("framework",), "flask")]
    assert [(one.rules, one.reason, one.line) for one in manifest.ignores] == [
        (("some-rule",), "it is a demo", 6)
    ]


def test_line_ends_of_windows_are_line_ends():
    assert names(SCRIPT.replace("\n", "\r\n")) == ["flask", "flask-login"]


def test_a_block_without_dependencies_is_one(text_at):
    manifest = read('# /// script\n# requires-python = ">=3.11"\n# ///\n')
    assert [text_at(manifest, one) for one in manifest.anchors] == ["# /// script"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "import flask\n",
        '# dependencies = ["flask"]\n',
        '# /// script\n# dependencies = ["flask"]\n',  # not closed
        '# /// script\n# dependencies = ["flask"]\n\n# ///\n',  # cut in two
        '# /// script\n#dependencies = ["flask"]\n# ///\n',  # no space behind the sign
        '#/// script\n# dependencies = ["flask"]\n# ///\n',
        ' # /// script\n # dependencies = ["flask"]\n # ///\n',
        '# /// script \n# dependencies = ["flask"]\n# ///\n',
        '# /// pyproject\n# dependencies = ["flask"]\n# ///\n',
        "# /// script\n# ///\n",
        SCRIPT + SCRIPT,  # of two, nobody knows which
    ],
)
def test_what_is_no_metadata(text):
    manifest = read(text)
    assert (manifest.requirements, manifest.anchors) == ((), ())


def test_a_block_goes_on_to_its_last_closing_line():
    text = '# /// script\n# x = """\n# ///\n# """\n# dependencies = ["flask"]\n# ///\n'
    assert names(text) == ["flask"]


def test_a_block_within_another_is_not_one():
    inner = '# /// script\n# dependencies = ["flask"]\n# ///\n'
    assert names(f"# /// other\n{inner}") == []
    assert names(f"# /// other\n# x = 1\n# ///\n\n{inner}") == ["flask"]


def test_half_typed_lines_cost_themselves_only():
    text = '# /// script\n# dependencies = [\n#   "flask\n#   "click",\n# ]\n# ///\n'
    assert names(text) == ["flask", "click"]


def test_truncation_says_nothing_new():
    for cut in range(len(SCRIPT)):
        assert set(names(SCRIPT[:cut])) <= {"flask", "flask-login"}


def test_no_name_makes_python_a_dependency_file():
    assert reader_by_name(Path("run.py")) is None
    assert reader_by_name(Path("setup.py")) is reader_or_default(Path("setup.py"))
