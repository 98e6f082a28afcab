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


@pytest.fixture
def monorepo(make_project, tmp_path, monkeypatch):
    flask = "flask==0.12\n"
    shop = '[project]\nname = "shop"\ndependencies = ["flask==0.12"]\n'
    files = {
        "framesage.toml": 'fail-on = "warning"\n',
        "policy/framesage.toml": 'fail-on = "hint"\n',
        "services/framesage.toml": "layout = false\n",
        "services/a/requirements.txt": flask,
        "services/a/framesage.toml": "layout = true\n",
        "services/b/requirements.txt": flask,
        "shop/pyproject.toml": f"{shop}[tool.framesage]\nlayout = true\n",
        "shop/plugin/requirements.txt": flask,
        "plain/pyproject.toml": shop,
    }
    root = make_project(tmp_path / "monorepo", {".git/HEAD": "", **files})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("name", "concerned"),
    [
        ("framesage.toml", "."),
        ("policy/framesage.toml", "."),
        ("services/framesage.toml", "."),
        ("services/a/framesage.toml", "services/a"),
        ("shop/pyproject.toml", "shop"),
        ("plain/pyproject.toml", "plain/pyproject.toml"),
    ],
)
def test_changed_settings_concern_where_they_hold(monorepo, name, concerned):
    assert with_repositories([monorepo / name]) == [monorepo / name]
    assert with_repositories([monorepo / name], skip_others=True) == [monorepo / concerned]


def test_a_commit_of_outer_settings_checks_the_services_below(monorepo, framesage):
    result = framesage("check", "--skip-others", "framesage.toml")
    assert result.code == 1
    for name in ("services/a/requirements.txt", "services/b/requirements.txt"):
        assert f"{name}:1:1 flask-unsupported" in result.out.replace("\\", "/")


def test_skipping_all_files_checks_nothing(repository, framesage):
    result = framesage("check", "--skip-others", "other.toml")
    assert (result.code, result.out) == (0, "No findings, 0 projects checked.\n")
