from __future__ import annotations

import pytest

from rules import missing_plugins

HEADING = "name\tversion\tmonth\trank_of_downloads\tsummary\n"


@pytest.fixture
def names(tmp_path, monkeypatch, capsys):
    """Return what the script lists for the lines of a list of packages."""

    def run(*lines: str, heading: str = HEADING, most: int = 10) -> list[str]:
        path = tmp_path / "packages.tsv"
        path.write_text(heading + "\n".join(lines) + "\n", encoding="utf-8")
        monkeypatch.setattr("sys.argv", ["missing_plugins.py", str(path), "--most", str(most)])
        assert missing_plugins.main() == 0
        return [line.partition("\t")[0] for line in capsys.readouterr().out.splitlines()]

    return run


def test_plugins_with_an_entry_and_other_packages_are_left_out(names):
    lines = [
        "Flask_Login\t1\t2020-01\t9\tx",
        "django-nobody-knows\t1\t2020-01\t\tx",
        "djan\t1\t\t\t",
    ]
    assert names(*lines) == ["django-nobody-knows"]


def test_plugins_are_ordered_by_rank_and_then_by_the_latest_release(names):
    lines = [
        "flask-old-nobody\t1\t2019-12\t\t",
        "flask-new-nobody\t1\t2026-02\t\t",
        'nobody-django\t1\t2012-01\t700\t"a quote',
        "drf-nobody\t1\t2012-01\t80\t",
    ]
    order = ["drf-nobody", "nobody-django", "flask-new-nobody", "flask-old-nobody"]
    assert names(*lines) == order
    assert names(*lines, most=2) == order[:2]


def test_a_list_may_have_names_only(names):
    assert names("wagtail-nobody", "drf", heading="name\n") == ["wagtail-nobody"]


@pytest.mark.parametrize("text", ["", "package\nflask-nobody\n"])
def test_another_heading_is_an_error(text, tmp_path, monkeypatch, capsys):
    path = tmp_path / "packages.tsv"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["missing_plugins.py", str(path)])
    assert missing_plugins.main() == 2
    assert "no column 'name'" in capsys.readouterr().err
