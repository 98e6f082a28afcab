"""Requirements files."""

from pathlib import PurePath

import pytest

from framesage.manifests import read_requirements, reader_by_name
from framesage.manifests.model import Origin, Purpose

LINES = {
    # line: (name, specifier, text in the range)
    "Django": ("django", "", "Django"),
    "Flask_WTF == 1.1.1": ("flask-wtf", "== 1.1.1", "Flask_WTF == 1.1.1"),
    "zope.interface>=5,<6  # why": ("zope-interface", ">=5,<6", "zope.interface>=5,<6"),
    "django===4.2": ("django", "===4.2", "django===4.2"),
    "psycopg2 --no-binary psycopg2": ("psycopg2", "", "psycopg2"),
    "six==1.0 --hash=sha256:aa --hash=sha256:bb": ("six", "==1.0", "six==1.0"),
    'a>=1 ; python_version < "3.12"': ("a", ">=1", 'a>=1 ; python_version < "3.12"'),
    "requests (>=2.0)": ("requests", ">=2.0", "requests (>=2.0)"),
    "pkg @ git+https://e.org/p.git@v1": ("pkg", "", "pkg @ git+https://e.org/p.git@v1"),
    "git+https://e.org/p#egg=My_Pkg": ("my-pkg", "", "git+https://e.org/p#egg=My_Pkg"),
    "-e git+ssh://git@e.org/p.git#egg=p": ("p", "", "git+ssh://git@e.org/p.git#egg=p"),
    "./wheels/foo_bar-1.0-py3-none-any.whl": (
        "foo-bar",
        "",
        "./wheels/foo_bar-1.0-py3-none-any.whl",
    ),
    "https://e.org/pkg-name-1.2.tar.gz": ("pkg-name", "", "https://e.org/pkg-name-1.2.tar.gz"),
    "\tflask >= 2\t": ("flask", ">= 2", "flask >= 2"),
    "flask>=": ("flask", ">=", "flask>="),
    "flask[": ("flask", "", "flask["),
    "flask~=2.0, != 2.1": ("flask", "~=2.0, != 2.1", "flask~=2.0, != 2.1"),
    "a --config-settings x=y": ("a", "", "a"),
    "shop@https://e.org/main.zip": ("shop", "", "shop@https://e.org/main.zip"),
    "shop[web]@file:///x/main.whl": ("shop", "", "shop[web]@file:///x/main.whl"),
    '-e "git+https://e.org/a b#egg=p"': ("p", "", "git+https://e.org/a b#egg=p"),
    "--editable='git+https://e.org/p#egg=p'": ("p", "", "git+https://e.org/p#egg=p"),
    r"-e git+https://e.org/a\ b#egg=p": ("p", "", r"git+https://e.org/a\ b#egg=p"),
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_single_line(requirements, text_at, line, expected):
    manifest = requirements(f"# first\n{line}\n")
    (found,) = manifest.requirements
    assert (found.name, found.specifier, text_at(manifest, found.range)) == expected
    assert found.origin is Origin.DIRECT


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "# flask",
        "-e .",
        "-e .[dev]",
        ".",
        "--index-url https://e.org/simple",
        "-i https://e.org/simple",
        "-f wheels",
        "--no-index",
        "${PACKAGE}",
        "https://e.org/archive",
        "==2.0",
        "🎉",
        "../shared",
    ],
)
def test_lines_without_a_requirement(requirements, line):
    assert requirements(line).requirements == ()


def test_extras_marker_and_url(requirements):
    manifest = requirements(
        'Flask[async, dotenv]>=2 ; python_version >= "3.10"\nx @ https://e.org/x.zip\n'
    )
    flask, x = manifest.requirements
    assert flask.extras == ("async", "dotenv")
    assert flask.marker == 'python_version >= "3.10"'
    assert x.url == "https://e.org/x.zip"


def test_continuation_lines(requirements, text_at):
    manifest = requirements("six \\\n  >=1.0, \\\n  <2 \\\n  --hash=sha256:abc\nflask\n")
    six, flask = manifest.requirements
    assert six.specifier == ">=1.0,   <2"
    assert text_at(manifest, six.range) == "six \\\n  >=1.0, \\\n  <2"
    assert text_at(manifest, flask.range) == "flask"


@pytest.mark.parametrize(
    ("line", "target", "constraint"),
    [
        ("-r base.txt", "base.txt", False),
        ("-rbase.txt", "base.txt", False),
        ("--requirement=base.txt  # the rest", "base.txt", False),
        ("  --requirement base.txt", "base.txt", False),
        ("-c ../constraints.txt", "../constraints.txt", True),
        ("--constraint=c.txt", "c.txt", True),
        ("-r base.txt -c limits.txt", "base.txt", False),  # pip ignores the second file
        ("-c limits.txt -r base.txt", "base.txt", False),
        ("-r base.txt -r more.txt", "base.txt", False),
        ("-i https://e.org/simple --pre -r base.txt", "base.txt", False),
        ("-r 'two words.txt'", "two words.txt", False),
        ('--requirement="two words.txt"', "two words.txt", False),
        ("--requirem base.txt", "base.txt", False),
    ],
)
def test_includes(requirements, text_at, line, target, constraint):
    manifest = requirements(line)
    (include,) = manifest.includes
    assert (include.target, include.constraint) == (target, constraint)
    assert text_at(manifest, include.range) == target


def test_escaped_blank_in_the_name_of_an_included_file(requirements, text_at):
    manifest = requirements(r"-r my\ list.txt  # ours")
    (include,) = manifest.includes
    assert include.target == "my list.txt"
    assert text_at(manifest, include.range) == r"my\ list.txt"


