"""Rules and baselines that are named stand for the repository that they are in."""

from __future__ import annotations

import pytest

from framesage.cli.shared_files import with_repositories

RULES = '[[neutral]]\nwhy = "runs jobs"\npackages = ["acme-jobs"]\n'
BASELINE = '{"version": 1, "findings": []}\n'


@pytest.fixture
def repository(make_project, tmp_path, monkeypatch):
    root = make_project(
        tmp_path / "repository",
        {
            ".git/HEAD": "",
            "rules/acme/pack.toml": '[pack]\nname = "acme"\nversion = "1"\n',
            "rules/acme/jobs/more.toml": RULES,
            "rules/acme/jobs/broken.toml": "[[rule\n",
            "team.toml": RULES,
            "known.json": BASELINE,
            "service/requirements.txt": "flask\n",
            "other.toml": '[[rules]]\nid = "key"\n',
            "broken.toml": "[[rule\n",
            "data.json": "{}",
        },
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    "name",
    ["rules/acme/pack.toml", "rules/acme/jobs/more.toml", "rules/acme/jobs/broken.toml",
     "team.toml", "known.json"],
)  # fmt: skip
def test_a_shared_file_stands_for_the_repository(repository, name):
    assert with_repositories([repository / name]) == [repository]


@pytest.mark.parametrize("name", ["service/requirements.txt", "service", "nowhere.toml"])
def test_other_paths_stay(repository, name):
    path = repository / name
    assert with_repositories([path], skip_others=True) == [path]


@pytest.mark.parametrize("name", ["other.toml", "broken.toml", "data.json"])
def test_files_of_other_tools_are_skipped_on_request(repository, name):
    path = repository / name
    assert with_repositories([path]) == [path]
    assert with_repositories([path], skip_others=True) == []


def test_skipping_all_files_checks_nothing(repository, framesage):
    result = framesage("check", "--skip-others", "other.toml")
    assert (result.code, result.out) == (0, "No findings, 0 projects checked.\n")
