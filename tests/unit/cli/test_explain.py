"""``framesage explain``: explanations of verdicts, traits and rules."""

import pytest

SHOP = "flask>=3\nflask-login\nwtforms\n"


@pytest.fixture(autouse=True)
def shop(tmp_path, make_project, monkeypatch):
    make_project(tmp_path, {"requirements.txt": SHOP})
    monkeypatch.chdir(tmp_path)


def lines_with(text: str, *parts: str) -> list[str]:
    return [line for line in text.splitlines() if all(part in line for part in parts)]


def test_the_explanation_has_framework_verdict_traits_and_findings(framesage):
    result = framesage("explain")
    assert (result.code, result.err) == (0, "")
    assert lines_with(result.out, "Framework", "Flask", "flask (requirements.txt:1)")
    assert lines_with(result.out, "Verdict")
    assert lines_with(result.out, "high", "[needs-auth]", "flask-login (requirements.txt:2)")
    assert lines_with(result.out, "requirements.txt:3:1 information flask-forms-without-csrf")


def test_the_explanation_has_both_kits_with_pages(framesage):
    out = framesage("explain").out
    assert lines_with(out, "Kits", "For these", "needs, Flask includes", "; Django includes")
    login = out.splitlines().index("  Accounts and login")
    flask, django = out.splitlines()[login + 1 : login + 3]
    assert flask == "    Flask   here: flask-login (requirements.txt:2)"
    assert django.startswith("    Django  included: django.contrib.auth  <https://docs.django")
    assert lines_with(out, "Flask   flask-wtf (or flask-seasurf)  <https://")


