"""Lines of requirements files are split as pip's own parser splits them."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framesage.manifests import read_requirements
from framesage.manifests.names import canonicalize_name
from framesage.text import Source

req_file = pytest.importorskip("pip._internal.req.req_file")

FILES = ("-r", "-c", "--requirement", "--constraint", "--requirement=", "--constr=", "-rbase.txt")
OPTIONS = ("--no-index", "-i", "--index-url=", "--pre", "--hash=sha256:0", "-f", "--trusted-host")
WORDS = ("base.txt", "'two words.txt'", '"more words.txt"', r"my\ list.txt", r'"a\"b.txt"', "x")
EDITABLE = ("-e", "--editable", "-e.", '-e "./two words"')
REQUIREMENTS = ("flask", "six==1.0", "shop@https://e.org/a.zip", "a ; python_version < '3'")
OTHERS = (" # comment", "#fragment", "\\\n", "\n", "# whole line\n", "'", '"')
PARTS = st.sampled_from((*FILES, *OPTIONS, *WORDS, *EDITABLE, *REQUIREMENTS, *OTHERS))
TEXTS = st.lists(st.tuples(PARTS, st.sampled_from(("", " ", "  "))), max_size=9).map(
    lambda parts: "".join(part + blanks for part, blanks in parts)
)


def pip_line(line):
    """Return the arguments and options of a line; None if pip rejects it."""
    with (
        contextlib.suppress(req_file.OptionParsingError),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        return req_file.get_line_parser(None)(line)


def pip_includes(lines):
    for arguments, options in lines:
        if not arguments and not options.editables:
            if options.requirements:
                yield options.requirements[0], False
            elif options.constraints:
                yield options.constraints[0], True


@given(TEXTS)
def test_includes_are_those_of_pip(text):
    lines = [pip_line(line) for _, line in req_file.preprocess(text)]
    if None in lines:  # pip rejects the file, while somebody types it
        return
    manifest = read_requirements(Source(Path("/p/requirements.txt"), text))
    found = [(include.target, include.constraint) for include in manifest.includes]
    assert found == [include for include in pip_includes(lines) if include[0]]


@given(st.sampled_from(WORDS), st.sampled_from(("", " ", "  ")), st.sampled_from(("", " -c x")))
def test_range_of_an_include_is_its_text_without_quotes(word, blanks, more):
    manifest = read_requirements(Source(Path("/p/requirements.txt"), f"-r{blanks}{word}{more}"))
    (include,) = manifest.includes
    written = manifest.source.line(0)[include.range.start.character : include.range.end.character]
    assert written in (word, word[1:-1])
    assert written == include.target or "\\" in word


NAMES = st.sampled_from(("flask", "Django", "my_app", "a.b"))


@given(NAMES, st.sampled_from(("git+https://e.org/x.git#egg={}", "git+ssh://e.org/a b#egg={}")))
def test_quoted_editable_has_the_range_of_its_text(name, url):
    written = url.format(name)
    text = f'--pre -e "{written}" --config-settings a=b'
    manifest = read_requirements(Source(Path("/p/requirements.txt"), text))
    (found,) = manifest.requirements
    assert found.name == canonicalize_name(name)
    assert text[found.range.start.character : found.range.end.character] == written
    assert text[found.name_range.start.character : found.name_range.end.character] == name
