"""The files of sessions, and the texts that they can have."""

from __future__ import annotations

from pathlib import PurePosixPath

PACKAGE = '[project]\nname = "x"\ndependencies = ["flask", "django"]\n'
LISTS = (
    "flask\n",
    "django\nflask\n",
    "",
    "wtforms\nflask\n",
    "-r base.txt\ndjango\n",
    "-r ../base.txt\nflask\n",
    "-r sub/requirements.txt\nflask\n",
    "-r sub/deep/requirements.txt\n",
    "-r moved/requirements.txt\ndjango\n",
    "-c common.list\nflask\n",
    "-r common.list\n",
    "acme\nflask\n",
    "-r ../two/requirements.txt\n",
    "-e ./sub\nflask\n",
    "-e ../two\ndjango\n",
    "x[web] @ file:../sub\n",
    "flask\ndjango  # framesage: ignore[two-frameworks]\n",
    "-r base.txt\nflask  # framesage: ignore[two-frameworks, flask-unsupported]\n",
)
TABLES = (
    PACKAGE,
    "",
    "[tool.ruff]\n",
    '[project]\nname = "x"\ndependencies = ["flask"]\nreadme = "README.md"\n',
    f'{PACKAGE}[tool.framesage]\nexclude = ["sub"]\n',
    f'{PACKAGE}[tool.framesage.rules]\ntwo-frameworks = "off"\n',
    '[tool.framesage]\nexclude = ["requirements.txt"]\n',
    "[project\n",
    '[project]\nname = "x"\ndynamic = ["dependencies"]\n'
    '[tool.setuptools.dynamic]\ndependencies = { file = ["base.txt"] }\n',
    '[tool.uv.workspace]\nmembers = ["sub"]\n',
    '[project]\nname = "y"\ndependencies = ["x", "flask"]\n'
    '[tool.uv.sources]\nx = { path = "sub" }\n',
    '[project]\nname = "y"\ndependencies = ["x"]\n[tool.uv.sources]\nx = { workspace = true }\n'
    '[tool.uv.workspace]\nmembers = ["sub"]\n',
    '[tool.poetry.dependencies]\ndjango = "*"\nx = { path = "../two", extras = ["web"] }\n',
    '[project]\nname = "x"\ndependencies = ["flask"]\noptional-dependencies.web = ["django"]\n',
    '[project]\nname = "x"\nreadme = "docs/about.md"\ndependencies = ["flask"]\n',
)
SETTINGS = (
    'exclude = ["sub"]\n',
    "",
    '[rules]\ntwo-frameworks = "off"\n',
    '[rules]\ntwo-frameworks = "error"\n[per-file]\n"sub/**" = { two-frameworks = "hint" }\n',
    'extend = "shared.toml"\n',
    'extend = "../shared.toml"\n',
    'rule-paths = ["rules"]\n',
    'baseline = "baseline.json"\n',
    "root = true\n",
    'framework = "flask"\n',
    'exclude = ["*.txt"]\n',
    '[ignore]\ntwo-frameworks = "we move"\n',
    "layout = false\nreadme = false\n",
    'rule-paths = ["../rules/own.toml"]\n',
    'rules = { nothing = "off" }\n',
    'rule-paths = ["pack"]\n',
    'rule-paths = ["one/pack", "../pack"]\n',
    'rule-packs = ["acme-rules"]\n',
)
SHARED = (
    '[rules]\ntwo-frameworks = "off"\n',
    'exclude = ["sub/*"]\n',
    'rule-paths = ["rules"]\n',
    "",
)
_RULE = """[[rule]]
id = "acme-{package}"
title = "No {package}"
message = "Do without {package}."
why = "We moved."
severity = "warning"
scope = "any"
at = "matches"
references = ["https://acme.example/"]
[rule.when]
package = "{package}"
"""
PACKS = (
    '[pack]\nname = "acme-rules"\nversion = "1.0"\n',
    '[pack]\nname = "acme-rules"\nversion = "2.0"\n[severities]\ntwo-frameworks = "error"\n',
    "[pack\n",
    "",
)
RULES = (_RULE.format(package="acme"), _RULE.format(package="flask"), "[[rule]\n", "")
BASELINES = (
    '{\n  "version": 1,\n  "findings": [\n    {"rule": "two-frameworks", '
    '"file": "requirements.txt", "about": "django"}\n  ]\n}\n',
    '{"version": 1, "findings": []}\n',
    "{",
)
SCRIPTS = ('# /// script\n# dependencies = ["flask", "django"]\n# ///\n', "", "import os\n")
READMES = (
    "# Shop\n\nA REST API for a shop.\n",
    "",
    "# Shop\n\nA web application with logins, for editors who write articles.\n",
)
LOCKS = (
    'version = 1\n\n[[package]]\nname = "flask"\nversion = "1.0"\n',
    'version = 1\n\n[[package]]\nname = "django"\nversion = "5.2.8"\n'
    '[[package]]\nname = "flask"\nversion = "3.1.2"\n',
    "",
)
CONDA = ("dependencies:\n  - flask\n  - django\n", "dependencies: []\n", "")
SETUP = ("[options]\ninstall_requires =\n  flask\n  django\n", "[metadata]\nname = x\n", "")

