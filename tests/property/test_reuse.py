"""An assessment made from another one is the same as one from scratch, whatever was edited."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framesage.advice.assess import assess
from framesage.analysis.moves import is_valid
from framesage.manifests import read, reread
from framesage.project.model import Project
from framesage.rulebase.load import load_rule_base
from framesage.rulebase.symbols import package_of
from framesage.text import Source, changed_lines

TODAY = date(2026, 6, 1)
ROOT = Path("/app")
FIXTURES = Path(__file__).parents[1] / "fixtures"
PIECES = (
    *("flask", "Flask", "django", "flask-login==0.4", "flask-script", "werkzeug<2.1", "six\n"),
    *(
        ">=2.0",
        "==1.1",
        "<",
        ",",
        ".",
        "1",
        "9",
        "\n",
        "\n\n",
        " ",
        "#",
        "# needed by x\n",
        "[",
        "]",
    ),
    *("; python_version < '3'", "  # framesage: ignore[flask-script] kept", "celery\n", "unknown"),
    *("-r other.txt\n", '"', "requests>=2.31\n", "psycopg\n", "extra-", "FLASK_Login", "-"),
)
LISTS = (
    "flask==2.0\nflask-login\n# kept because it is needed\nflask-script\nwerkzeug\nrequests>=2\n"
)
TABLES = (
    '[project]\nname = "shop"\ndescription = "An online store"\nrequires-python = ">=3.9"\n'
    'dependencies = [\n  "flask>=2,<3",\n  "flask-wtf",\n  "stripe==5.0",\n]\n'
    '[project.optional-dependencies]\ndocs = ["sphinx", "django"]\n'
)
START = {"requirements.txt": LISTS, "pyproject.toml": TABLES}
EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(START)),
        st.floats(0, 1),
        st.integers(0, 6),
        st.sampled_from(("", *PIECES)),
    ),
    min_size=1,
    max_size=5,
)


class Session:
    """A project that is edited, and its assessment, each made from the one before."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.base = load_rule_base()
        self.files = {name: read(Source(ROOT / name, text)) for name, text in texts.items()}
        self.known = assess(self.project, self.base, TODAY)

    @property
    def project(self) -> Project:
        return Project(ROOT, tuple(self.files.values()))

    def edit(self, name: str, share: float, deleted: int, inserted: str) -> None:
        self.edit_only(name, share, deleted, inserted)
        self.compare()

    def edit_only(self, name: str, share: float, deleted: int, inserted: str) -> None:
        before = self.files[name]
        text = before.source.text
        at = round(share * len(text))
        text = text[:at] + inserted + text[at + deleted :]
        self.files[name] = reread(before, Source(ROOT / name, text))
        self.known = assess(self.project, self.base, TODAY, before=self.known)

    def compare(self) -> None:
        fresh = {
            key: read(Source(ROOT / key, file.source.text)) for key, file in self.files.items()
        }
        wanted = assess(Project(ROOT, tuple(fresh.values())), self.base, TODAY)
        assert self.known.findings == wanted.findings
        assert self.known == wanted


@settings(max_examples=120, deadline=None)
@given(EDITS, st.booleans())
def test_any_edits(edits, together):
    """An assessment that is compared is computed, so that the next edit begins with it."""
    session = Session(START)
    for edit in edits:
        session.edit_only(*edit)
        if not together:
            session.compare()
    session.compare()


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*/requirements.txt")), ids=str)
def test_keys_in_real_lists(path):
    chance = random.Random(2026)
    session = Session({path.name: path.read_text("utf-8")})
    for _ in range(40):
        key = chance.random(), chance.randrange(2), chance.choice("a1.>= \n#-")
        session.edit_only(path.name, *key)
        if chance.random() < 0.5:
            session.compare()


@pytest.mark.parametrize("framework", ["flask", "flask==2.0", "django"])
@pytest.mark.parametrize("specifier", ["==0.1", ">=99"])
def test_versions_that_nobody_asks_about_make_no_difference(framework, specifier):
    base = load_rule_base()
    symbols = {symbol for group in base.evidence for symbol in group.strengths}
    named = {*filter(None, map(package_of, symbols)), *base.changes_of, *base.requires}
    names = [name for name in sorted(named) if not base.asks_versions_of(name)]
    assert len(names) > 400

    def said(some, limit):
        text = "\n".join([framework, *(f"{name}{limit}" for name in some)])
        manifest = read(Source(ROOT / "requirements.txt", text))
        found = assess(Project(ROOT, (manifest,)), base, TODAY)
        said = [(item.rule, item.message, item.location.range.start) for item in found.findings]
        return said, found.verdict, found.framework.kind

    for start in range(0, len(names), 10):  # together, they keep each other from working
        some = names[start : start + 10]
        assert said(some, "") == said(some, specifier)


@pytest.mark.parametrize("written", ["Werkzeug", "WERKZEUG"])
def test_a_name_in_another_spelling_is_quoted_as_it_is(written):
    lines = "flask==2.3\n", "werkzeug==2.0\n"
    session = Session({"requirements.txt": "".join(lines)})
    quoted = [*(found.message for found in session.known.findings)]
    assert any("werkzeug" in message for message in quoted)
    share = len(lines[0]) / len("".join(lines))
    session.edit("requirements.txt", share, len(written), written)


AROUND = (('x = ["z",', "]"), ("x = [", "]"), ('x = """', '"""'), ("x = '''", "'''"), ("", ""))
LINES = (
    *('  "flask>=2",', '"six"', '  "a", # why', "", "  ", "# note", '"a" "b"', '"b",,', "x = 1"),
    *("]", "'''", '"""', '  "b", # """', "  \"b\", # '''", '# """', '"c\\"', '""', "#\\"),
)
A_FEW = st.lists(st.sampled_from(LINES), max_size=3)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(AROUND), A_FEW, A_FEW, A_FEW)
@example(('x = """', '"""'), [], ['"six"'], ['"six", # """'])
def test_edited_lines_are_as_valid_as_a_strict_parser_says(around, lines, old, new):
    start, end = around
    texts = ["\n".join([start, *lines, *changed, end]) for changed in (old, new)]
    before, after = (read(Source(ROOT / "pyproject.toml", text)) for text in texts)
    wanted = read(Source(ROOT / "pyproject.toml", texts[1])).toml_error
    if before.toml_error is None:
        change = changed_lines(before.source.lines, after.source.lines)
        assert is_valid(change, before, after) is (wanted is None)
