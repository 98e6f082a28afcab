"""Requirements that their marker makes optional."""

import pytest

from framesage.manifests.extra_markers import demands_extra, group_with_extra
from framesage.manifests.model import Group, Purpose

OLD = 'python_version < "3"'
X, Y = 'extra == "x"', "extra == 'y'"


@pytest.mark.parametrize(
    "marker",
    [
        X,
        "extra=='x'",
        "'x' == extra",
        f"{X} or {Y}",
        f"({X} or {Y}) and {OLD}",
        f"{OLD} and {X}",
        f"{X} and (os_name == 'nt' or os_name == 'posix')",
        f"(({X}) and ({OLD})) or {Y}",
        'extra in "x y"',
    ],
)
def test_markers_that_demand_an_extra(marker):
    assert demands_extra(marker)


@pytest.mark.parametrize(
    "marker",
    [
        "",
        OLD,
        f"{OLD} or {X}",
        f"({OLD} or {X}) and {OLD}",
        'extra != "x"',
        'extra not in "x y"',
        'os_name == "extra"',
        "os_name == 'extra == \"x\"'",
        f"{X} or",  # incomplete
        "(" * 5000 + X,
    ],
)
def test_markers_that_can_be_true_without_an_extra(marker):
    assert not demands_extra(marker)


@pytest.mark.parametrize(
    ("marker", "purpose", "name"),
    [
        (X, Purpose.OPTIONAL, "x"),
        ("extra == 'test'", Purpose.DEVELOPMENT, "test"),
        ("extra == 'test' or extra == 'docs'", Purpose.DEVELOPMENT, "test"),
        ("extra == 'test' or 'web' == extra", Purpose.OPTIONAL, "web"),
        ('extra in "x y"', Purpose.OPTIONAL, ""),
        (OLD, Purpose.RUNTIME, ""),
    ],
)
def test_group(marker, purpose, name):
    assert group_with_extra(marker, Group()) == Group(purpose, name, is_extra=bool(name))


def test_other_groups_stay_what_they_are():
    group = Group(Purpose.DEVELOPMENT, "dev")
    assert group_with_extra(X, group) is group


OPTIONAL = {
    "pyproject.toml": '[project]\nname = "a"\ndependencies = ["six", "flask ; extra == \'web\'"]\n',
    "setup.cfg": "[options]\ninstall_requires =\n    six\n    flask; extra == 'web'\n",
    "setup.py": "setup(install_requires=['six', \"flask; extra == 'web'\"])\n",
    "poetry/pyproject.toml": (
        "[tool.poetry.dependencies]\nsix = '*'\n"
        "flask = {version = '*', markers = \"extra == 'web'\"}\n"
    ),
}


@pytest.mark.parametrize("name", OPTIONAL)
def test_files_of_packages(read_as, name):
    six, flask = read_as(name.rpartition("/")[2], OPTIONAL[name]).requirements
    assert six.group == Group()
    assert flask.group == Group(Purpose.OPTIONAL, "web", is_extra=True)
