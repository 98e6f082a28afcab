"""The dialogue in plain lines: answers, back, why, wrong input, the end of the input, writing."""

import io
import json
import re
import shlex

import pytest
import tomli

from framesage.cli.ask.menu import Menu, Option
from framesage.rulebase import load_rule_base

QUESTIONS = {
    trait.question.text: trait.id for trait in load_rule_base().traits.values() if trait.question
}
CONTINUE = re.compile(r"To continue:\nframesage (.*)")


@pytest.fixture
def ask(framesage, tmp_path, monkeypatch):
    """Return a function that pipes lines into ``framesage ask`` in the folder."""
    monkeypatch.chdir(tmp_path)

    def run(*lines, options=()):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return framesage("ask", *options)

    return run


def asked(text):
    """Return the traits that were asked about, in order."""
    return [QUESTIONS[line] for line in text.splitlines() if line in QUESTIONS]


def step(framesage, options):
    return json.loads(framesage("ask", *options, "--format", "json").out)


def test_each_answer_leads_to_the_question_of_that_step(ask, framesage):
    result = ask("y", "n", "d")
    assert (result.code, result.err) == (0, "")
    answers = []
    for trait, answer in zip(asked(result.out), ("yes", "no", "unknown"), strict=False):
        assert step(framesage, answers)["question"]["trait"] == trait
        answers += ["--answer", f"{trait}={answer}"]
    headline = step(framesage, answers)["verdict"]["headline"]
    outcome = result.out.rpartition("> ")[2]
    assert outcome.split("\n\n")[1].startswith(headline)


def test_the_project_is_named_where_it_is_not_the_current_folder(ask, make_project, tmp_path):
    make_project(tmp_path, {"backend/requirements.txt": "gunicorn\n"})
    assert ask().out.splitlines()[0] == "Flask or Django?  backend"
    assert ask(options=["backend"]).out == ask().out


def test_the_verdict_so_far_is_beside_each_question(ask):
    result = ask("y", "y")
    assert result.out.count("So far: ") == len(asked(result.out)) == 3


def test_the_end_of_the_input_shows_the_verdict_and_how_to_continue(ask, framesage, tmp_path):
    result = ask("y", "n")
    options = shlex.split(CONTINUE.search(result.out).group(1))[1:]
    document = step(framesage, options)
    assert [given["answer"] for given in document["answered"]] == ["yes", "no"]
    assert document["question"]["trait"] == asked(result.out)[-1]
    assert "You stopped here" in result.out
    assert list(tmp_path.iterdir()) == []


def test_no_input_at_all_ends_politely(ask):
    result = ask()
    assert (result.code, result.err) == (0, "")
    assert "Undecided" in result.out
    assert "To continue" not in result.out


