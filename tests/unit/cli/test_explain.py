"""``framesage explain``: a project, the evidence for a trait, why a rule applies or not."""

import pytest

SHOP = "flask>=3\nflask-login\nwtforms\n"


@pytest.fixture(autouse=True)
def shop(tmp_path, make_project, monkeypatch):
    make_project(tmp_path, {"requirements.txt": SHOP})
    monkeypatch.chdir(tmp_path)


def lines_with(text: str, *parts: str) -> list[str]:
    return [line for line in text.splitlines() if all(part in line for part in parts)]


def test_the_story_names_framework_verdict_traits_and_findings_with_their_lines(framesage):
    ran = framesage("explain")
    assert (ran.code, ran.err) == (0, "")
    assert lines_with(ran.out, "Framework", "Flask", "flask (requirements.txt:1)")
    assert lines_with(ran.out, "Verdict")
    assert lines_with(ran.out, "high", "[needs-auth]", "flask-login (requirements.txt:2)")
    assert lines_with(ran.out, "requirements.txt:3:1 information flask-forms-without-csrf")


def test_the_story_names_no_evidence_that_weighs_little_beside_the_rest(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_text("flask\nflask-wtf\nbleach\n")
    (line,) = lines_with(framesage("explain").out, "[has-forms]")
    assert line.endswith("<- flask-wtf (requirements.txt:2)")
    assert lines_with(framesage("explain", "--trait", "has-forms").out, "fair  bleach")


def test_the_story_tells_what_only_the_names_of_files_show(framesage, tmp_path):
    (tmp_path / "app.py").touch()
    (line,) = lines_with(framesage("explain").out, "[small-project]")
    assert line.endswith("<- file names")


def test_the_story_says_find_flips_the_verdict(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.needs-admin = true\n")
    (line,) = lines_with(framesage("explain").out, "What if")
    assert "Flask would suit it better with `" in line
    assert "= " in line
    assert "declare traits that apply in [tool.framesage.traits]" in framesage("explain").out


def test_a_package_for_other_projects_is_told_that_it_is_not_asked(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.reusable-package = true\n")
    ran = framesage("explain")
    assert lines_with(ran.out, "Verdict", "this is a package for other projects")
    assert lines_with(ran.out, "`reusable-package = false`")
    assert not lines_with(ran.out, "What if")
    assert not lines_with(ran.out, "people log in, and Django brings accounts")


def test_a_trait_is_told_with_every_reason_its_weight_and_its_line(framesage):
    ran = framesage("explain", "--trait", "needs-auth")
    assert ran.code == 0
    assert lines_with(ran.out, "[needs-auth]: high certainty")
    assert lines_with(ran.out, "for     strong  flask-login", "(requirements.txt:2)")


def test_a_trait_nothing_speaks_for_is_said_to_lack_evidence(framesage):
    assert "not enough evidence" in framesage("explain", "--trait", "takes-payments").out


def test_a_declared_trait_is_said_to_be_declared(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.needs-auth = false\n")
    assert "[needs-auth]: declared not true" in framesage("explain", "--trait", "needs-auth").out


def test_a_rule_that_speaks_is_told_with_what_holds(framesage):
    ran = framesage("explain", "--rule", "flask-forms-without-csrf")
    assert "flask-forms-without-csrf applies here because:" in ran.out
    assert lines_with(ran.out, "yes Flask alone is in use", "flask (requirements.txt:1)")
    assert lines_with(ran.out, "yes requires wtforms", "wtforms (requirements.txt:3)")
    assert not lines_with(ran.out, "  no  ")


def test_guidance_that_is_switched_off_is_told_so(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text('rules.accounts-favor-django = "off"\n')
    ran = framesage("explain", "--rule", "accounts-favor-django")
    assert "accounts-favor-django does not apply here" in ran.out
    assert lines_with(ran.out, "no  the settings switch it off")


def test_a_silent_rule_is_told_with_what_fails(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_text(SHOP + "flask-wtf\n")
    ran = framesage("explain", "--rule", "flask-forms-without-csrf")
    assert "flask-forms-without-csrf does not apply here:" in ran.out
    (failed,) = lines_with(ran.out, "  no  ")
    assert "protection against forged requests" in failed
    assert "flask-wtf (requirements.txt:4)" in failed


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('rules.flask-forms-without-csrf = "off"', "it is off"),
        (
            'ignore.flask-forms-without-csrf = "the proxy does"',
            "ignored in the settings: the proxy does",
        ),
    ],
)
def test_a_rule_that_was_silenced_says_by_what(framesage, tmp_path, settings, words):
    (tmp_path / "framesage.toml").write_text(f"{settings}\n")
    out = framesage("explain", "--rule", "flask-forms-without-csrf").out
    assert "does not apply here:" in out
    assert words in out


def test_a_rule_that_a_comment_silences_says_where(framesage, tmp_path):
    text = SHOP.replace("wtforms", "wtforms  # framesage: ignore[flask-forms-without-csrf] tested")
    (tmp_path / "requirements.txt").write_text(text)
    out = framesage("explain", "--rule", "flask-forms-without-csrf").out
    assert lines_with(out, "ignored by a comment", "requirements.txt:3")


def test_a_rule_of_guidance_and_a_derivation_are_told_too(framesage):
    assert "applies here" in framesage("explain", "--rule", "accounts-favor-django").out
    assert "does not apply here" in framesage("explain", "--rule", "web-by-api").out


@pytest.mark.parametrize(
    ("option", "near", "meant"),
    [
        ("--rule", "flask-forms-without-crsf", "flask-forms-without-csrf"),
        ("--trait", "need-auth", "needs-auth"),
    ],
)
def test_an_unknown_name_is_bad_usage_and_the_nearest_is_offered(framesage, option, near, meant):
    ran = framesage("explain", option, near)
    assert ran.code == 2
    assert f"did you mean '{meant}'?" in ran.err


def test_no_project_is_bad_usage(framesage, tmp_path):
    (tmp_path / "empty").mkdir()
    assert framesage("explain", "empty").code == 2


def test_an_unknown_name_is_told_where_the_list_is(framesage):
    err = framesage("explain", "--trait", "bogus").err
    assert err == "framesage: error: unknown trait 'bogus'; see `framesage rules traits`\n"
    assert "see `framesage rules list`" in framesage("explain", "--rule", "bogus").err


def test_what_no_file_of_rules_has_is_explained(framesage, tmp_path):
    silent = framesage("explain", "--rule", "unused-ignore")
    assert silent.code == 0
    assert "unused-ignore does not apply here:" in silent.out
    assert "What it was written for is gone" in silent.out
    text = SHOP.replace("wtforms", "wtforms  # framesage: ignore[flask-unsupported] why")
    (tmp_path / "requirements.txt").write_text(text)
    speaks = framesage("explain", "--rule", "unused-ignore").out
    assert "unused-ignore applies here because:" in speaks
    assert lines_with(speaks, "nothing of flask-unsupported here to ignore", "requirements.txt:3")
    (tmp_path / "framesage.toml").write_text('rules.unused-ignore = "off"\n')
    assert lines_with(framesage("explain", "--rule", "unused-ignore").out, "no  it is off")


def test_what_a_compiled_file_repeats_is_named_once(framesage, tmp_path):
    (tmp_path / "requirements.in").write_text("flask\nflask-login\n")
    compiled = "flask==3.1.0\n    # via -r requirements.in\nflask-login==0.6.3\n"
    (tmp_path / "requirements.txt").write_text(f"{compiled}    # via -r requirements.in\n")
    (line,) = lines_with(framesage("explain").out, "[needs-auth]")
    assert line.endswith("<- flask-login (requirements.in:2)")
