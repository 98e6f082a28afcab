"""The tables of Pixi in pixi.toml and in pyproject.toml."""

import pytest

from framesage.manifests.model import Purpose

TEXT = """\
[workspace]
name = "shop"
channels = ["conda-forge"]

[dependencies]
python = "3.12.*"
django = ">=4.2,<5"

[pypi-dependencies]
flask = { version = ">=3", extras = ["async"] }
shop = { path = ".", editable = true }

[package.run-dependencies]
redis = "*"
[feature.test.dependencies]
pytest = "*"
[feature.web.pypi-dependencies]
gunicorn = "*"

[tasks]
start = "flask run"
"""
FOUND = [
    ("django", ">=4.2,<5", Purpose.RUNTIME),
    ("flask", ">=3", Purpose.RUNTIME),
    ("redis", "", Purpose.RUNTIME),
    ("pytest", "", Purpose.DEVELOPMENT),
    ("gunicorn", "", Purpose.RUNTIME),
]


def found(manifest):
    return [(r.name, r.specifier, r.group.purpose) for r in manifest.requirements]


def test_pixi_toml(read_as, text_at):
    manifest = read_as("pixi.toml", TEXT)
    assert found(manifest) == FOUND
    assert text_at(manifest, manifest.requirements[0].range) == 'django = ">=4.2,<5"'
    assert [(entry.key, entry.value) for entry in manifest.metadata] == [
        ("name", "shop"),
        ("requires-python", "3.12.*"),
    ]
    assert [text_at(manifest, anchor) for anchor in manifest.anchors] == [
        "dependencies",
        "pypi-dependencies",
    ]


def test_tables_below_tool_pixi(pyproject):
    assert (
        found(pyproject(TEXT.replace("[", "[tool.pixi.", 1).replace("\n[", "\n[tool.pixi.")))
        == FOUND
    )


@pytest.mark.parametrize("end", range(0, len(TEXT), 7))
def test_every_prefix_is_read(read_as, end):
    cut = [r.name for r in read_as("pixi.toml", TEXT[:end]).requirements]
    assert set(cut[:-1]) <= {name for name, _, _ in FOUND}


def test_metadata_of_the_workspace_and_the_package(read_as, pyproject):
    text = '[workspace]\nname = "a"\ndescription = "A shop"\n[package]\nname = "b"\n'
    expected = [("name", "a"), ("description", "A shop"), ("name", "b")]
    assert [(entry.key, entry.value) for entry in read_as("pixi.toml", text).metadata] == expected
    below = pyproject(text.replace("[", "[tool.pixi."))
    assert [(entry.key, entry.value) for entry in below.metadata] == expected
