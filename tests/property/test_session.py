"""After any session, what is said is what a server says that starts with the same texts."""

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
TEXTS = {".txt": LISTS, ".in": LISTS, ".toml": TABLES, ".py": SCRIPTS}
FILES = ("requirements.txt", "requirements-dev.txt", "pyproject.toml", "framesage.toml", "tool.py")
FILES = (*FILES, "sub/requirements.txt", "sub/pyproject.toml", "sub/deep/requirements.txt")
FILES = (*FILES, "requirements/web.txt", "common.txt", "docs/requirements.txt")
EDITORS = ({}, {"exclude": ["sub"]}, {"rules": {"two-frameworks": "off"}})
STEPS = st.tuples(
    st.sampled_from(("type", "type", "close", "save", "write", "write", "delete", "configure")),
    st.sampled_from(FILES),
    st.integers(0, 20),
    st.lists(st.sampled_from(FILES), max_size=3),
)


class Session:
    """A store, and the disk under it, taken through what editors and other programs do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.stated = NO_SETTINGS
        self.store = self.begin()

    def begin(self) -> Store:
        store = Store(lambda: date(2026, 1, 1))
        store.set_folders((self.root,))
        store.configure(self.stated)
        return store

    def do(self, what: str, name: str, choice: int) -> None:
        path = self.root / name
        text = TEXTS[path.suffix][choice % len(TEXTS[path.suffix])]
        if what == "type":
            self.store.put(path, Buffer(text, choice, path.as_uri()))
        elif what == "close" and path in self.store.buffers:
            self.store.close(path)
        elif what == "save" and path in self.store.buffers:
            self.write(path, self.store.buffers[path].text)
            self.store.save(path)
            self.store.changed_on_disk(path)  # as it is watched
        elif what == "write":
            self.write(path, text)
            self.store.changed_on_disk(path)
        elif what == "delete" and path.exists():
            path.unlink()
            self.store.changed_on_disk(path)
        elif what == "configure":
            self.stated, _ = settings_from_json(EDITORS[choice % len(EDITORS)], self.root)
            self.store.configure(self.stated)

    @staticmethod
    def write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def started_anew(self) -> Store:
        store = self.begin()
        for path, buffer in self.store.buffers.items():
            store.put(path, buffer)
        return store


def said(store: Store, path: Path) -> object:
    assessment = store.assessment_of(path)
    findings = assessment.findings if assessment else ()
    return [(one.rule, one.location.path, one.location.range, one.message) for one in findings]


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=14))
def test_any_session(steps):
    with TemporaryDirectory() as folder:
        session = Session(Path(folder).resolve())
        for what, name, choice, looked_at in steps:
            session.do(what, name, choice)
            for one in looked_at:
                said(session.store, session.root / one)
        anew = session.started_anew()
        for path in (session.root / name for name in FILES):
            assert said(session.store, path) == said(anew, path)
            assert session.store.is_dependency_file(path) == anew.is_dependency_file(path)
