"""Reading a file again after an edit gives the same result as reading all of it."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framesage.manifests import read, reread
from framesage.manifests.pyproject.reader import read_at_once
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


def assert_same_after_edits(name: str, text: str, edits) -> None:
    """Apply edits: a position as a share of the text, a length to delete, a text to insert."""
    path = Path("app", name)
    known = read(Source(path, text))
    for share, deleted, inserted in edits:
        at = round(share * len(text))
        text = text[:at] + inserted + text[at + deleted :]
        known = reread(known, Source(path, text))
        assert known == read(Source(path, text))


@settings(max_examples=600)
@given(st.sampled_from(NAMES), TEXTS, EDITS)
@example("requirements.txt", "# a\nflask\n", [(0.0, 0, "django\n")])
@example("requirements.txt", "flask\n# via\n", [(0.0, 6, "")])
@example("requirements.txt", "a \\\nb\nc\n", [(0.3, 1, "")])
def test_edits_of_any_file(name, text, edits):
    assert_same_after_edits(name, text, edits)


def test_thousands_of_edits_of_a_file():
    chance = random.Random(2026)
    for name in NAMES:
        text = "".join(chance.choices(PIECES, k=60))
        edits = [
            (chance.random(), chance.randrange(9), chance.choice(PIECES)[: chance.randrange(1, 9)])
            for _ in range(1_000)
        ]
        assert_same_after_edits(name, text, edits)


@given(TEXTS, TEXTS)
def test_changed_lines_are_minimal(old, new):
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
            assert_same_after_edits(
                "pyproject.toml", text, [(chance.uniform(0.4, 1), chance.randrange(3), typed)]
            )


ITEMS = "".join(f' "package-{number}>={number % 9}",\n' for number in range(150))
LONG = {
    "a list": f"[project]\ndependencies = [\n{ITEMS}]\nkeywords = ['web']\n",
    "a group": f"[dependency-groups]\ntest = [\n{ITEMS}{{include-group = 'b'}}]\nb = ['flask']\n",
    "constraints": f"[tool.uv]\nconstraint-dependencies = [\n{ITEMS}]\n[tool.framesage]\nx = 1\n",
    "two lists": f"[project]\ndependencies = [\n{ITEMS}]\n[dependency-groups]\nb = [\n{ITEMS}]\n",
    "in one line with others": f"[project]\ndependencies = ['a', 'b',\n{ITEMS}'c']\n",
    "no comma behind": f'[project]\ndependencies = [\n{ITEMS} "flask"\n "django"\n',
    "no bracket": f"[project]\ndependencies = \n{ITEMS}[tool.x]\ny = 1\n",
    "no requirements": f"[project]\nkeywords = [\n{ITEMS}]\ndependencies = ['flask']\n",
    "a string": f'[project]\ndescription = """\n{ITEMS}"""\ndependencies = [\n{ITEMS}]\n',
    "a string left open": f"[project]\ndescription = '''\n{ITEMS}",
    "no list": f"[project]\n{ITEMS}dependencies = ['flask']\n",
    "invalid items inside": LISTED.replace("django", "' , = [").join([ITEMS, ITEMS]),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_list_gives_the_same_as_reading_at_once(text):
    source = Source(Path("app", "pyproject.toml"), text)
    assert read(source) == read_at_once(source)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_edits_beside_a_long_list(text):
    chance = random.Random(2026)
    path = Path("app", "pyproject.toml")
    known = read(Source(path, text))
    for _ in range(60):
        at, deleted = round(chance.random() * len(text)), chance.choice((0, 0, 1, 3, 400))
        text = text[:at] + chance.choice(PIECES) + text[at + deleted :]
        known = reread(known, Source(path, text))
        assert known == read_at_once(Source(path, text))


def test_typing_in_a_long_list_does_not_scan_the_rest_again(monkeypatch):
    path, text = Path("app", "pyproject.toml"), LONG["a list"]
    known = read(Source(path, text))
    monkeypatch.delattr("framesage.manifests.pyproject.reader.scan")
    known = reread(known, Source(path, text.replace("package-70", "flask")))
    assert "flask" in [requirement.name for requirement in known.requirements]
