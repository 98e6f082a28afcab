"""The verdict above the dependency list, in three editors."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def lenses(editor, uri):
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    return list(await editor.client.text_document_code_lens_async(params) or [])


async def test_the_verdict_is_shown_above_the_list(editor):
    head = '[project]\nname = "thing"\n'
    uri = editor.open("pyproject.toml", head + 'dependencies = ["numpy"]\n')
    assert await lenses(editor, uri) == []
    editor.replace(uri, head + 'dependencies = ["flask", "flask-restx"]\n')
    (lens,) = await lenses(editor, uri)
    assert lens.range.start == types.Position(2, 0)
    assert lens.command.title.startswith("Framesage: ")
    assert "Flask" in lens.command.title
    other = editor.open("requirements-dev.txt", "pytest\n")
    assert await lenses(editor, other) == []


ASK = "Flask or Django? Ask me"


def ask_lens(found):
    return next((lens for lens in found if lens.command.title.startswith(ASK)), None)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("requirements.txt", "", 0),
        ("requirements.txt", "requests\n", 0),
        ("pyproject.toml", "", 0),
        ("pyproject.toml", '[project]\nname = "shop"\n', 0),
        ("pyproject.toml", '[project]\nname = "shop"\ndependencies = []\n', 2),
        ("pyproject.toml", '[project]\ndependencies = ["gunicorn"]\n', 1),
    ],
)
async def test_an_open_choice_is_offered_a_dialogue(editor, name, text, line):
    uri = editor.open(name, text)
    lens = ask_lens(await lenses(editor, uri))
    assert lens.range.start.line == line
    assert (lens.command.command, list(lens.command.arguments)) == ("framesage.ask", [uri])


@pytest.mark.parametrize(
    "text",
    [
        '[project]\ndependencies = ["flask"]\n',
        '[project]\ndependencies = ["fastapi", "uvicorn"]\n',
        '[project]\ndependencies = ["pyside6"]\n',
        '[project]\ndependencies = ["requests", "tqdm", "click", "rich"]\n',
        '[project]\ndependencies = []\n[tool.framesage]\nframework = "flask"\n',
        "[project]\ndependencies = []\n[tool.framesage.traits]\nweb-application = false\n",
        "[project]\ndependencies = []\n[tool.framesage.traits]\nreusable-package = true\n",
    ],
)
async def test_a_decided_or_other_project_is_offered_none(editor, text):
    uri = editor.open("pyproject.toml", text)
    assert ask_lens(await lenses(editor, uri)) is None


async def test_an_offer_alone_is_no_finding(editor):
    uri = editor.open("requirements.txt", "requests\n")
    assert ask_lens(await lenses(editor, uri))
    assert await editor.diagnostics(uri) == []


async def test_the_verdict_and_the_offer_are_side_by_side(editor):
    uri = editor.open("requirements.txt", "gunicorn\n")
    verdict, offer = await lenses(editor, uri)
    assert verdict.command.title.startswith("Framesage: ")
    assert verdict.range == offer.range
    assert offer.command.title.startswith(ASK)


DECIDED = (
    '[project]\nname = "members"\ndependencies = [\n  "flask>=3.1",\n  "flask-login",\n]\n\n'
    '[tool.framesage]\nframework = "flask"\ndecision = "2026-11-28: we know it"\n\n'
    "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\nenterprise = true\n"
)


async def test_nothing_argues_with_a_decision(editor):
    uri = editor.open("pyproject.toml", DECIDED)
    (lens,) = await lenses(editor, uri)
    shown = await editor.diagnostics(uri)
    assert lens.command.title == f"Framesage: Flask, as decided. {len(shown)} findings"
    document, at = types.TextDocumentIdentifier(uri), types.Position(2, 3)
    params = types.HoverParams(document, at)
    found = await editor.client.text_document_hover_async(params)
    text = getattr(found.contents, "value", found.contents)
    assert "Flask, as decided" in text
    assert "2026-11-28: we know it" in text
    assert f" {len(shown)} findings. " in text
    assert not any(words in text for words in ("What if", "Verdict", "weight", "Django"))


async def test_the_verdict_is_at_the_list_with_requirements(editor):
    head = '[project]\nname = "shop"\nversion = "1"\ndynamic = ["dependencies"]\n'
    pyproject = editor.open("pyproject.toml", head)
    editor.open("requirements-dev.txt", "pytest\n")
    uri = editor.open("requirements.txt", "flask\nflask-login\n")
    assert (await lenses(editor, uri))[0].command.title.startswith("Framesage: ")
    assert await lenses(editor, pyproject) == []
