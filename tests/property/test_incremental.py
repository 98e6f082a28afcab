"""After an edit, reading what it touched says the same as reading everything."""

import random
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from framesage.manifests import read, reread
from framesage.text import Source, changed_lines

PIECES = (
    *(
        "flask==2.0\n",
        "django",
        "\n",
        "\r\n",
        "\r",
        " \\\n",
        "\\\n",
        "#",
        "# via flask\n",
        "    # via\n",
    ),
    *("    #   django\n", "-r base.txt\n", "-c c.txt", " --hash=sha256:ab \\\n", "[x]", ">=3", ";"),
    *(
        " # framesage: ignore[x]\n",
        "-e .[dev]\n",
        "🦆\u2028",
        "six ; os_name == 'nt'\n",
        '"',
        "[project]\n",
    ),
    *("dependencies = [\n", '  "flask>=2",\n', "]\n", "'''", "{", "[dependency-groups]\n", "a = "),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), TEXTS), min_size=1, max_size=6)
LISTED = '[project]\nname = "a"\ndependencies = [\n "flask",\n "django>=4",\n]\n'
NAMES = ("requirements.txt", "constraints.txt", "pyproject.toml")


def check(name: str, text: str, edits) -> None:
    """Make edits one by one, each a place (as a share of the text), how much goes, what comes."""
    path = Path("app", name)
    known = read(Source(path, text))
    for where, gone, come in edits:
        at = round(where * len(text))
        text = text[:at] + come + text[at + gone :]
        known = reread(known, Source(path, text))
        assert known == read(Source(path, text))


@settings(max_examples=600)
@given(st.sampled_from(NAMES), TEXTS, EDITS)
@example("requirements.txt", "# a\nflask\n", [(0.0, 0, "django\n")])
@example("requirements.txt", "flask\n# via\n", [(0.0, 6, "")])
@example("requirements.txt", "a \\\nb\nc\n", [(0.3, 1, "")])
def test_any_edits(name, text, edits):
    check(name, text, edits)


def test_thousands_of_edits_of_one_file():
    chance = random.Random(2026)
    for name in NAMES:
        text = "".join(chance.choices(PIECES, k=60))
        edits = [
            (chance.random(), chance.randrange(9), chance.choice(PIECES)[: chance.randrange(1, 9)])
            for _ in range(1_000)
        ]
        check(name, text, edits)


@given(TEXTS, TEXTS)
def test_changed_lines_are_all_that_differs(old, new):
    before, after = old.split("\n"), new.split("\n")
    change = changed_lines(before, after)
    assert before[: change.first] == after[: change.first]
    assert before[change.before :] == after[change.after :]
    changed = before[change.first : change.before], after[change.first : change.after]
    assert changed == ([], []) or changed[0] != changed[1]
    if all(changed):
        assert changed[0][0] != changed[1][0]
        assert changed[0][-1] != changed[1][-1]


def test_typing_in_a_list_of_pyproject_toml():
    chance = random.Random(2026)
    starts = ("", 'd = """', "d = '''\n", 'd = """\n')
    texts = [start + LISTED for start in starts]
    for text in (*texts, LISTED.replace("dependencies", "keywords"), texts[1] + '"""'):
        for _ in range(400):
            typed = chance.choice("aa,\"'#[]= >;\\\n") * chance.choice((0, 1, 1, 1, 3))
            check("pyproject.toml", text, [(chance.uniform(0.4, 1), chance.randrange(3), typed)])
