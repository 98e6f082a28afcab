"""All automatic fixes of a file are one edit."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from framesage.fixes import apply_edits, fix_all
from framesage.fixes.fix_all import difference
from framesage.severity import Severity
from framesage.text import Source

TEXTS = st.lists(st.sampled_from(["a", "b", "é🐍", "\n", "\r\n", "\r"]), max_size=12).map("".join)


@given(TEXTS, TEXTS)
@example("a\r", "a\r\n")
@example("a\n", "a\r\n")
def test_the_difference_changes_one_text_to_the_other(before, after):
    source = Source(Path("/project/requirements.txt"), before)
    assert apply_edits(source, [difference(source, after)]) == after


def test_two_removals_from_a_list_are_one_edit(assess_project):
    def assess(text):
        return assess_project(pyproject__toml=text)

    text = '[project]\ndependencies = [\n  "django",\n  "flask-cors",\n  "flask-login"\n]\n'
    before = assess(text)
    manifest = before.project.manifests[0]
    edit = fix_all(before, manifest.source.path, assess)
    assert edit is not None
    after = apply_edits(manifest.source, [edit])
    requirements = assess(after).project.manifests[0].requirements
    assert [requirement.name for requirement in requirements] == ["django"]
    assert fix_all(assess(after), manifest.source.path, assess) is None


def test_packages_are_never_added_automatically(assess_project):
    def assess(text):
        return assess_project(text)

    before = assess("flask\nwtforms\nflask-login\n")
    assert before.findings
    assert fix_all(before, before.project.manifests[0].source.path, assess) is None


def test_plugins_of_a_required_framework_are_not_removed(assess_project):
    text = "flask\nflask-login\nflask-cors\n"

    def assess(text):
        return assess_project(text, pyproject__toml='[tool.framesage]\nframework = "django"\n')

    before = assess(text)
    path = before.project.root / "requirements.txt"

    def severities_of(rule):
        return [finding.severity for finding in before.findings if finding.rule == rule]

    assert severities_of("declared-django-required-flask") == [Severity.INFORMATION]
    assert len(severities_of("flask-plugin-in-django")) == 2
    assert fix_all(before, path, assess) is None
    without = assess(text.removeprefix("flask\n"))
    assert fix_all(without, path, assess) is not None
