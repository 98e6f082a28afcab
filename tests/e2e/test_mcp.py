"""`framesage mcp` with the client of the MCP SDK, over stdio."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
from mcp import StdioServerParameters
from mcp.client.client import Client

ROOT = Path(__file__).resolve().parents[2]
SHOP = ROOT / "examples" / "shop"
COMMAND = [sys.executable, "-m", "framesage", "mcp"]


def in_session(talk):
    """Run ``talk``, which takes a client, in a session of its own."""

    async def run():
        parameters = StdioServerParameters(
            command=COMMAND[0], args=COMMAND[1:], env=dict(os.environ), cwd=ROOT
        )
        async with Client(parameters) as client:
            return await talk(client)

    return asyncio.run(run())


def converse(*calls):
    """Call tools in one session, and return the results."""

    async def talk(client):
        return [await client.call_tool(name, given) for name, given in calls]

    return in_session(talk)


def schema(name: str) -> jsonschema.Draft202012Validator:
    text = (ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def test_the_tools_say_when_to_use_them_and_that_they_only_read():
    async def talk(client):
        return client.server_info.name, client.instructions, await client.list_tools()

    name, instructions, listed = in_session(talk)
    tools = listed.tools
    assert name == "framesage"
    assert "Flask or Django" in instructions
    assert {tool.name for tool in tools} == {"check", "explain", "ask"}
    for tool in tools:
        assert "Use it" in tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert all(given.get("description") or "anyOf" in given for given in _properties(tool))


def _properties(tool):
    return tool.input_schema["properties"].values()


def test_check_returns_what_the_command_line_prints():
    (found,) = converse(("check", {"path": str(SHOP)}))
    printed = subprocess.run(
        [*COMMAND[:-1], "check", str(SHOP), "--format", "json"], capture_output=True, check=False
    )
    assert found.structured_content == json.loads(printed.stdout)
    schema("check").validate(found.structured_content)
    (text,) = [part.text for part in found.content]
    assert "flask-rebuilds-django" in text
    assert f"{SHOP.as_posix()}: Django" in text


def test_explain_returns_reasons_kits_and_what_would_change_the_verdict():
    (found,) = converse(("explain", {"path": str(ROOT / "examples" / "club-portal")}))
    data, (text,) = found.structured_content, [part.text for part in found.content]
    assert data["verdict"]["favors"] == "django"
    assert data["verdict"]["headline"] in text
    assert data["verdict"]["because"]
    assert data["what-if"][0] in text.replace("\\", "")
    assert {"flask", "django"} == data["kits"].keys()


def test_an_idea_leads_to_a_verdict_over_several_calls():
    answers = {}

    async def talk(client):
        steps = []
        while not steps or steps[-1].structured_content["question"]:
            given = {"description": "An online shop with accounts", "answers": answers}
            steps.append(await client.call_tool("ask", given))
            if question := steps[-1].structured_content["question"]:
                assert f"`{question['trait']}`" in steps[-1].content[0].text
                answers[question["trait"]] = "unknown" if answers else "yes"
        return steps

    *_, last = in_session(talk)
    schema("ask").validate(last.structured_content)
    assert last.structured_content["verdict"]["favors"] == "django"
    assert last.structured_content["kits"]["flask"]
    assert len(answers) == len(last.structured_content["answered"]) > 1


def test_ask_takes_the_evidence_of_a_project():
    with_files, with_answer = converse(
        ("ask", {"path": str(SHOP / "pyproject.toml")}),
        ("ask", {"path": str(SHOP), "answers": {"needs-auth": "no", "needs-admin": "no"}}),
    )
    score = [found.structured_content["verdict"]["score"] for found in (with_files, with_answer)]
    assert score[0] > score[1]


def test_bad_input_is_an_error_that_says_what_to_pass(tmp_path):
    (tmp_path / "notes.txt").write_text("Dear diary,\nnothing to install today.\n")
    cases = {
        "no such file or folder": ("check", {"path": str(tmp_path / "nope")}),
        "the empty path": ("explain", {"path": ""}),
        "b: no such file or folder": ("explain", {"path": "a\0b"}),
        r"\\evil\share: pass the path of a local file": ("check", {"path": r"\\evil\share"}),
        "//evil/share: pass the path of a local file": ("check", {"path": "//evil/share"}),
        "https://evil/: pass the path of a local": ("ask", {"path": "https://evil/"}),
        "neither a dependency file": ("check", {"path": str(tmp_path / "notes.txt")}),
        "did you mean 'needs-auth'?": (
            "ask",
            {"description": "x", "answers": {"needs-auht": "yes"}},
        ),
        "unknown answer 'maybe'": ("ask", {"path": ".", "answers": {"needs-auth": "maybe"}}),
        "description of what is to be built": ("ask", {}),
        "there are several projects": ("explain", {"path": str(ROOT / "examples")}),
        "Field required": ("check", {}),
        "Unknown tool": ("run", {"path": "."}),
    }
    for (words, call), found in zip(cases.items(), converse(*cases.values()), strict=True):
        assert found.is_error, call
        assert words in found.content[0].text
        assert "Traceback" not in found.content[0].text


def test_files_are_not_executed_and_nothing_is_written(tmp_path):
    (tmp_path / "setup.py").write_text(
        "open('ran', 'w')\nfrom setuptools import setup\nsetup(install_requires=['flask'])\n"
    )
    results = converse(*((tool, {"path": str(tmp_path)}) for tool in ("check", "explain", "ask")))
    assert not any(found.is_error for found in results)
    assert results[0].structured_content["projects"][0]["framework"]["state"] == "flask"
    assert [path.name for path in tmp_path.iterdir()] == ["setup.py"]


def test_a_folder_without_files_leads_to_questions(tmp_path):
    checked, asked = converse(("check", {"path": str(tmp_path)}), ("ask", {"path": str(tmp_path)}))
    assert "call `ask`" in checked.content[0].text
    assert checked.structured_content["projects"] == []
    assert asked.structured_content["question"]


def test_more_projects_than_fit_are_named(tmp_path):
    for number in range(12):
        (tmp_path / f"app{number:02}").mkdir()
        (tmp_path / f"app{number:02}" / "requirements.txt").write_text("flask\n")
    (found,) = converse(("check", {"path": str(tmp_path)}))
    assert found.is_error
    assert "12 projects" in found.content[0].text
    assert "app00" in found.content[0].text


def test_without_the_sdk_the_command_says_what_to_install():
    code = "import sys; sys.modules['mcp'] = None; from framesage.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "mcp"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert "pip install 'framesage[mcp]'" in done.stderr
    assert done.stdout == ""
