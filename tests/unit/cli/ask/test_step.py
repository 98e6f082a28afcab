"""One step without prompts: JSON by its schema, text, and options that cannot be used."""

import json
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[4]
SCHEMA = json.loads((ROOT / "docs" / "ask.schema.json").read_text("utf-8"))
IN_USE = {
    "other": ("requirements.txt", "fastapi\n", "Not applicable: this project uses FastAPI"),
    "decided": ("framesage.toml", 'framework = "flask"\n', "Flask, as decided"),
}


@pytest.fixture
def step(framesage, tmp_path):
    """Return a function that runs one step as JSON and returns the document."""
    validator = jsonschema.Draft202012Validator(SCHEMA)

    def run(*options, path=tmp_path):
        result = framesage("ask", path, "--format", "json", *options)
        assert (result.code, result.err) == (0, "")
        document = json.loads(result.out)
        validator.validate(document)
        return document

    return run


def test_the_schema_is_valid_and_shares_definitions_with_that_of_check():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    check = json.loads((ROOT / "docs" / "check.schema.json").read_text("utf-8"))
    assert all(check["$defs"][name] == definition for name, definition in SCHEMA["$defs"].items())


def test_an_empty_folder_is_an_idea_to_ask_about(step):
    document = step()
    assert document["question"]["text"].endswith("?")
    assert document["verdict"]["favors"] == "undecided"
    assert (document["answered"], document["settled"]) == ([], False)
    assert document["kits"] == {"flask": [], "django": []}


def test_answers_lead_to_the_next_question_and_to_kits(step):
    document = step("--answer", "needs-auth=yes", "--answer", "needs-admin=YES")
    assert document["answered"] == [
        {"trait": "needs-auth", "answer": "yes"},
        {"trait": "needs-admin", "answer": "yes"},
    ]
    assert document["verdict"]["favors"] == "django"
    assert {entry["trait"] for entry in document["kits"]["django"]} >= {"needs-auth", "needs-admin"}
    asked = document["question"]
    assert asked is None or asked["trait"] not in {"needs-auth", "needs-admin"}


def test_the_last_of_several_answers_for_a_trait_counts_and_that_is_said(framesage, tmp_path):
    answers = ["--answer", "mvp=YES", "--answer", "mvp=yes", "--answer", "mvp=unknown"]
    result = framesage("ask", tmp_path, "--format", "json", *answers)
    answered = json.loads(result.out)["answered"]
    assert answered == [{"trait": "mvp", "answer": "unknown"}]
    assert result.err == (
        "framesage: warning: several answers for mvp: the last one counts, unknown\n"
    )


def test_the_same_answer_twice_is_no_problem(step):
    document = step("--answer", "mvp=YES", "--answer", "mvp=yes")
    assert document["answered"] == [{"trait": "mvp", "answer": "yes"}]


def test_a_sentence_replaces_the_description_of_the_files(step, make_project, tmp_path):
    text = "A newsroom with an admin panel and user accounts"
    make_project(tmp_path / "old", {"framesage.toml": f'description = "{text}"\n'})
    idea = "Tiny JSON API without login"
    replaced = step("--describe", idea, path=tmp_path / "old")
    assert replaced["verdict"] == step("--describe", idea)["verdict"]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Blog in Flask", "You mention Flask: "),
        ("django site for a club", "You mention Django: "),
        ("FastAPI backend for a shop", "You mention FastAPI: "),
        ("A service in Bottle", "You mention Bottle: "),
        ("Bottle shop with a login", ""),
        ("Port of our Flask app to Django", ""),
        ("Boutique en ligne", "reads English only"),
        ("Online shop", ""),
    ],
)
def test_what_a_description_leaves_to_say_is_said(step, text, remark):
    remarks = step("--describe", text)["remarks"]
    assert len(remarks) == bool(remark)
    assert remark in "".join(remarks)


def test_what_is_probable_is_to_be_confirmed(step):
    document = step("--describe", "Personal blog with articles")
    question = document["question"]
    assert (question["trait"], question["probable"]) == ("content-heavy", "yes")
    assert question["assumption"].startswith("Probably yes: ")
    assert "in the description" in question["assumption"]
    assert step()["question"]["probable"] is None


def test_an_open_verdict_has_tips_in_the_words_of_the_questions(step):
    document = step()
    assert {tip["favors"] for tip in document["tips"]} == {"flask", "django"}
    for tip in document["tips"]:
        answers = [f"--answer={given['trait']}={given['answer']}" for given in tip["answers"]]
        assert step(*answers)["verdict"]["favors"] == tip["favors"]
        assert ", if " in tip["text"] and "true" not in tip["text"]
    assert step("--answer=needs-admin=yes", "--answer=needs-auth=yes")["tips"] == []


def test_a_package_for_other_projects_is_not_questioned(step, make_project, tmp_path):
    classifier = "Topic :: Software Development :: Libraries"
    text = f'[project]\nname = "x"\nclassifiers = ["{classifier}"]\n'
    make_project(tmp_path, {"pyproject.toml": text})
    document = step()
    assert document["question"] is None
    assert "a package for other projects" in document["verdict"]["headline"]
    assert step("--answer", "reusable-package=no")["question"]


