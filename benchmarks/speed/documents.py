"""Dependency files like those of real projects, of any size.

They have known and unknown names, several lists, extras, markers, upper limits and comments.
"""

from __future__ import annotations

from itertools import count, islice
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REQUIREMENTS, PYPROJECT = "requirements.txt", "pyproject.toml"
FILES = (REQUIREMENTS, PYPROJECT)
_KNOWN = """
    flask flask-login flask-sqlalchemy flask-migrate flask-wtf flask-mail flask-cors sqlalchemy
    alembic psycopg2-binary redis celery gunicorn requests httpx pydantic python-dotenv click
    rich jinja2 werkzeug markupsafe itsdangerous boto3 sentry-sdk prometheus-client structlog
    tenacity cachetools orjson pytz python-dateutil pyyaml cryptography bcrypt passlib authlib
    email-validator numpy pandas pillow lxml beautifulsoup4 aiohttp uvicorn websockets kombu
    stripe twilio slack-sdk babel bleach marshmallow apispec psutil filelock packaging attrs
    typing-extensions toolz
"""
KNOWN = tuple(_KNOWN.split())
_FIRST = ("acme", "data", "django", "flask", "lib", "py", "web")
_SECOND = ("audit", "billing", "cache", "client", "core", "forms", "search", "storage")
_TOP = """\
[build-system]
requires = ["hatchling>=1.21"]
build-backend = "hatchling.build"

[project]
name = "orders"
version = "3.2.0"
description = "Orders and invoices"
requires-python = ">=3.10"
classifiers = [
  "Framework :: Flask",
  "Programming Language :: Python :: 3",
]
"""
_BOTTOM = """
[project.scripts]
orders = "orders.main:run"

[tool.ruff]
line-length = 100

[tool.pytest.ini_options]
testpaths = ["tests"]
"""


def document(name: str, size: int) -> str:
    """Return the text of a requirements.txt or a pyproject.toml with so many requirements."""
    requirements = list(islice(_requirements(), size))
    return _list(requirements) if name == REQUIREMENTS else _project(requirements)


def _requirements() -> Iterator[str]:
    random = Random(16)  # the same documents each time
    for number in count():
        known = number < len(KNOWN)
        name = KNOWN[number] if known else f"{_unknown(random)}-{number}"
        major, minor = random.randrange(9), random.randrange(40)
        extra = "[async]" if number % 12 == 7 else ""
        upper = f",<{major + 1}" if number % 8 == 3 else ""
        marker = '; python_version >= "3.10"'.replace('"', "'") if number % 15 == 8 else ""
        yield f"{name}{extra}{random.choice(('>=', '==', '~='))}{major}.{minor}{upper}{marker}"


def _unknown(random: Random) -> str:
    return f"{random.choice(_FIRST)}-{random.choice(_SECOND)}"


def _list(requirements: Sequence[str]) -> str:
    lines = ["# The requirements of the orders service", ""]
    for number, requirement in enumerate(requirements):
        if number % 25 == 12:
            lines.append(f"# part {number // 25}")
        lines.append(f"{requirement}  # see the notes" if number % 18 == 4 else requirement)
    return "\n".join(lines) + "\n"


def _project(requirements: Sequence[str]) -> str:
    main, docs = len(requirements) * 7 // 10, len(requirements) * 8 // 10
    lists = {
        "dependencies": requirements[:main],
        "\n[project.optional-dependencies]\ndocs": requirements[main:docs],
        "\n[dependency-groups]\ndev": requirements[docs:],
    }
    arrays = (f"{key} = [\n{_items(listed)}]\n" for key, listed in lists.items())
    return f"{_TOP}{''.join(arrays)}{_BOTTOM}"


def _items(requirements: Sequence[str]) -> str:
    return "".join(
        f"  # part {number // 25}\n" * (number % 25 == 12) + f'  "{requirement}",\n'
        for number, requirement in enumerate(requirements)
    )
