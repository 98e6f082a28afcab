"""The package that a finding misses is added as the list writes names and versions."""

import pytest

from framesage.fixes import apply_edits, fixes_for
from framesage.fixes.style.names import write_name

SETUP = "setup(\n    install_requires=[\n{}    ],\n    extras_require={{'dev': ['pytest']}},\n)\n"
POETRY = "[tool.poetry.dependencies]\npython = '^3.12'\n"
PROJECT = '[project]\nname = "x"\n'
LISTS = {
    "requirements.txt": [
        ("Flask==3.1.0\nFlask-SQLAlchemy==3.1.1\n", "Flask-Migrate~=4.0\n"),
        ("Flask==3.1.0\nFlask_SQLAlchemy==3.1.1\n", "Flask_Migrate~=4.0\n"),
        ("Flask==3.1.0\nflask-sqlalchemy==3.1.1\n", "flask-migrate~=4.0\n"),
        ("flask >= 3.1\nflask-sqlalchemy >= 3.1\n", "flask-migrate >= 4.0\n"),
        ("flask>=3.1,<4\nflask-sqlalchemy>=3.1,<4\n", "flask-migrate>=4.0,<5\n"),
        ("flask>=3.1, <4\nflask-sqlalchemy>=3.1, <4\n", "flask-migrate>=4.0, <5\n"),
        ("flask >= 3.1, < 4\nflask-sqlalchemy >= 3.1, < 4\n", "flask-migrate >= 4.0, < 5\n"),
        ("flask<4,>=3.1\nflask-sqlalchemy<4,>=3.1\n", "flask-migrate<5,>=4.0\n"),
        ("flask>=3.1,!=3.1.1,<4\nflask-sqlalchemy>=3.1,<4\n", "flask-migrate>=4.0,<5\n"),
        ("flask>=3.1,<4.0.0\nflask-sqlalchemy>=3.1,<3.2\n", "flask-migrate>=4.0,<5.0.0\n"),
        ("flask>3,!=3.1\nflask-sqlalchemy>3\n", "flask-migrate>=4.0\n"),
        ("flask\nflask-sqlalchemy\n", "flask-migrate\n"),
        ("flask>=3\nflask-sqlalchemy==3.1.1\n", "flask-migrate>=4.0\n"),
        ("Flask==3.1.0\r\nFlask-SQLAlchemy==3.1.1", "\r\nFlask-Migrate~=4.0"),
        ("--no-binary :all:\nflask~=3.1\nflask-sqlalchemy~=3.1\n", "flask-migrate~=4.0\n"),
        ("flask==3.1 ; python_version > '3'\nflask-sqlalchemy==3.1\n", "flask-migrate~=4.0\n"),
    ],
    "Pipfile": [
        ("[packages]\nflask = '*'\nflask-sqlalchemy = '*'\n", "flask-migrate = '*'\n"),
        ('[packages]\nflask = "==3.1"\nflask-sqlalchemy = "==3.1"\n', 'flask-migrate = "~=4.0"\n'),
    ],
    "pixi.toml": [
        ('[pypi-dependencies]\nFlask = "*"\nFlask-SQLAlchemy = ">=3"\n',
         'Flask-Migrate = ">=4.0"\n'),
    ],
    "setup.cfg": [
        ("[options]\ninstall_requires =\n  flask>=3\n  flask-sqlalchemy>=3\n",
         "  flask-migrate>=4.0\n"),
    ],
    "environment.yml": [
        ("dependencies:\n- python\n- pip:\n  - flask==3.1\n  - flask-sqlalchemy==3.1\n",
         "  - flask-migrate~=4.0\n"),
        ("dependencies:\n- python\n- flask=3.1\n- flask-sqlalchemy=3.1\n", "- flask-migrate=4.0\n"),
    ],
    "pyproject.toml": [
        (f"{POETRY}flask = '^3'\nflask-sqlalchemy = '^3.1'\n", "flask-migrate = '^4.0'\n"),
        (f"{POETRY}flask = '^3'\nzope = '*'\nflask-sqlalchemy = '^3.1'\n",
         "flask-migrate = '^4.0'\n"),
        (f"{POETRY}flask            = '^3'\nflask-sqlalchemy = '^3.1'\n",
         "flask-migrate    = '^4.0'\n"),
    ],
}  # fmt: skip
INSIDE = {
    "setup.py": [
        (SETUP.format("        'Flask',\n        'Flask-SQLAlchemy',\n"),
         SETUP.format("        'Flask',\n        'Flask-SQLAlchemy',\n        'Flask-Migrate',\n")),
    ],
    "pyproject.toml": [
        (f"{PROJECT}dependencies = ['flask>=3', 'flask-sqlalchemy>=3']\n",
         f"{PROJECT}dependencies = ['flask>=3', 'flask-sqlalchemy>=3', 'flask-migrate>=4.0']\n"),
        (f'{PROJECT}dependencies = [\n  "Flask~=3.1",  # web\n  "Flask-SQLAlchemy~=3.1"\n]\n',
         f'{PROJECT}dependencies = [\n  "Flask~=3.1",  # web\n  "Flask-SQLAlchemy~=3.1",\n'
         '  "Flask-Migrate~=4.0"\n]\n'),
        (f"{PROJECT}dependencies = ['flask (>=3.1,<4.0)', 'flask-sqlalchemy (>=3.1,<4.0)']\n",
         f"{PROJECT}dependencies = ['flask (>=3.1,<4.0)', 'flask-sqlalchemy (>=3.1,<4.0)', "
         "'flask-migrate (>=4.0,<5.0)']\n"),
        (f'{PROJECT}dependencies = ["flask", "flask-sqlalchemy"]\n'
         '[dependency-groups]\ndev = ["pytest"]\n',
         f'{PROJECT}dependencies = ["flask", "flask-sqlalchemy", "flask-migrate"]\n'
         '[dependency-groups]\ndev = ["pytest"]\n'),
        ('[tool.poetry.dependencies]\nFlask = "^3"\nFlask-SQLAlchemy = "^3"\n\n'
         '[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
         '[tool.poetry.dependencies]\nFlask = "^3"\nFlask-SQLAlchemy = "^3"\n'
         'Flask-Migrate = "^4.0"\n\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n'),
    ],
    "requirements.txt": [
        ("# web\nFlask==3.1\nFlask-SQLAlchemy==3.1\n\n# tests\npytest==8\n",
         "# web\nFlask==3.1\nFlask-SQLAlchemy==3.1\nFlask-Migrate~=4.0\n\n# tests\npytest==8\n"),
        ("Flask==3.1  # web\nFlask-SQLAlchemy==3.1  # models\nSQLAlchemy==2.0\n",
         "Flask==3.1  # web\nFlask-Migrate~=4.0\nFlask-SQLAlchemy==3.1  # models\n"
         "SQLAlchemy==2.0\n"),
    ],
}  # fmt: skip
CASES = [
    *((name, text, text + end) for name, pairs in LISTS.items() for text, end in pairs),
    *((name, *pair) for name, pairs in INSIDE.items() for pair in pairs),
]


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_the_package_is_added_as_the_list_is_written(assess_project, name, before, after):
    assessment = assess_project(**{name.replace(".", "__"): before})
    rule = "flask-sqlalchemy-without-migrations"
    (finding,) = [found for found in assessment.findings if found.rule == rule]
    fix = fixes_for(finding, assessment)[0]
    assert (fix.title, fix.preferred) == ("Add Flask-Migrate", True)
    assert apply_edits(finding.location.manifest.source, fix.edits) == after


@pytest.mark.parametrize(
    ("peers", "written"),
    [
        (["Flask", "Flask-Login"], "Flask-WTF"),
        (["Flask", "flask-login", "flask-cors"], "flask-wtf"),
        (["Flask", "gunicorn"], "Flask-WTF"),
        (["flask", "SQLAlchemy"], "flask-wtf"),
        (["gunicorn", "SQLAlchemy"], "Flask-WTF"),
        (["Flask_Login", "Flask_Mail", "Flask-Cors"], "Flask_WTF"),
        (["flask_login"], "flask_wtf"),
        (["flask", "typing_extensions"], "flask-wtf"),
        (["flask", "typing_extensions", "rq_scheduler"], "flask_wtf"),
        ([], "flask-wtf"),
    ],
)
def test_a_name_is_written_like_those_that_begin_alike(peers, written):
    assert write_name("flask-wtf", peers, "Flask-WTF") == written
