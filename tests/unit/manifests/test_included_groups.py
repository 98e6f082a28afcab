"""Dependency groups that include others."""

from pathlib import Path

from framesage.manifests import read
from framesage.manifests.model import Purpose
from framesage.text import Source


def purposes(text):
    manifest = read(Source(Path("pyproject.toml"), text))
    return {found.name: found.group.purpose for found in manifest.requirements}


def test_a_group_for_run_time_takes_those_that_it_includes_along():
    found = purposes("""\
[dependency-groups]
web = ["flask", {include-group = "rate_limits"}]
rate-limits = ["flask-limiter", {include-group = "storage"}]
storage = ["redis"]
lint = ["ruff", {include-group = "storage"}]
unrelated = ["flask-login"]
""")
    assert found["flask-limiter"] is found["redis"] is Purpose.RUNTIME
    assert found["ruff"] is found["flask-login"] is Purpose.DEVELOPMENT


def test_a_development_group_does_not_change_what_it_includes():
    found = purposes("""\
[dependency-groups]
test = ["pytest", {include-group = "web"}]
web = ["flask"]
""")
    assert found == {"pytest": Purpose.DEVELOPMENT, "flask": Purpose.RUNTIME}


def test_groups_that_include_each_other_or_nothing_end():
    found = purposes("""\
[dependency-groups]
web = ["flask", {include-group = "cache"}, {include-group = "gone"}, {include-group = 1}]
cache = ["redis", {include-group = "web"}, {include-group = "cache"}]
""")
    assert set(found.values()) == {Purpose.RUNTIME}


def test_groups_of_poetry_include_others_too():
    found = purposes("""\
[tool.poetry.group.server]
include-groups = ["cache"]
[tool.poetry.group.server.dependencies]
flask = "*"
[tool.poetry.group.cache.dependencies]
redis = "*"
[tool.poetry.group.tools.dependencies]
rich = "*"
""")
    assert found == {
        "flask": Purpose.RUNTIME,
        "redis": Purpose.RUNTIME,
        "rich": Purpose.DEVELOPMENT,
    }
