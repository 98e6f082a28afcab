"""Properties of all readers, for any text."""

import unicodedata
from pathlib import Path

import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from framesage.manifests import read_any, read_requirements
from framesage.manifests.lockfiles import read_lock
from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import parse_requirement
from framesage.manifests.readme.reader import read_readme
from framesage.text import Source
from framesage.toml import scan
from ranges import assert_valid_ranges

NAMES = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,8}[A-Za-z0-9])?", fullmatch=True)
VERSIONS = st.from_regex(r"(>=|==|~=|<|!=|===) ?[0-9]{1,2}(\.[0-9]{1,2}){0,2}", fullmatch=True)
REQUIREMENTS = st.builds(
    lambda name, extras, versions, marker: name + extras + ",".join(versions) + marker,
    NAMES,
    st.sampled_from(["", "[x]", "[a, b]", " "]),
    st.lists(VERSIONS, max_size=2),
    st.sampled_from(["", " ; python_version < '3.12'", "; os_name == 'nt'"]),
)
LINES = st.one_of(
    REQUIREMENTS,
    st.sampled_from(
        [
            "",
            "# via flask",
            "-r base.txt",
            "-e .[dev]",
            "./libs/x[a,",
            "x @ file:///${PROJECT_ROOT}/%zz",
            "[tool.uv.workspace]",
            'members = ["**", { path = "a"',
            "[tool.uv.sources]",
            "x = [{ workspace = true }, { path = '..' }]",
            "[dependency-groups]",
            'web = ["a", {include-group = "web"}, {include-group = 1}',
            "-r 'a b.txt' -c c.txt",
            '-e "git+https://e.org/x y#egg=x',
            "--requirement=a\\ b",
            "shop@https://e.org/a.zip",
            "# uv pip compile a.in -o 'b c.txt",
            "## The following requirements were added by pip freeze:",
            "Django; extra == 'x' or (extra == 'y'",
            'django = [{version = "3", python = "<3.8 || ^3.9"}, {platform = "win32',
            "six \\",
            "    # via",
            "[project]",
            "dependencies = [",
            '  "flask>=3",',
            "]",
            'name = "x"',
            '"""',
            "'",
            "{",
            "===",
            "# /// script",
            '# dependencies = ["flask"]',
            "# ///",
            "dependencies:",
            "  - flask=3",
            "  - pip:",
            "  - pip: [flask, 'six'",
            "dependencies: [flask, six]",
            "names = names + 'flask six'.split() + ['a' + b]",
            "setup(install_requires=names)",
            "[packages]",
            'flask = {version = "*"',
            "[options]",
            "install_requires =",
            "setup(install_requires=[",
            "    'flask', 'six'])",
            "[[package]]",
            'version = "1.0"',
            "[[packages]]",
        ]
    ),
    st.text(max_size=12),
)
TEXTS = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


FILES = ("requirements.txt", "pyproject.toml", "framesage.toml", "Pipfile", "setup.cfg")
FILES += ("setup.py", "pixi.toml", "environment.yml", "script.py")
FILES += ("tool", "conda.yml", "reqs.lst", "other.toml", "other.cfg")
LOCKS = ("uv.lock", "poetry.lock", "Pipfile.lock", "pylock.toml")


@given(TEXTS | st.text())
@example('[project]\ndependencies = ["a\\')
@example("a = '''\n'''b")
@example('x = """\\\n')
def test_every_text_is_read_with_valid_ranges(text):
    for name in FILES:
        path = Path("/p", name)
        assert_valid_ranges(read_any(Source(path, text)))


PROSE = st.lists(
    st.sampled_from(
        (
            *("Shop", "A web shop. ", "See [docs](d).", "[![a](b)](c)", "<h1>\n", "</h1>", "<p>"),
            *("# ", "- ", "> ", "    ", "===", "---", "```", "`", "**", "<!--", "-->", "<table>"),
            *(".. note::", "   x", "::", "|a|", "`a <b>`_", "\n", "\n\n", "\r\n", "\x1e", "\x02"),
            *("&amp;", "\u2028", "\x0c", "中文。", "It contains:", "Installation", "About"),
        )
    ),
    max_size=30,
).map("".join)


@given(PROSE | st.text(), st.sampled_from(("README.md", "README.rst", "README")))
def test_every_readme_is_read_with_valid_ranges(text, name):
    manifest = read_readme(Source(Path("/p", name), text))
    assert_valid_ranges(manifest)
    for entry in manifest.metadata:
        assert entry.value == " ".join(entry.value.split())
        assert not any(unicodedata.category(character) == "Cc" for character in entry.value)


@given(TEXTS | st.text(), st.sampled_from(LOCKS))
def test_every_lock_file_is_read(text, name):
    for package, versions in read_lock(name, text).versions.items():
        assert package in canonicalize_name(text)
        assert all(version in text for version in versions)


@given(st.lists(REQUIREMENTS, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_range_contains_exactly_the_requirement(written, ending):
    manifest = read_requirements(Source(Path("/p/requirements.txt"), ending.join(written)))
    assert len(manifest.requirements) == len(written)
    for line, found in enumerate(manifest.requirements):
        assert found.range.start.line == line
        span = slice(found.range.start.character, found.range.end.character)
        again = parse_requirement(manifest.source.lines[line][span])
        assert again is not None
        assert (again.name, again.specifier, again.extras, again.marker) == (
            found.name,
            found.specifier,
            found.extras,
            found.marker,
        )


def strings_of_value(value):
    if value.kind == "string":
        yield value.text
    for item in value.items:
        yield from strings_of_value(item)
    for entry in value.entries:
        yield from strings_of_value(entry.value)


def strings_of(content):
    if isinstance(content, str):
        yield content
    for inner in content.values() if isinstance(content, dict) else ():
        yield from strings_of(inner)
    for inner in content if isinstance(content, list) else ():
        yield from strings_of(inner)


def as_toml(value) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{as_toml(key)} = {as_toml(inner)}" for key, inner in value.items())
        return "{" + pairs + "}"
    return str(value).lower()


KEYS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=8) | st.booleans() | st.integers(0, 99),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_valid_toml_is_read_like_tomli(table):
    text = "\n".join(f"{as_toml(key)} = {as_toml(value)}" for key, value in table.items())
    document = scan(text)
    ours = [found for e in document.entries for found in strings_of_value(e.value)]
    assert ours == list(strings_of(tomli.loads(text)))
    assert [e.path for e in document.entries] == [(key,) for key in table]


@given(
    st.one_of(
        LINES, st.from_regex(r"[A-Za-z0-9._-]{1,9}([=<>~!]=|[<>])?[0-9.a*+!]*", fullmatch=True)
    )
)
@example("django==4.2.*")
@example("Flask_Login>=0.6.3")
@example("six==1!2.0+local")
@example("six>=2.*.1")
def test_fast_path_gives_the_same_requirement(line):
    """A comment behind a line only prevents the fast path."""
    short = read_requirements(Source(Path("requirements.txt"), line))
    long = read_requirements(Source(Path("requirements.txt"), line + "  # x"))
    if "#" not in line and "\\" not in line and "\n" not in line:
        assert short.requirements == long.requirements
