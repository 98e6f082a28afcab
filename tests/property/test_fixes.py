"""A fix changes only its requirement or comment, in any layout of the file."""

from datetime import date

import tomli
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from framesage.fixes import apply_edits
from framesage.fixes.editors import editor_of
from framesage.fixes.ignore_comments import remove_ignore, write_ignore
from framesage.fixes.remedies.remove import remove
from framesage.fixes.style.raised_specifiers import raise_specifier
from unit.fixes.locations import add, at_requirement, read_text

NAMES = st.lists(
    st.sampled_from(["flask", "WTForms", "redis", "a_b", "zope.interface", "Blinker", "celery"]),
    min_size=1, unique=True,
)  # fmt: skip
SPECIFIERS = st.sampled_from(["", "==1.0", ">=2,<3", " ~= 1.4", "[extra]>=1"])
COMMENTS = st.sampled_from(["", '  # why, "so"', " # é🐍"])
ENDS = st.sampled_from(["\n", "\r\n"])
PACKAGE = "flask-wtf"


@st.composite
def requirements_files(draw):
    end, lines = draw(ENDS), []
    for name in draw(NAMES):
        lines += draw(st.sampled_from([[], [""], ["# section"]]))
        lines.append(name + draw(SPECIFIERS) + draw(COMMENTS))
    return end.join(lines) + draw(st.sampled_from(["", end, end * 2]))


@st.composite
def pyprojects(draw):
    end, quote = draw(ENDS), draw(st.sampled_from("\"'"))
    items = [f"{quote}{name}{draw(SPECIFIERS)}{quote}" for name in draw(NAMES)]
    comma = draw(st.sampled_from(["", ","]))
    if draw(st.booleans()):
        array = ", ".join(items) + comma
    else:
        commas = [*[","] * (len(items) - 1), comma]
        lines = [f"  {i}{c}{draw(COMMENTS)}" for i, c in zip(items, commas, strict=True)]
        above = draw(st.sampled_from([[], ["  # section"]]))
        array = end + end.join([*above, *lines]) + end
    rest = draw(st.sampled_from(["", f"{end}[tool.other]{end}a = 1{end}"]))
    return f"[project]{end}dependencies = [{array}]{draw(COMMENTS)}{end}{rest}"


FILES = st.one_of(
    st.tuples(requirements_files(), st.just("requirements.txt")),
    st.tuples(pyprojects(), st.just("pyproject.toml")),
)


@st.composite
def other_formats(draw):
    name = draw(
        st.sampled_from(["Pipfile", "pixi.toml", "environment.yml", "setup.cfg", "setup.py"])
    )
    end, names = draw(ENDS), draw(NAMES)
    texts = {
        "Pipfile": ["[packages]", *(f'{package} = "*"' for package in names)],
        "pixi.toml": ["[pypi-dependencies]", *(f'"{package}" = ">=1"' for package in names)],
        "environment.yml": [
            "dependencies:",
            "  - pip:",
            *(f"    - {package}>=1" for package in names),
        ],
        "setup.cfg": [
            "[options]",
            "install_requires =",
            *(f"    {package}>=1" for package in names),
        ],
        "setup.py": [
            "setup(install_requires=[",
            *(f"    '{package}>=1'," for package in names),
            "])",
        ],
    }
    name = draw(st.sampled_from(sorted(texts)))
    return end.join([draw(st.sampled_from(["# é🐍", ""])), *texts[name], ""]), name


@st.composite
def lists_of_lines(draw):
    end, names = draw(ENDS), draw(NAMES)
    items = [f"{name}{draw(st.sampled_from(['', '>=1', '==1.0']))}" for name in names]
    dash = draw(st.sampled_from(["- ", "  -  "]))
    conda = ["dependencies:", "- pip:", *(f"  {dash}{item}" for item in items)], "environment.yml"
    config = ["[options]", "install_requires =", *(f"\t{item}" for item in items)], "setup.cfg"
    text, name = draw(st.sampled_from([conda, config]))
    return end.join([*text, *draw(st.sampled_from([[], [""], ["", ""]]))]), name


WITH_COMMENTS = st.one_of(FILES, other_formats())