def test_nothing_is_included_beside_an_editable_requirement(requirements):
    assert not requirements("-e . -r base.txt").includes
    assert not requirements("-r").includes
    assert not requirements('-r ""').includes


def test_comment_line_ends_a_continued_line(requirements, text_at):
    manifest = requirements("flask>=3 \\\n# why\nsix\\\n# more\n")
    assert [r.name for r in manifest.requirements] == ["flask", "six"]
    assert [text_at(manifest, r.range) for r in manifest.requirements] == ["flask>=3", "six"]


def test_via_comments(requirements):
    manifest = requirements(
        "# This file is autogenerated by pip-compile with Python 3.11\n"
        "click==8.1\n    # via\n    #   flask\n    #   -c constraints.txt\n"
        "flask==3.0\n    # via -r requirements.in\n"
        "jinja2==3.1 # via flask\n"
        "rich==13  # via shop (pyproject.toml)\n"
        "own==1  # via shop\n"
        "bare==1\n"
    )
    assert manifest.compiled
    assert {r.name: (r.origin, r.via) for r in manifest.requirements} == {
        "click": (Origin.VIA, ("flask",)),
        "flask": (Origin.DIRECT, ()),
        "jinja2": (Origin.VIA, ("flask",)),
        "rich": (Origin.DIRECT, ()),
        "own": (Origin.DIRECT, ()),  # who pulled it in is no package of the file: the project
        "bare": (Origin.DIRECT, ()),
    }


def test_constraints_file_has_no_direct_requirements(requirements):
    manifest = requirements("flask<3\n", "constraints.txt")
    assert [r.origin for r in manifest.requirements] == [Origin.CONSTRAINT]


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("requirements.txt", Purpose.RUNTIME),
        ("requirements/production.txt", Purpose.RUNTIME),
        ("requirements-dev.txt", Purpose.DEVELOPMENT),
        ("requirements/test.in", Purpose.DEVELOPMENT),
        ("latest-requirements.txt", Purpose.RUNTIME),
    ],
)
def test_purpose_follows_from_the_file_name(requirements, name, purpose):
    assert requirements("flask", name).requirements[0].group.purpose is purpose


def test_ignores(requirements):
    manifest = requirements(
        "flask  # framesage: ignore[a-rule, other-rule] the proxy does it\n"
        "# framesage: ignore\n\ndjango\n"
    )
    first, second = manifest.ignores
    assert (first.rules, first.reason, first.line) == (
        ("a-rule", "other-rule"),
        "the proxy does it",
        0,
    )
    assert (second.rules, second.line) == ((), 3)


@pytest.mark.parametrize("comment", ["# Framesage: Ignore[a-rule]", "#FRAMESAGE:IGNORE [a-rule]"])
def test_the_case_of_an_ignore_does_not_matter(requirements, comment):
    (ignore,) = requirements(f"flask  {comment}\n").ignores
    assert ignore.rules == ("a-rule",)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark(requirements, text_at, ending):
    manifest = requirements(ending.join(["# 🎉", "flask==3", "django"]))
    assert [r.range.start.line for r in manifest.requirements] == [1, 2]
    assert [text_at(manifest, r.range) for r in manifest.requirements] == ["flask==3", "django"]


def test_anchor_is_the_first_requirement(requirements, text_at):
    manifest = requirements("# shop\n-r base.txt\nFlask>=3\nrich\n")
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == ["Flask"]
    assert requirements("# nothing\n").anchors == ()


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements.in",
        "requirements-dev.txt",
        "requirements_prod.txt",
        "dev-requirements.txt",
        "test_requirements.txt",
        "requirements.dev.txt",
        "constraints.txt",
        "requirements/base.txt",
        "requirements/prod.in",
        "requirements.d/docs.txt",
        "reqs/base.txt",
        "Requirements.TXT",
    ],
)
def test_names_of_requirements_files(name):
    assert reader_by_name(PurePath("/p", name)) is read_requirements


@pytest.mark.parametrize(
    "name", ["notes.txt", "tree.txt", "requirements.md", "robots.txt", "src/base.txt", "a.toml"]
)
def test_names_of_other_files(name):
    assert reader_by_name(PurePath("/p", name)) is None


@pytest.mark.parametrize(
    ("line", "further"),
    [
        ("flask==1.0django==2.0", "django==2.0"),
        ("flask>=1.0,<2django>1", "django>1"),
        ("flask django", "django"),
        ("flask==1.0 django==2.0", "django==2.0"),
        ("flask==1.0, django==2", "django==2"),
        ("flask[async] django  # both", "django"),
        ("flask~=1.0 django >= 2.0 click", "django >= 2.0 click"),
        ("flask==1.0 django --hash=sha256:00", "django"),
        ("flask==1.0 \\\n  django==2", "django==2"),
    ],
)
def test_further_requirements_on_a_line(requirements, text_at, line, further):
    manifest = requirements(f"six\n{line}\nclick\n")
    assert [text_at(manifest, span) for span in manifest.multiple_per_line] == [further]
    assert [requirement.name for requirement in manifest.requirements] == ["six", "flask", "click"]


@pytest.mark.parametrize(
    "line",
    [
        "flask>=1.0,<2",
        "flask >= 1.0 , < 2",
        "flask>=1.0rc1 <2",
        "flask==1.0.post1",
        "flask 1.0",
        "flask (>=1)",
        "flask==1.0; python_version < '3' and os_name == 'nt'",
        "flask @ https://example.org/flask django",
        "flask --no-binary django",
        "-e . django",
        "this is prose",
    ],
)
def test_lines_with_at_most_one_requirement(requirements, line):
    assert requirements(line).multiple_per_line == ()
