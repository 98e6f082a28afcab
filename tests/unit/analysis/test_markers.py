"""Markers that are false in every environment of a project."""

import pytest
from packaging.markers import Marker
from packaging.specifiers import SpecifierSet

from framesage.analysis.markers import never_applies, supported_pythons
from framesage.project import Disk, load_project

ALL = tuple(f"3.{minor}" for minor in range(30, -1, -1))


@pytest.mark.parametrize(
    "marker",
    [
        'python_version < "3"',
        "python_version<'3.0'",
        'python_version == "2.7"',
        'python_version < "3" and sys_platform == "win32"',
        'python_version < "3" or python_full_version < "3.0.0"',
        '(python_version >= "3.9" and python_version < "3.8") or python_version == "2.6"',
        'python_version in "2.6 2.7"',
        'python_version < "3" and (os_name == "nt" or platform_machine == "x86_64")',
        'extra == "old" and python_version < "3"',
    ],
)
def test_markers_that_are_never_true(marker):
    assert never_applies(marker, ALL)


@pytest.mark.parametrize(
    "marker",
    [
        "",
        'sys_platform == "win32"',
        'python_version >= "3"',
        'python_version < "3.8"',
        'python_version < "3" or sys_platform == "win32"',
        'python_full_version == "3.9.7"',
        'python_full_version > "3.9.7" and python_full_version < "3.9.9"',
        'python_version not in "2.6 2.7"',
        'extra == "old" and python_version >= "3"',
        'platform_release < "3" and python_version < "3"',  # unknown
        'python_version < "3',  # incomplete
        "python_version <",
        'python_versoin < "3"',
        'python_version < "x"',
        "python_version >= ''",
    ],
)
def test_markers_that_may_be_true(marker):
    assert not never_applies(marker, ALL)


@pytest.mark.parametrize(
    "marker",
    ['extra == "web"', "extra == 'a' or extra == 'b'", 'os_name == "nt" and extra == "web"'],
)
def test_extras_that_nobody_can_ask_for(marker):
    assert never_applies(marker, ALL, extras=False)
    assert not never_applies(marker, ALL)


@pytest.mark.parametrize("marker", ['extra != "web"', 'extra == "web" or os_name == "nt"'])
def test_markers_that_are_true_without_an_extra(marker):
    assert not never_applies(marker, ALL, extras=False)


@pytest.mark.parametrize("name", ["requirements.txt", "environment.yml", "Pipfile"])
def test_only_packages_have_extras(assess_project, name):
    files = {
        "requirements.txt": 'redis\nDjango==3.2 ; extra == "web"\n',
        "environment.yml": "dependencies:\n  - pip:\n    - Django==3.2 ; extra == 'web'\n",
        "Pipfile": "[packages]\nDjango = {version = '==3.2', markers = \"extra == 'web'\"}\n",
    }
    assessment = assess_project(**{name.replace(".", "__"): files[name]})
    assert not assessment.framework.frameworks
    assert not assessment.findings


def test_the_supported_versions_of_python_decide():
    assert never_applies('python_version < "3.8"', ("3.12", "3.11"))
    assert not never_applies('python_version < "3"', ("3.6", "2.7"))
    assert not never_applies('python_version < "3"', ())


def test_a_marker_with_too_many_values_may_be_true():
    many = " or ".join(f'(sys_platform == "p{n}" and os_name == "o{n}")' for n in range(50))
    assert not never_applies(f'python_version < "3" and ({many})', ALL)


@pytest.mark.parametrize(
    ("name", "text", "newest", "oldest"),
    [
        ("requirements.txt", "flask\n", "3.30", "3.0"),
        ("pyproject.toml", '[project]\nname = "x"\nrequires-python = ">=3.10"\n', "3.30", "3.10"),
        ("pyproject.toml", '[project]\nname = "x"\nrequires-python = ">=2.7"\n', "3.30", "2.7"),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "~3.11"\n', "3.11", "3.11"),
        ("pyproject.toml", '[project]\nname = "x"\nrequires-python = ">=3."\n', "3.30", "3.0"),
        ("Pipfile", '[requires]\npython_full_version = "3.9.4"\n', "3.9", "3.9"),
        ("Pipfile", '[packages]\nflask = "*"\n[requires]\npython_version = "3.9"\n', "3.9", "3.9"),
    ],
)
def test_supported_versions_of_python(tmp_path, make_project, name, text, newest, oldest):
    pythons = supported_pythons(
        load_project(make_project(tmp_path, {name: text}), Disk(), tmp_path)
    )
    assert (pythons[0], pythons[-1]) == (newest, oldest)


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">=", "==", "!="])
@pytest.mark.parametrize("version", ["2", "3", "3.0", "3.8", "3.12", "2.7", "3.99"])
def test_comparisons_of_versions_are_what_packaging_says(sign, version):
    marker = f"python_version {sign} '{version}'"
    both = f'{marker} and python_version != "3.9"'
    for python in ("2.7", "3.7", "3.8", "3.9", "3.12"):
        for written in (marker, both):
            expected = not Marker(written).evaluate({"python_version": python})
            assert never_applies(written, (python,)) == expected, (written, python)


def test_a_version_in_two_kinds_of_quotes_is_incomplete():
    assert not never_applies("python_version < '3\"", ("3.12",))


SPECIFIERS = [
    f"{sign}{version}"
    for sign in ("<", "<=", ">", ">=", "==", "!=", "~=", "===")
    for version in ("3.8", "3.8.2", "3.8.*", "3.8a1", "3", "3.8.0", "4")
]


@pytest.mark.parametrize("specifier", SPECIFIERS)
def test_python_is_supported_if_any_patch_version_is(specifier, make_project, tmp_path):
    text = f'[project]\nname = "x"\nrequires-python = "{specifier}"\ndependencies = ["flask"]\n'
    project = load_project(make_project(tmp_path, {"pyproject.toml": text}), Disk(), tmp_path)
    supported = [minor for minor in supported_pythons(project) if minor in ALL]
    try:
        versions = SpecifierSet(specifier)
        expected = [minor for minor in ALL if any(f"{minor}.{n}" in versions for n in range(31))]
    except ValueError:  # packaging 24 accepts "===3.8.*", and fails to compare with it
        pytest.skip("packaging rejects it")
    assert supported == expected