def requirements_of(manifest):
    return {
        (requirement.name, requirement.specifier, requirement.extras)
        for requirement in manifest.requirements
    }


def is_still_toml(text, name):
    return name != "pyproject.toml" or bool(tomli.loads(text))


@settings(max_examples=150)
@given(st.one_of(FILES, lists_of_lines()))
def test_adding_adds_one_requirement_and_deletes_no_text(file):
    text, name = file
    before = read_text(text, name)
    edits = add(PACKAGE, at_requirement(before, ""))
    assert edits
    assert all(edit.range.start == edit.range.end for edit in edits)
    after = apply_edits(before.source, edits)
    assert is_still_toml(after, name)
    assert requirements_of(read_text(after, name)) == {
        *requirements_of(before), (PACKAGE, "", ()),
    }  # fmt: skip


@settings(max_examples=100)
@given(lists_of_lines(), st.data())
def test_an_added_line_is_removed_to_the_same_text(file, data):
    text, name = file
    before = read_text(text, name)
    chosen = data.draw(st.sampled_from(before.requirements)).name
    edits = add(PACKAGE, at_requirement(before, chosen))
    after = read_text(apply_edits(before.source, edits), name)
    undo = remove(at_requirement(after, PACKAGE))
    assert apply_edits(after.source, undo).rstrip("\r\n") == text.rstrip("\r\n")


@settings(max_examples=150)
@given(FILES, st.data())
def test_removing_removes_only_the_requirement(file, data):
    text, name = file
    before = read_text(text, name)
    gone = data.draw(st.sampled_from(before.requirements))
    (edit,) = remove(at_requirement(before, gone.name))
    after = apply_edits(before.source, [edit])
    assert is_still_toml(after, name)
    left = {package for package in requirements_of(before) if package[0] != gone.name}
    assert requirements_of(read_text(after, name)) == left


@settings(max_examples=150)
@given(FILES)
def test_removing_an_added_package_keeps_requirements_and_comments(file):
    text, name = file
    before = read_text(text, name)
    added = read_text(apply_edits(before.source, add(PACKAGE, at_requirement(before, ""))), name)
    (edit,) = remove(at_requirement(added, PACKAGE))
    after = apply_edits(added.source, [edit])
    kept = str.maketrans("", "", ", \r\n")  # a comma and a line end may remain
    assert after.translate(kept) == text.translate(kept)


@settings(max_examples=150)
@given(WITH_COMMENTS, st.data())
def test_an_added_ignore_is_removed_to_the_same_text(file, data):
    text, name = file
    before = read_text(text, name)
    chosen = data.draw(st.sampled_from(before.requirements)).name
    edits = write_ignore("some-rule", "why", at_requirement(before, chosen), date(2026, 11, 24))
    assert edits
    ignored = read_text(apply_edits(before.source, edits), name)
    assert is_still_toml(ignored.source.text, name)
    assert requirements_of(ignored) == requirements_of(before)
    undo = remove_ignore(ignored.ignores[0], ignored, ("some-rule",))
    assert apply_edits(ignored.source, [undo]) == text


VERSIONS = {"": "", "==1.0": "~=3.1.0", ">=2,<3": ">=3.1,<4", "~= 1.4": "~= 3.1", ">=1": ">=3.1"}


@settings(max_examples=150)
@given(WITH_COMMENTS, st.data())
def test_another_version_replaces_only_the_specifier(file, data):
    text, name = file
    before = read_text(text, name)
    chosen = data.draw(st.sampled_from(before.requirements))
    assume(chosen.name != "zope")  # a dotted key of a table
    raised = raise_specifier(chosen.specifier, "3.1", within_series=True)
    assert raised == VERSIONS[chosen.specifier]
    (edit,) = editor_of(before).require(chosen, raised or ">=3.1")
    after = read_text(apply_edits(before.source, [edit]), name)
    assert is_still_toml(after.source.text, name)
    others = requirements_of(before) - {(chosen.name, chosen.specifier, chosen.extras)}
    assert requirements_of(after) == others | {(chosen.name, raised or ">=3.1", chosen.extras)}
    assert len(after.source.lines) == len(before.source.lines)
