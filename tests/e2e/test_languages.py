"""Documents that are dependency files because their language says so."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCRIPT = "#!/usr/bin/env -S uv run --script\n# /// script\n# dependencies = [{}]\n# ///\n"


@pytest.mark.parametrize("language", ["pip-requirements", "requirements"])
async def test_requirements_files_of_any_name(code, language):
    uri = code.open("packages.lst", "flask\n", language=language)
    assert await code.codes(uri) == []
    code.replace(uri, "flask\ndjango\n")
    assert await code.codes(uri) == ["two-frameworks"]
    code.replace(uri, "Flask is a framework\n")
    assert "two-requirements-on-a-line" not in await code.codes(uri)


async def test_they_belong_to_the_project_of_their_folder(code):
    code.write("requirements.txt", "flask\n")
    uri = code.open("packages.lst", "wtforms\n", language="pip-requirements")
    assert await code.codes(uri) == ["flask-forms-without-csrf"]


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [("packages.lst", "django\n", "plaintext"), ("tool", "import django\n", "python")],
)
async def test_other_files_are_ignored(code, name, text, language):
    ignored = code.open(name, text, language=language)
    uri = code.open("requirements.txt", "flask\n")
    assert await code.codes(uri) == []
    assert all(params.uri != ignored for params in code.published)


async def test_scripts_without_an_ending(code):
    uri = code.open("tool", SCRIPT.format('"flask"'), language="python")
    assert await code.codes(uri) == []
    code.replace(uri, SCRIPT.format('"flask", "django"'))
    assert await code.codes(uri) == ["two-frameworks"]
