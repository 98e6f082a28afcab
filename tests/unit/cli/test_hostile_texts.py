"""Whatever a project is called and says, no output has an escape, a command, a link or an image of
its making: each command and format with hostile names, settings, comments, descriptions and rules.
"""

import io
import json
import os
import re
import sys

import pytest

from harmless import FORBIDDEN, Page, assert_harmless, assert_markdown_is_ours
from hostile import FOLDERS, HOSTILE

OWN_COMMAND = re.compile(r"::(error|warning|notice) title=Framesage[^:\n]*::.*")
TEXT = [
    ("check", "."),
    ("check", ".", "--fix"),
    ("check", ".", "--write-baseline", "base.json"),
    ("explain", "."),
    ("explain", ".", "--rule", HOSTILE),
    ("explain", ".", "--trait", "needs-auth"),
    ("config", "."),
    ("config", HOSTILE),
    ("ask", "."),
    ("ask", ".", "--answer", "mvp=yes", "--write"),
    ("ask", ".", "--answer", f"{HOSTILE}=yes"),
    ("rules", "list", "."),
    ("rules", "show", "hostile", "."),
    ("rules", "show", HOSTILE, "."),
    ("rules", "check", "rules"),
    ("rules", "test", "rules"),
    ("rules", "check", HOSTILE),
    ("rules", "new", HOSTILE),
    ("check", HOSTILE),
]
JSON = [
    ("check", ".", "--format", "json"),
    ("check", ".", "--format", "sarif"),
    ("check", ".", "--format", "gitlab"),
    ("config", ".", "--format", "json"),
    ("ask", ".", "--format", "json"),
    ("rules", "check", "rules", "--format", "json"),
]
posix = pytest.mark.skipif(os.name != "posix", reason="names that Windows does not allow")


@pytest.fixture(params=FOLDERS)
def folder(request, tmp_path, make_project, monkeypatch):
    files = {".git/HEAD": "", **FOLDERS[request.param]}
    monkeypatch.setattr(sys, "stdin", io.StringIO("no\n" * 20))
    monkeypatch.chdir(make_project(tmp_path / "here", files))
    return request.param


@posix
def test_nothing_that_people_read_is_obeyed(framesage, folder):
    for arguments in TEXT:
        result = framesage(*arguments)
        assert_harmless(result.out)
        assert_harmless(result.err)


@posix
def test_github_gets_only_our_commands(framesage, folder):
    for arguments in (("check", "."), ("rules", "check", "rules"), ("rules", "test", "rules")):
        result = framesage(*arguments, "--format", "github")
        assert FORBIDDEN.search(result.out) is None
        assert all(map(OWN_COMMAND.fullmatch, result.out.splitlines())), result.out
        assert_harmless(result.err)


@posix
def test_machines_get_valid_json(framesage, folder):
    for arguments in JSON:
        result = framesage(*arguments)
        if result.out:
            json.loads(result.out)
        assert FORBIDDEN.search(result.out) is None
        assert_harmless(result.err)


@posix
@pytest.mark.parametrize("arguments", [("check", ".", "--format", "markdown"), ("report", ".")])
def test_markdown_has_no_link_image_or_markup_of_the_project(framesage, folder, arguments):
    assert_markdown_is_ours(framesage(*arguments).out)


@posix
def test_the_page_has_no_link_image_or_markup_of_the_project(framesage, folder):
    html = framesage("report", ".", "--html", "-").out
    assert FORBIDDEN.search(html) is None
    Page().feed(html)
