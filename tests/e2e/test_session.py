"""A typical session: open, edit, hover, close; in three editors."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

PACKAGES = ["Flask-Login", "Flask-SQLAlchemy", "Flask-Migrate", "Flask-WTF", "Flask-Mail"]


async def test_findings_appear_and_disappear_while_a_dependency_is_edited(editor):
    uri = editor.open("requirements.txt", "flask\n")
    assert await editor.codes(uri) == []
    seen = []
    for column, character in enumerate("django"):
        editor.type(uri, 1, column, character)
        seen.append(await editor.codes(uri))
    assert seen == [[]] * 5 + [["two-frameworks"]]
    editor.type(uri, 1, 6, "x")
    assert await editor.codes(uri) == []
    editor.replace(uri, "flask\ndjango")
    assert await editor.codes(uri) == ["two-frameworks"]
    editor.replace(uri, "flask\n")
    assert await editor.codes(uri) == []


async def test_hovers_explain_frameworks_and_requirements(editor):
    uri = editor.open("requirements.txt", "\n".join(["Flask>=3", *PACKAGES, ""]))
    framework = (await editor.hover(uri, 0, 2)).contents.value
    assert framework.startswith("**Django would suit this project better than Flask** (")
    assert "(Flask-Login)" in framework
    assert "`framesage explain`" in framework
    assert "command:" not in framework
    assert await editor.hover(uri, 6, 0) is None
    requirement = await editor.hover(uri, 1, 3)
    assert requirement.contents.value.startswith("**Flask-Login** suggests user accounts")
    assert (requirement.range.start.line, requirement.range.start.character) == (1, 0)
    assert (requirement.range.end.line, requirement.range.end.character) == (1, 11)


async def test_the_verdict_is_reported_at_the_dependency_list(editor):
    text = '[project]\nname = "shop"\ndependencies = [\n  "gunicorn",\n  "psycopg2"\n]\n'
    traits = "needs-auth = true\nneeds-admin = true\ncontent-heavy = true\n"
    uri = editor.open("pyproject.toml", f"{text}[tool.framesage.traits]\n{traits}")
    (head,) = [
        diagnostic
        for diagnostic in await editor.diagnostics(uri)
        if diagnostic.code == "choose-django"
    ]
    assert head.range.start.line == 2
    hover = await editor.hover(uri, 2, 3)
    assert hover.contents.value.startswith("**Django would suit this project** (")


async def test_a_closed_document_is_read_from_the_disk(editor):
    editor.write("requirements.txt", "flask\n")
    editor.write("requirements-web.txt", "requests\n")
    other = editor.open("requirements-web.txt", "requests\n")
    uri = editor.open("requirements.txt", "flask\ndjango\n")
    assert await editor.codes(uri) == ["two-frameworks"]
    editor.close(uri)
    assert await editor.codes(uri) == []
    assert await editor.codes(other) == []


async def test_diagnostics_have_what_each_editor_supports(editor, request):
    editor.write("base.txt", "django\n")
    uri = editor.open("requirements.txt", "-r base.txt\nflask\n")
    found = await editor.diagnostics(uri)
    assert found and all(
        diagnostic.source == "framesage" and diagnostic.message for diagnostic in found
    )
    code = "visual_studio_code" in request.node.name
    emacs = "emacs" in request.node.name
    assert all((diagnostic.code_description is not None) == code for diagnostic in found)
    assert any(diagnostic.related_information for diagnostic in found) == (not emacs)