_KINDS = {
    "pyproject.toml": TABLES,
    "framesage.toml": SETTINGS,
    "shared.toml": SHARED,
    "own.toml": RULES,
    "baseline.json": BASELINES,
    "uv.lock": LOCKS,
    "poetry.lock": LOCKS,
    "pack.toml": PACKS,
    "web.toml": RULES,
    "about.md": READMES,
    "environment.yml": CONDA,
    "setup.cfg": SETUP,
    "tool.py": SCRIPTS,
    "README.md": READMES,
}

FILES = (
    "one/requirements.txt",
    "one/requirements.txt",
    "one/requirements-dev.txt",
    "one/pyproject.toml",
    "one/framesage.toml",
    "one/base.txt",
    "one/common.list",
    "one/sub/requirements.txt",
    "one/sub/requirements.txt",
    "one/sub/pyproject.toml",
    "one/sub/framesage.toml",
    "one/sub/base.txt",
    "one/sub/deep/requirements.txt",
    "one/requirements/web.txt",
    "one/docs/requirements.txt",
    "one/README.md",
    "one/sub/README.md",
    "one/tool.py",
    "one/rules/own.toml",
    "one/shared.toml",
    "one/baseline.json",
    "one/uv.lock",
    "one/environment.yml",
    "one/setup.cfg",
    "two/requirements.txt",
    "two/pyproject.toml",
    "two/framesage.toml",
    "two/sub/requirements.txt",
    "framesage.toml",
    "shared.toml",
    "one/pack/pack.toml",
    "one/pack/web.toml",
    "one/docs/about.md",
    "one/sub/uv.lock",
    "one/poetry.lock",
    "two/uv.lock",
    "two/README.md",
    "two/tool.py",
    "requirements.txt",
    "pyproject.toml",
)
FOLDERS = (
    "one/sub",
    "one/sub/deep",
    "one/requirements",
    "one/rules",
    "one/moved",
    "two/sub",
    "one/pack",
)
LINKS = (
    ("one/base.txt", "sub/requirements.txt"),
    ("one/requirements-dev.txt", "requirements.txt"),
    ("two/requirements.txt", "../one/requirements.txt"),
    ("one/sub/requirements.txt", "../base.txt"),
    ("one/moved", "sub"),
    ("one/framesage.toml", "../shared.toml"),
)
EDITORS = (
    {},
    {"rules": {"two-frameworks": "off"}},
    {"framework": "flask"},
    {"exclude": ["sub"]},
    {"exclude": ["requirements.txt"]},
    {"rule-paths": ["rules"]},
    {"rule-paths": ["pack"], "layout": False},
)
ROOTS = (
    ("one",),
    ("one", "two"),
    ("two",),
    ("one", "one/sub"),
    ("",),
    ("one/requirements.txt",),
    ("one/sub", "two"),
    ("", "one"),
)


def text_of(name: str, choice: int) -> str:
    """Return one of the texts that a file can have."""
    texts = _KINDS.get(PurePosixPath(name).name, LISTS)
    return texts[choice % len(texts)]
