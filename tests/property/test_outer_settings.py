"""Editors and the command line agree on settings of outer folders, whatever is in them."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from framesage.advice.builtin_rules import UNUSED_IGNORE
from framesage.advice.workspace import assess_paths
from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store

TODAY = date(2026, 11, 24)
FOLDERS = ("", "services", "services/a", "services/a/old", "services/b")
LINES = (
    'fail-on = "hint"',
    'fail-on = "loud"',
    "layout = false",
    "root = true",
    "root = 3",
    'framework = "flask"',
    'framework = "django"',
    'decision = "ours"',
    'description = "a shop"',
    "traits.needs-auth = true",
    "traits.needs-auth = false",
    'rules.two-frameworks = "off"',
    'rules.two-frameworks = "warning"',
    'ignore.flask-login-without-throttling = "the proxy limits logins"',
    'exclude = ["old"]',
    'exclude = ["services/a/*.txt", "b"]',
    'extend = "team.toml"',
    'extend = "../framesage.toml"',
    'extend = ["services/a", "team.toml"]',
)
LISTS = ("flask\ndjango\n", "flask\nflask-login\n", "django\n", "")
texts = st.lists(st.sampled_from(LINES), max_size=4, unique_by=lambda line: line.split(" ")[0])
trees = st.fixed_dictionaries(
    {},
    optional={
        **{f"{folder}/framesage.toml".lstrip("/"): texts.map("\n".join) for folder in FOLDERS},
        **{
            f"{folder}/pyproject.toml".lstrip("/"): texts.map(
                lambda lines: "\n".join(("[tool.framesage]", *lines))
            )
            for folder in FOLDERS
        },
        **{f"{folder}/requirements.txt".lstrip("/"): st.sampled_from(LISTS) for folder in FOLDERS},
        "team.toml": texts.map("\n".join),
    },
)


def write(root, files):
    for name, text in {".git/HEAD": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(assessment):
    settings = assessment.project.settings
    findings = {
        (finding.rule, finding.severity, finding.location.path, finding.location.range)
        for finding in assessment.findings
    }
    return settings, findings


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees, st.booleans())
@example(
    {
        "framesage.toml": 'ignore.flask-login-without-throttling = "the proxy limits logins"',
        "services/b/requirements.txt": "flask\ndjango\n",
    },
    False,
)
def test_editor_and_command_line_agree(files, is_typed):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write(root, dict.fromkeys(files, "") if is_typed else files)
        store = Store(lambda: TODAY)
        store.set_folders((root,))
        for name in files if is_typed else ():
            store.assessment_of(root / name)
            store.put(root / name, Buffer("", 1, (root / name).as_uri()))
        for name, text in files.items() if is_typed else ():
            store.put(root / name, Buffer(text, 2, (root / name).as_uri()))
        open_roots = {store.root_of(root / name) for name in files} - {None}
        editor = {found: told(store.assessment(found)) for found in open_roots}
        write(root, files)
        every = {found.project.start: told(found) for found in assess_paths([root], TODAY)}
        assert {found: editor[found][0] for found in every if found in editor} == {
            found: every[found][0] for found in every if found in editor
        }
        for found in editor:
            if found in every:
                missing = every[found][1] - editor[found][1]
                assert {rule for rule, *_ in missing} <= {
                    UNUSED_IGNORE.id
                }  # needs a search: ADR 35
            alone = next(
                assessment
                for assessment in assess_paths([found], TODAY)
                if assessment.project.start == found
            )
            assert told(alone)[0] == editor[found][0]