def test_a_closed_input_is_like_an_empty_one(framesage, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stdin", None)
    result = framesage("ask", tmp_path)
    assert (result.code, result.err) == (0, "")
    assert "Undecided" in result.out


def test_back_takes_the_last_answer_back(ask):
    first, second = asked(ask("y").out)
    assert asked(ask("y", "b").out) == [first, second, first]
    _, other = asked(ask("n").out)
    assert asked(ask("y", "b", "n").out) == [first, second, first, other]


def test_back_at_the_first_question_asks_it_again(ask):
    result = ask("b", "b")
    assert len(set(asked(result.out))) == 1
    assert result.out.count("This is the first question.") == 2


def test_why_names_the_rule_and_its_claim_and_asks_again(ask):
    result = ask("why")
    first, again = asked(result.out)
    assert first == again
    assert re.search(r"\(guidance G\d\d, rule [a-z-]+\)", result.out)


@pytest.mark.parametrize("line", ["", "maybe", "yep!", "yn", "1", "é\x07", "y" * 10_000])
def test_other_input_is_refused_with_the_choices(ask, line):
    result = ask(line, line, "y")
    assert result.out.count("Answer with y, n, d, w, b or q.") == 2
    assert len(asked(result.out)) == 2


@pytest.mark.parametrize("line", ["Yes", "YES ", " y", "Y"])
def test_words_and_keys_in_any_case_are_answers(ask, line):
    assert asked(ask(line).out) == asked(ask("y").out)


def test_endless_nonsense_ends(ask):
    result = ask(*["nonsense"] * 1000)
    assert result.code == 0
    assert result.out.count("Answer with") < 30


def test_finishing_offers_to_write_and_writes_nothing_unasked(ask, tmp_path):
    result = ask("y", "q", "q")
    assert (result.code, result.err) == (0, "")
    assert "What should be written?" in result.out
    assert list(tmp_path.iterdir()) == []


def test_the_answers_can_be_written(ask, framesage, tmp_path):
    result = ask("y", "q", "a", "y")
    assert (result.code, "wrote framesage.toml" in result.err) == (0, True)
    trait = asked(result.out)[0]
    settings = tomli.loads((tmp_path / "framesage.toml").read_text())
    assert settings == {"traits": {trait: True}}
    assert "To continue" not in result.out


def test_a_start_is_shown_as_a_diff_and_written_after_a_yes(ask, tmp_path):
    refused = ask("y", "q", "1", "n", "q")
    assert "+framework = " in refused.out
    assert list(tmp_path.iterdir()) == []
    written = ask("y", "q", "1", "y")
    assert written.code == 0
    diff = {line[1:] for line in refused.out.splitlines() if re.match(r"\+[^+]", line)}
    files = [path.read_text() for path in tmp_path.iterdir()]
    assert diff == {line for text in files for line in text.splitlines() if line}


def test_back_from_the_end_asks_the_last_question_again(ask):
    result = ask("y", "q", "b", "n")
    first, second, again, *_ = asked(result.out)
    assert (again, first != second) == (first, True)


def test_write_writes_the_answers_without_an_offer(ask, tmp_path):
    result = ask("y", "n", "q", options=["--write"])
    assert result.code == 0
    assert "What should be written?" not in result.out
    assert len(tomli.loads((tmp_path / "framesage.toml").read_text())["traits"]) >= 2


def test_what_cannot_be_written_is_printed_and_fails(ask, tmp_path):
    (tmp_path / "framesage.toml").mkdir()
    result = ask("y", "q", "a", "y")
    trait = asked(result.out)[0]
    assert result.code == 2
    assert f"[traits]\n{trait} = true\n" in result.err


def test_answers_given_before_are_not_asked_again(ask):
    first = asked(ask().out)[0]
    result = ask(options=["--answer", f"{first}=no"])
    assert asked(result.out) != [first]


@pytest.mark.parametrize(
    ("answer", "ending"),
    [("y", "No other answer can change this."), ("d", "Nothing is left to ask.")],
)
def test_a_dialogue_ends_and_says_why(ask, answer, ending):
    result = ask(*[answer] * 30)
    assert ending in result.out
    traits = asked(result.out)
    assert len(set(traits)) == len(traits)


@pytest.mark.parametrize(
    ("name", "text", "headline"),
    [
        ("framesage.toml", 'framework = "flask"\n', "Flask, as decided"),
        ("requirements.txt", "fastapi\n", "Not applicable: this project uses FastAPI"),
    ],
)
def test_where_nothing_is_to_choose_nothing_is_asked(
    ask, make_project, tmp_path, name, text, headline
):
    make_project(tmp_path, {name: text})
    result = ask("y")
    assert (result.code, asked(result.out)) == (0, [])
    assert headline in result.out
    assert "Known so far" not in result.out
    assert "left to ask" not in result.out
    assert "What should be written?" not in result.out


def test_answers_that_exclude_each_other_are_reported_once(ask):
    first = asked(ask().out)[0]
    other = next(iter(load_rule_base().excluded_by(first)))
    one, both = (["--answer", f"{trait}=yes"] for trait in (other, first))
    assert "contradict each other" not in ask("q", "q", options=one).out
    assert ask("n", "q", "q", options=[*one, *both]).out.count("contradict each other") == 1


def test_an_answer_against_the_evidence_is_reported_at_once_and_at_the_end(
    ask, make_project, tmp_path
):
    make_project(tmp_path, {"requirements.txt": "gunicorn\nstripe\nplaid-python\n"})
    title = load_rule_base().traits["takes-payments"].title
    answers = ["--answer", "takes-payments=no"]
    assert f"Your answer to '{title}' overrides the evidence" in ask("q", options=answers).out
    result = ask(*["n"] * 30)
    trait = asked(result.out).index("security-critical")
    after = result.out.split("> n\n")[trait + 1 :]
    assert "overrides the evidence" in after[0]
    assert "overrides the evidence" not in "".join(result.out.split("> n\n")[: trait + 1])


def test_a_presumption_against_the_evidence_is_said(ask):
    result = ask(options=["--describe", "A command-line tool"])
    assert len(re.findall("Presumed here: .*, although .*\\.", result.out)) == 1


def test_a_package_for_other_projects_is_told_how_to_correct_that(ask):
    result = ask(options=["--describe", "A library for dates"])
    assert asked(result.out) == []
    assert "set `reusable-package = false`" in result.out


@pytest.mark.parametrize("line", ["?", "help", "Why do you ask?"])
def test_help_explains_and_asks_again(ask, line):
    result = ask(line)
    first, again = asked(result.out)
    assert first == again
    assert "counts for" in result.out


def test_questions_are_numbered(ask):
    assert re.findall(r"Question (\d+)\. So far: ", ask("y", "b", "n").out) == ["1", "2", "1", "2"]


def test_enter_confirms_what_is_probable(ask):
    idea = ["--describe", "Personal blog with articles"]
    result = ask("", options=idea)
    assert "Probably yes: " in result.out
    assert re.search("--answer content-heavy=yes", result.out)


def test_who_knows_little_or_enough_is_told_to_finish(ask):
    assert "You can finish now" not in ask("d", "d").out
    assert "You can finish now" in ask("d", "d", "d").out
    certain = [f"--answer={trait}=yes" for trait in ("needs-auth", "needs-admin", "enterprise")]
    assert (
        "No single answer can change this any more: you can finish now" in ask(options=certain).out
    )
    assert "Presumed here" not in ask(options=["--describe", "A web shop"]).out


def test_an_interrupt_keeps_the_answers(framesage, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    lines = iter(["y"])

    def read(prompt):
        try:
            return next(lines)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", read)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    result = framesage("ask", "--describe", "it's an idea")
    assert result.code == 130
    assert "So far: " in result.out
    options = shlex.split(CONTINUE.search(result.out).group(1))[1:]
    assert options[:2] == ["--describe", "it's an idea"]
    assert options[2:] == ["--answer", f"{asked(result.out)[0]}=yes"]


def test_a_menu_takes_keys_labels_and_other_words():
    menu = Menu("?", (Option("y", "Yes"), Option("d", "Don't know", words=("unknown",))))
    found = [menu.option(text) for text in ("y", " YES", "don't  know", "Unknown", "", "x")]
    assert [option and option.key for option in found] == ["y", "y", "d", "d", None, None]