def test_traits_without_a_question_can_be_answered(step):
    document = step("--answer", "web-application=no")
    assert document["verdict"]["headline"].startswith("Not a web application")
    assert (document["question"], document["settled"]) == (None, True)


def test_a_description_is_heard_like_that_of_a_project(step, make_project, tmp_path):
    text = "A newsroom with an admin panel and user accounts"
    make_project(tmp_path / "described", {"framesage.toml": f'description = "{text}"\n'})
    said, written = step("--describe", text), step(path=tmp_path / "described")
    reasons = [reason["why"] for reason in said["verdict"]["because"]]
    assert reasons
    assert [reason["why"] for reason in written["verdict"]["because"]] == reasons
    assert said["kits"] == written["kits"]


def test_contradicting_answers_are_reported(step):
    document = step("--answer", "small-project=yes", "--answer", "large-scale=yes")
    assert any("contradict each other" in sentence for sentence in document["contradictions"])


@pytest.mark.parametrize(("name", "text", "headline"), IN_USE.values(), ids=IN_USE)
def test_a_project_with_a_framework_is_told_so(step, make_project, tmp_path, name, text, headline):
    make_project(tmp_path, {name: text})
    document = step()
    assert document["verdict"]["headline"].startswith(headline)
    assert document["question"] is None


def test_a_file_stands_for_its_project(step, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask-login\n"})
    assert step(path=tmp_path / "requirements.txt") == step()


def test_the_only_project_below_a_folder_is_meant(step, make_project, tmp_path):
    make_project(tmp_path, {"backend/requirements.txt": "fastapi\n"})
    assert step()["verdict"]["headline"].endswith("FastAPI")


def test_a_folder_of_a_project_stands_for_it_unless_it_is_empty(step, make_project, tmp_path):
    files = {".git/HEAD": "", "requirements.txt": "fastapi\n", "src/app.py": "", "docs/x.md": ""}
    make_project(tmp_path, files)
    (tmp_path / "new").mkdir()
    assert step(path=tmp_path / "src")["verdict"]["headline"].endswith("FastAPI")
    assert step(path=tmp_path / "new")["question"]


def test_the_project_of_the_folder_itself_is_meant_first(step, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "fastapi\n", "shop/requirements.txt": "flask\n"})
    assert step()["verdict"]["headline"].endswith("FastAPI")


def test_the_step_as_text_has_verdict_kits_question_and_how_to_answer(framesage, tmp_path):
    result = framesage("ask", tmp_path, "--answer", "needs-auth=yes", "--format", "text")
    trait = result.out.rpartition("--answer ")[2].partition("=")[0]
    assert (result.code, result.err) == (0, "")
    assert "needs user accounts" in result.out
    assert "Flask includes" in result.out and "Django includes" in result.out
    assert "included: django.contrib.auth  <https://docs.djangoproject.com" in result.out
    assert f"--answer {trait}=yes|no|unknown" in result.out
    assert trait != "needs-auth"


MISUSE = {
    "unknown trait": (["--answer", "needs-aut=yes"], "did you mean 'needs-auth'?"),
    "hopeless trait": (["--answer", "xyzzy=yes"], "framesage rules traits"),
    "unknown answer": (["--answer", "mvp=yess"], "did you mean 'yes'?"),
    "no answer": (["--answer", "mvp"], "write TRAIT=ANSWER"),
    "unknown framework": (["--start", "djnago"], "did you mean 'django'?"),
    "no candidate": (["--start", "fastapi"], "start with flask or django"),
    "another framework": (["--start", "djangoo"], "did you mean 'django'?\n"),
    "kit without start": (["--kit"], "--kit requires --start"),
    "diff as JSON": (["--start", "flask", "--format", "json"], "--write"),
}


@pytest.mark.parametrize(("options", "message"), MISUSE.values(), ids=MISUSE)
def test_what_cannot_be_used_is_reported_with_its_remedy(framesage, tmp_path, options, message):
    result = framesage("ask", tmp_path, *options)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_missing_path_is_reported(framesage, tmp_path):
    result = framesage("ask", tmp_path / "nope", "--format", "json")
    assert (result.code, result.out) == (2, "")
    assert "no such file or folder" in result.err


def test_several_projects_are_listed_to_choose_from(framesage, make_project, tmp_path):
    make_project(tmp_path, {"a/requirements.txt": "flask\n", "b/requirements.txt": "django\n"})
    result = framesage("ask", tmp_path, "--format", "json")
    assert (result.code, result.out) == (2, "")
    assert "a, " in result.err.replace(tmp_path.as_posix() + "/", "")
    assert "pass the path of one of them" in result.err


def test_invalid_settings_are_reported_and_the_step_is_printed(framesage, make_project, tmp_path):
    make_project(tmp_path, {"framesage.toml": "traits = 3\n"})
    result = framesage("ask", tmp_path, "--format", "json")
    assert result.code == 2
    assert json.loads(result.out)["question"]
    assert "invalid settings" in result.err


def test_the_step_of_a_decision_shows_only_its_kit(framesage, tmp_path):
    settings = 'framework = "flask"\n\n[traits]\nneeds-auth = true\nneeds-admin = true\n'
    (tmp_path / "framesage.toml").write_text(settings, encoding="utf-8")
    out = framesage("ask", tmp_path, "--format", "text").out
    assert "Flask, as decided" in out
    assert "flask-login" in out
    assert "Django" not in out