def test_without_needs_there_are_no_kits(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_text("flask\n")
    assert not lines_with(framesage("explain").out, "Kits")


def test_weak_evidence_is_omitted_beside_strong_evidence(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_text("flask\nflask-wtf\ncaptcha\n")
    (line,) = lines_with(framesage("explain").out, "[has-forms]")
    assert line.endswith("<- flask-wtf (requirements.txt:2)")
    assert lines_with(framesage("explain", "--trait", "has-forms").out, "weak  captcha")


def test_evidence_from_file_names_is_explained(framesage, tmp_path):
    (tmp_path / "app.py").touch()
    (line,) = lines_with(framesage("explain").out, "[small-project]")
    assert line.endswith("<- file names")


def test_the_explanation_has_what_would_change_the_verdict(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.needs-admin = true\n")
    (line,) = lines_with(framesage("explain").out, "What if")
    assert "Flask would fit better if " in line
    assert "= " in line
    assert "declare traits that apply in [tool.framesage.traits]" in framesage("explain").out


def test_a_reusable_package_gets_no_verdict(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.reusable-package = true\n")
    result = framesage("explain")
    assert lines_with(result.out, "Verdict", "this is a package for other projects")
    assert lines_with(result.out, "`reusable-package = false`")
    assert not lines_with(result.out, "What if")
    assert not lines_with(result.out, "it needs user accounts")


def test_a_trait_is_explained_with_reasons_strengths_and_lines(framesage):
    result = framesage("explain", "--trait", "needs-auth")
    assert result.code == 0
    assert lines_with(result.out, "[needs-auth]: high certainty")
    assert lines_with(result.out, "for     strong  flask-login", "(requirements.txt:2)")


def test_a_trait_without_evidence_is_explained(framesage):
    assert "not enough evidence" in framesage("explain", "--trait", "takes-payments").out


def test_a_declared_trait_is_explained(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text("traits.needs-auth = false\n")
    assert "[needs-auth]: declared not true" in framesage("explain", "--trait", "needs-auth").out


def test_a_rule_that_fires_is_explained_with_its_met_conditions(framesage):
    result = framesage("explain", "--rule", "flask-forms-without-csrf")
    assert "flask-forms-without-csrf applies here because:" in result.out
    assert lines_with(result.out, "yes Flask alone is in use", "flask (requirements.txt:1)")
    assert lines_with(result.out, "yes requires wtforms", "wtforms (requirements.txt:3)")
    assert not lines_with(result.out, "  no  ")


def test_disabled_guidance_is_explained(framesage, tmp_path):
    (tmp_path / "framesage.toml").write_text('rules.accounts-favor-django = "off"\n')
    result = framesage("explain", "--rule", "accounts-favor-django")
    assert "accounts-favor-django does not apply here" in result.out
    assert lines_with(result.out, "no  the settings switch it off")


def test_a_rule_that_does_not_fire_is_explained_with_its_unmet_conditions(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_text(SHOP + "flask-wtf\n")
    result = framesage("explain", "--rule", "flask-forms-without-csrf")
    assert "flask-forms-without-csrf does not apply here:" in result.out
    (failed,) = lines_with(result.out, "  no  ")
    assert "CSRF protection" in failed
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
def test_an_ignored_rule_is_explained_with_the_setting_that_ignores_it(
    framesage, tmp_path, settings, words
):
    (tmp_path / "framesage.toml").write_text(f"{settings}\n")
    out = framesage("explain", "--rule", "flask-forms-without-csrf").out
    assert "does not apply here:" in out
    assert words in out


def test_a_rule_ignored_by_a_comment_is_explained_with_its_location(framesage, tmp_path):
    text = SHOP.replace("wtforms", "wtforms  # framesage: ignore[flask-forms-without-csrf] tested")
    (tmp_path / "requirements.txt").write_text(text)
    out = framesage("explain", "--rule", "flask-forms-without-csrf").out
    assert lines_with(out, "ignored by a comment", "requirements.txt:3")


def test_guidance_and_derivations_are_explained(framesage):
    assert "applies here" in framesage("explain", "--rule", "accounts-favor-django").out
    assert "does not apply here" in framesage("explain", "--rule", "web-by-api").out


@pytest.mark.parametrize(
    ("option", "near", "meant"),
    [
        ("--rule", "flask-forms-without-crsf", "flask-forms-without-csrf"),
        ("--trait", "need-auth", "needs-auth"),
    ],
)
def test_an_unknown_id_exits_with_2_and_suggests_the_closest_one(framesage, option, near, meant):
    result = framesage("explain", option, near)
    assert result.code == 2
    assert f"did you mean '{meant}'?" in result.err


def test_a_folder_without_projects_exits_with_2(framesage, tmp_path):
    (tmp_path / "empty").mkdir()
    assert framesage("explain", "empty").code == 2


def test_an_unknown_id_refers_to_the_command_that_lists_ids(framesage):
    err = framesage("explain", "--trait", "bogus").err
    assert err == "framesage: error: unknown trait 'bogus'; see `framesage rules traits`\n"
    assert "see `framesage rules list`" in framesage("explain", "--rule", "bogus").err


def test_built_in_rules_are_explained(framesage, tmp_path):
    silent = framesage("explain", "--rule", "unused-ignore")
    assert silent.code == 0
    assert "unused-ignore does not apply here:" in silent.out
    assert "The ignore matches no finding" in silent.out
    text = SHOP.replace("wtforms", "wtforms  # framesage: ignore[flask-unsupported] why")
    (tmp_path / "requirements.txt").write_text(text)
    speaks = framesage("explain", "--rule", "unused-ignore").out
    assert "unused-ignore applies here because:" in speaks
    assert lines_with(speaks, "Remove the ignore of flask-unsupported", "requirements.txt:3")
    (tmp_path / "framesage.toml").write_text('rules.unused-ignore = "off"\n')
    assert lines_with(framesage("explain", "--rule", "unused-ignore").out, "no  it is off")


def test_a_requirement_repeated_in_a_compiled_file_is_named_once(framesage, tmp_path):
    (tmp_path / "requirements.in").write_text("flask\nflask-login\n")
    compiled = "flask==3.1.0\n    # via -r requirements.in\nflask-login==0.6.3\n"
    (tmp_path / "requirements.txt").write_text(f"{compiled}    # via -r requirements.in\n")
    (line,) = lines_with(framesage("explain").out, "[needs-auth]")
    assert line.endswith("<- flask-login (requirements.in:2)")


def test_the_opening_of_the_readme_is_explained_with_its_line(framesage, make_project, tmp_path):
    files = {
        "requirements.txt": "requests\n",
        "README.md": "# Yoga\n\n[![CI](ci.svg)](ci)\n\nMembers log in to the **booking site**.\n",
    }
    make_project(tmp_path, files)
    found = framesage("explain", "--trait", "needs-auth", tmp_path).out
    assert lines_with(found, "for", "(README.md:5)")
    make_project(tmp_path, {"framesage.toml": "readme = false\n"})
    assert "README" not in framesage("explain", "--trait", "needs-auth", tmp_path).out
