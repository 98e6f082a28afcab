"""After any session, findings are those of a server that starts with the same texts."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store
from framesage.project import NO_SETTINGS, settings_from_json

BOTH = '[project]\nname = "x"\ndependencies = ["flask", "django"]\n'
LISTS = ("", "flask\n", "django\nflask\n", "wtforms\nflask\n", "-r common.txt\nflask\n")
LISTS = (
    *LISTS,
    "-r ../common.txt\n",
    "-r sub/requirements.txt\nflask\n",
    "-c common.txt\ndjango\n",
)
TABLES = ("", "[tool.ruff]\n", BOTH, f'{BOTH}[tool.framesage]\nexclude = ["sub"]\n', "[project\n")
TABLES = (*TABLES, '[tool.framesage.rules]\ntwo-frameworks = "off"\n', 'exclude = ["sub/*"]\n')
SCRIPTS = ("", '# /// script\n# dependencies = ["flask", "django"]\n# ///\n')
READMES = ("", "# Shop\n\nA REST API for a shop.\n", "# Shop\n\nA web application with logins.\n")
TEXTS = {".txt": LISTS, ".in": LISTS, ".toml": TABLES, ".py": SCRIPTS, ".md": READMES}
FILES = ("requirements.txt", "requirements-dev.txt", "pyproject.toml", "framesage.toml", "tool.py")
FILES = (*FILES, "sub/requirements.txt", "sub/pyproject.toml", "sub/deep/requirements.txt")
FILES = (*FILES, "requirements/web.txt", "common.txt", "docs/requirements.txt")
FILES = (*FILES, "README.md", "sub/README.md")
EDITORS = ({}, {"exclude": ["sub"]}, {"rules": {"two-frameworks": "off"}})
STEPS = st.tuples(
    st.sampled_from(("type", "type", "close", "save", "write", "write", "delete", "configure")),
    st.sampled_from(FILES),
    st.integers(0, 20),
    st.lists(st.sampled_from(FILES), max_size=3),
)


class Session:
    """A store and a folder, with the events that editors and other programs cause."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = NO_SETTINGS
        self.store = self.begin()

    def begin(self) -> Store:
        store = Store(lambda: date(2026, 1, 1))
        store.set_folders((self.root,))
        store.configure(self.settings)
        return store

    def do(self, event: str, name: str, choice: int) -> None:
        path = self.root / name
        text = TEXTS[path.suffix][choice % len(TEXTS[path.suffix])]
        if event == "type":
            self.store.put(path, Buffer(text, choice, path.as_uri()))
        elif event == "close" and path in self.store.buffers:
            self.store.close(path)
        elif event == "save" and path in self.store.buffers:
            self.write(path, self.store.buffers[path].text)
            self.store.save(path)
            self.store.changed_on_disk(path)  # the notification of the file watcher
        elif event == "write":
            self.write(path, text)
            self.store.changed_on_disk(path)
        elif event == "delete" and path.exists():
            path.unlink()
            self.store.changed_on_disk(path)
        elif event == "configure":
            self.settings, _ = settings_from_json(EDITORS[choice % len(EDITORS)], self.root)
            self.store.configure(self.settings)

    @staticmethod
    def write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def restarted(self) -> Store:
        store = self.begin()
        for path, buffer in self.store.buffers.items():
            store.put(path, buffer)
        return store


def findings_of(store: Store, path: Path) -> object:
    assessment = store.assessment_of(path)
    if assessment is None:
        return None
    findings = [
        (finding.rule, finding.location.path, finding.location.range, finding.message)
        for finding in assessment.findings
    ]
    readme = assessment.project.readme
    return findings, readme and readme.metadata


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=14))
def test_sessions_end_like_a_restart(steps):
    with TemporaryDirectory() as folder:
        session = Session(Path(folder).resolve())
        for event, name, choice, looked_at in steps:
            session.do(event, name, choice)
            for viewed in looked_at:
                findings_of(session.store, session.root / viewed)
        fresh = session.restarted()
        for path in (session.root / name for name in FILES):
            assert findings_of(session.store, path) == findings_of(fresh, path)
            assert session.store.is_dependency_file(path) == fresh.is_dependency_file(path)
