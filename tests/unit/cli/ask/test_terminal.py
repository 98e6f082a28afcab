"""The dialogue in a pseudo-terminal: menus, keys, Ctrl-C, and plain lines without colors."""

import os
import re
import sys

import pytest

from framesage.cli.ask.screens import find_screen

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo-terminals on Windows")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*forkpty:DeprecationWarning")
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>()][0-9A-Z]?|\x1b\]8;[^\x1b]*\x1b\\")
WHAT = "What do you want to build"
ENTER, DOWN, CTRL_C, CTRL_D = "\r", "\x1b[B", "\x03", "\x04"


@pytest.fixture
def terminal(tmp_path):
    """Return a function that starts ``framesage ask`` in a pseudo-terminal."""
    children = []

    def start(*options, term="xterm-256color", columns=100, **environment):
        ignored = ("NO_COLOR", "COLUMNS", "LINES")  # pytest-xdist sets the last two
        clean = {name: value for name, value in os.environ.items() if name not in ignored}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "framesage", "ask", *options],
            cwd=tmp_path,
            env={**clean, "TERM": term, **environment},
            encoding="utf-8",
            timeout=30,
            dimensions=(40, columns),
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)


def finish(child):
    """Return the rest of the output without control sequences, and the exit code."""
    rest = ANSI.sub("", child.read()).replace("\r", "")
    child.close()
    return rest, child.exitstatus


def test_a_person_with_an_idea_gets_an_answer_and_starts(terminal, tmp_path):
    child = terminal()
    child.expect(WHAT)
    child.send("A newsroom with user accounts and an admin panel" + ENTER)
    child.expect("Known so far")
    child.expect("Finish now")
    child.send("q")
    child.expect("What should be written")
    child.expect("Write nothing")
    child.send("1")
    child.expect("Write these changes")
    child.send("y")
    rest, code = finish(child)
    assert code == 0, rest
    assert "newsroom" in (tmp_path / "framesage.toml").read_text()
    assert (tmp_path / "requirements.txt").exists()


def test_one_of_several_projects_is_chosen(terminal, make_project, tmp_path):
    make_project(tmp_path, {"a/requirements.txt": "gunicorn\n", "b/requirements.txt": "fastapi\n"})
    child = terminal()
    child.expect("Which project")
    child.send("2")
    rest, code = finish(child)
    assert code == 0
    assert "Flask or Django?  b" in rest
    assert "this project uses FastAPI" in rest


def test_arrow_keys_and_enter_choose(terminal):
    child = terminal("--answer", "mvp=no")
    child.expect("Finish now")
    child.send(DOWN + ENTER)
    child.expect(r"\? .*No")
    child.expect("Finish now")
    child.send("Q")
    child.expect("Write nothing")
    child.send("q")
    rest, code = finish(child)
    assert code == 0
    assert re.search(r"--answer mvp=no --answer [a-z-]+=no", rest)


def test_why_and_back_keep_the_dialogue_going(terminal):
    child = terminal("--answer", "mvp=no")
    child.expect("Finish now")
    child.send("w")
    child.expect("guidance G")
    child.expect("Finish now")
    child.send("b")
    child.expect("Finish now")
    child.send("b")
    child.expect("This is the first question")
    child.send(CTRL_C)
    assert finish(child)[1] == 130


def test_ctrl_c_loses_nothing(terminal, tmp_path):
    child = terminal("--describe", "an idea", columns=60)
    child.expect("Finish now")
    child.send("y")
    child.expect("Finish now")
    child.send(CTRL_C)
    rest, code = finish(child)
    assert code == 130
    assert "So far: " in rest
    assert "Traceback" not in rest
    assert re.search(r"framesage ask --describe 'an idea' --answer [a-z-]+=yes", rest)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_the_first_prompt_can_be_left(terminal, key):
    child = terminal()
    child.expect(WHAT)
    child.send(key)
    rest, code = finish(child)
    assert code == (130 if key == CTRL_C else 0)
    assert "Undecided" in rest
    assert "Traceback" not in rest


def test_ctrl_d_shows_the_verdict(terminal):
    child = terminal("--answer", "needs-admin=yes", "--answer", "needs-auth=yes")
    child.expect("Finish now")
    child.send(CTRL_D)
    rest, code = finish(child)
    assert code == 0
    assert "Django would suit this project" in rest


def test_back_at_the_first_question_leads_to_what_is_to_be_built(terminal):
    child = terminal()
    child.expect(WHAT)
    child.send("A newsroom" + ENTER)
    child.expect("Finish now")
    child.send("b")
    child.expect(WHAT)
    child.send("A tiny JSON API" + ENTER)
    child.expect("API without HTML pages")
    child.expect("Finish now")
    child.send(CTRL_C)
    rest, code = finish(child)
    assert code == 130
    assert "--describe 'A tiny JSON API'" in rest


def test_a_placeholder_is_no_description(terminal, make_project, tmp_path):
    text = '[project]\nname = "x"\nversion = "1"\ndescription = "Add your description here"\n'
    make_project(tmp_path, {"pyproject.toml": f'{text}requires-python = ">=3.12"\n'})
    terminal().expect(WHAT)


def test_enter_confirms_what_is_probable(terminal):
    child = terminal("--describe", "Personal blog with articles")
    child.expect("Probably yes: .*Finish now")
    child.send(ENTER)
    child.expect("Question 2|No other answer")
    child.send(CTRL_C)
    assert "--answer content-heavy=yes" in finish(child)[0]


def test_a_narrow_terminal_shows_whole_meanings(terminal):
    child = terminal("--answer", "mvp=no", columns=46)
    child.expect("Finish now")
    shown = ANSI.sub("", child.before + child.after)
    meanings = [line.strip() for line in shown.split("\n")]
    assert "to the question before" in meanings
    child.send("?")
    child.expect("guidance G")
    child.send(CTRL_C)
    assert finish(child)[1] == 130


@pytest.mark.parametrize(("term", "no_color"), [("dumb", ""), ("xterm-256color", "1")])
def test_without_colors_the_dialogue_is_plain_lines(terminal, term, no_color):
    child = terminal(term=term, **({"NO_COLOR": no_color} if no_color else {}))
    child.expect(WHAT)
    child.sendline("")
    child.expect("q  Finish now")
    child.sendline("nonsense")
    child.expect("Answer with y, n, d, w, b or q")
    child.sendline("y")
    child.expect("So far")
    child.sendline("q")
    child.sendline("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "\x1b[3" not in child.before


def test_a_pipe_gets_the_plain_screen():
    assert type(find_screen()).__name__ == "PlainScreen"
