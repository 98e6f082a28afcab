"""Misspelled names in the settings have a preferred fix that changes exactly the name."""

import pytest

from framesage.fixes import apply_edits, fixes_for

PYPROJECT = {
    "a key": ('[tool.framesage]\nframwork = "flask"\n', "framwork", "framework"),
    "a quoted key": ("[tool.framesage]\n'fail-onn' = \"hint\"\n", "fail-onn", "fail-on"),
    "a value": ('[tool.framesage]\nframework = "djnago" # why\n', "djnago", "django"),
    "a value in another case": ("[tool.framesage]\nframework = 'Flask'\n", "Flask", "flask"),
    "a trait": ("[tool.framesage.traits]\nneeds-auht = true\n", "needs-auht", "needs-auth"),
    "an underscore": ("[tool.framesage.traits]\nneeds_auth = true\n", "needs_auth", "needs-auth"),
    "a dotted trait": ("[tool.framesage]\ntraits.needs-auht = true\n", "needs-auht", "needs-auth"),
    "a quoted dotted trait": (
        '[tool]\nframesage.traits."needs-auht" = true\n', "needs-auht", "needs-auth",
    ),
    "an inline table": (
        "[tool.framesage]\ntraits = { content-heavy = true, needs-auht = true }\n",
        "needs-auht",
        "needs-auth",
    ),
    "an inline table in one": (
        "[tool]\nframesage = { traits.needs-auht = true }\n", "needs-auht", "needs-auth",
    ),
    "a rule": (
        '[tool.framesage.rules]\nflask-unsuported = "off"\n',
        "flask-unsuported",
        "flask-unsupported",
    ),
    "an ignored rule": (
        '[tool.framesage.ignore]\nflask-unsuported = "an old host"\n',
        "flask-unsuported",
        "flask-unsupported",
    ),
    "a rule with a table": (
        "[tool.framesage.ignore]\nflask-unsuported = { reason = 'a host', until = '2999-01-31' }\n",
        "flask-unsuported",
        "flask-unsupported",
    ),
    "a rule with a header": (
        "[tool.framesage.ignore.flask-unsuported]\nreason = 'an old host'\nuntil = 2999-01-31\n",
        "flask-unsuported",
        "flask-unsupported",
    ),
    "a key of an ignore": (
        "[tool.framesage.ignore]\nflask-unsupported = { reason = 'a', untill = '2999-01-31' }\n",
        "untill",
        "until",
    ),
    "a date": (
        "[tool.framesage.ignore]\nflask-unsupported = { reason = 'a host', until = '31.1.2999' }\n",
        "31.1.2999",
        "2999-01-31",
    ),
    "a rule in some files": (
        "[tool.framesage.per-file]\n'old/**' = { flask-unsuported = 'off' }\n",
        "flask-unsuported",
        "flask-unsupported",
    ),
    "a severity in some files": (
        "[tool.framesage.per-file.'old/**']\nflask-unsupported = 'info'\n",
        "'info'",
        "'information'",
    ),
    "a severity": ('[tool.framesage]\nrules.flask-unsupported = "warn"\n', '"warn"', '"warning"'),
    "another severity": ('[tool.framesage]\nfail-on = "info"\n', '"info"', '"information"'),
    "a table": ("[tool.framesage.trait]\nneeds-auth = true\n", "trait", "traits"),
    "a quoted table": ('[tool.framesage."rulez"]\nunused-ignore = "off"\n', "rulez", "rules"),
    "a dotted table": ("[tool.framesage]\ntrait.needs-auth = true\n", "trait", "traits"),
    "an inline table's name": (
        "[tool]\nframesage.trait = { needs-auth = true }\n", "trait", "traits",
    ),
}  # fmt: skip


def corrections(assessment):
    """Return the titles of the preferred fixes of findings about settings, and the texts."""
    return [
        (fix.title, apply_edits(finding.location.manifest.source, fix.edits))
        for finding in assessment.findings
        if finding.rule == "settings"
        for fix in fixes_for(finding, assessment)
        if fix.preferred
    ]


@pytest.mark.parametrize(("before", "wrong", "right"), PYPROJECT.values(), ids=PYPROJECT)
@pytest.mark.parametrize("own_file", [False, True])
def test_a_misspelled_name_is_changed_where_it_is(assess_project, before, wrong, right, own_file):
    name = "pyproject__toml"
    if own_file:
        name = "framesage__toml"
        before = before.replace("[tool.framesage]\n", "").replace("tool.framesage.", "")
        if "tool" in before:
            pytest.skip("this form has another meaning in a file of its own")
    assessment = assess_project("flask\n", **{name: before})
    expected = f"Change to `{right.strip(chr(34) + chr(39))}`", before.replace(wrong, right, 1)
    assert set(corrections(assessment)) == {expected}
    after = assess_project("flask\n", **{name: expected[1]})
    assert [finding for finding in after.findings if finding.rule == "settings"] == []


@pytest.mark.parametrize(
    "settings",
    [
        "[traits]\nneeds-auht = true\nneeds-auth = false\n",  # a key cannot be there twice
        '[traits]\n"needs\\u002dauht" = true\n',  # written with an escape
        "[traits]\nquux = true\n",
        "[traits]\nneeds-auth = 3\n",
        '[rules]\nunused-ignore = "loud"\n',
        "framework = 3\n",
        'framework = ""\n',
    ],
)
def test_what_has_no_correction_is_left_alone(assess_project, settings):
    fixes = corrections(assess_project("flask\n", framesage__toml=settings))
    assert all('"needs-auth"' in text for _, text in fixes)
