"""pyproject.toml: files with dynamic dependencies, and the environments of Hatch."""

import pytest

from framesage.manifests.model import Purpose


@pytest.mark.parametrize(
    "text",
    [
        '[tool.setuptools.dynamic]\ndependencies = {file = ["base.txt"]}\n',
        '[tool.setuptools.dynamic]\ndependencies = {file = "base.txt"}\n',
        '[tool.setuptools.dynamic]\noptional-dependencies.x = {file = ["base.txt"]}\n',
        '[tool.setuptools.dynamic.dependencies]\nfile = ["base.txt"]\n',
        '[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["base.txt"]\n',
        '[tool.hatch.metadata.hooks.requirements_txt.optional-dependencies]\nx = ["base.txt"]\n',
    ],
)
def test_files_with_dynamic_dependencies_are_includes(pyproject, text_at, text):
    manifest = pyproject(f'[project]\nname = "shop"\ndynamic = ["dependencies"]\n{text}')
    (include,) = manifest.includes
    assert include.target == "base.txt"
    assert text_at(manifest, include.range) == "base.txt"


def test_other_dynamic_files_are_not_includes(pyproject):
    text = '[tool.setuptools.dynamic]\nreadme = {file = ["README.txt"]}\nversion = {attr = "a.b"}\n'
    assert not pyproject(text).includes


def test_hatch_environments(pyproject):
    text = (
        '[tool.hatch.envs.default]\ndependencies = ["pytest"]\n'
        '[tool.hatch.envs.docs]\nextra-dependencies = ["mkdocs"]\nscripts.build = ["x"]\n'
        '[tool.hatch.envs.prod]\ndependencies = ["gunicorn>=1"]\n'
    )
    found = [(r.name, r.group.purpose, r.group.name) for r in pyproject(text).requirements]
    assert found == [
        ("pytest", Purpose.DEVELOPMENT, "default"),
        ("mkdocs", Purpose.DEVELOPMENT, "docs"),
        ("gunicorn", Purpose.RUNTIME, "prod"),
    ]
