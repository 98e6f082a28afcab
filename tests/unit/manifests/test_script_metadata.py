from pathlib import Path

import pytest

from framesage.manifests import read_any, reader_by_name
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
    return read_any(Source(path, text))


def names(text):
    return [requirement.name for requirement in read(text).requirements]


def test_inline_metadata_with_its_ranges(text_at):
    manifest = read(SCRIPT)
    assert manifest.format == "script"
    assert [requirement.name for requirement in manifest.requirements] == ["flask", "flask-login"]
    assert [text_at(manifest, requirement.range) for requirement in manifest.requirements] == [
        "flask>=3",
        "Flask_Login",
    ]
    assert [(entry.key, entry.value) for entry in manifest.metadata] == [
        ("requires-python", ">=3.11")
    ]
    assert text_at(manifest, manifest.metadata[0].range) == ">=3.11"
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == ["dependencies"]
    assert [(setting.path, setting.value) for setting in manifest.settings] == [
        (("framework",), "flask")
    ]
    assert [(ignore.rules, ignore.reason, ignore.line) for ignore in manifest.ignores] == [
        (("some-rule",), "it is a demo", 6)
    ]


def test_the_description_in_the_settings_is_metadata(text_at):
    manifest = read(SCRIPT.replace("# framework = ", '# description = "A shop"\n# framework = '))
    found = manifest.metadata[-1]
    assert (found.key, found.value, text_at(manifest, found.range)) == (
        "description",
        "A shop",
        "A shop",
    )


def test_windows_line_ends():
    assert names(SCRIPT.replace("\n", "\r\n")) == ["flask", "flask-login"]


def test_block_without_dependencies(text_at):
    manifest = read('# /// script\n# requires-python = ">=3.11"\n# ///\n')
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == ["# /// script"]


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
def test_files_without_valid_metadata(text):
    manifest = read(text)
    assert (manifest.requirements, manifest.anchors) == ((), ())


def test_block_ends_at_its_last_closing_line():
    text = '# /// script\n# x = """\n# ///\n# """\n# dependencies = ["flask"]\n# ///\n'
    assert names(text) == ["flask"]


def test_nested_block_is_ignored():
    inner = '# /// script\n# dependencies = ["flask"]\n# ///\n'
    assert names(f"# /// other\n{inner}") == []
    assert names(f"# /// other\n# x = 1\n# ///\n\n{inner}") == ["flask"]


def test_incomplete_line_affects_only_itself():
    text = '# /// script\n# dependencies = [\n#   "flask\n#   "click",\n# ]\n# ///\n'
    assert names(text) == ["flask", "click"]


def test_truncation_adds_no_requirement():
    for cut in range(len(SCRIPT)):
        assert set(names(SCRIPT[:cut])) <= {"flask", "flask-login"}


def test_python_files_are_not_dependency_files_by_name():
    assert reader_by_name(Path("run.py")) is None
    assert read_any(Source(Path("setup.py"), "")).format == "setup.py"
