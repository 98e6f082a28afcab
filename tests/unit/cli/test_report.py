"""``framesage report``: an HTML page, a Markdown record, or both."""

import os

import pytest

SHOP = "flask\nflask-login\nflask-admin\n"


@pytest.fixture
def shop(tmp_path, make_project):
    return make_project(tmp_path / "shop", {"requirements.txt": SHOP})


def test_the_markdown_record_is_printed_by_default(framesage, shop):
    result = framesage("report", shop)
    assert result.code == 0
    assert result.out.startswith("# shop: Flask or Django?\n")
    assert result.out.endswith(">\n")


def test_links_are_relative_to_the_folder_of_the_page(framesage, shop, tmp_path):
    page = tmp_path / "docs" / "report.html"
    page.parent.mkdir()
    result = framesage("report", shop, "--html", page)
    assert (result.code, result.out) == (0, "")
    html = page.read_text(encoding="ascii")
    assert "<title>shop: Flask or Django?</title>" in html
    assert 'href="./../shop/requirements.txt#L2"' in html
    assert str(tmp_path) not in html


def test_both_reports_can_be_written_and_one_printed(framesage, shop, tmp_path):
    record = tmp_path / "record.md"
    result = framesage("report", shop, "--html", "-", "--markdown", record)
    assert result.out.startswith("<!doctype html>")
    assert result.out.isascii()
    assert record.read_text(encoding="utf-8").startswith("# shop")


def test_projects_are_named_relative_to_the_folder(framesage, shop, tmp_path):
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "requirements.txt").write_text("django\n", encoding="utf-8")
    out = framesage("report", tmp_path).out
    headings = [line for line in out.splitlines() if line.startswith("# ")]
    assert sorted(headings) == ["# api: Flask or Django?", "# shop: Flask or Django?"]


def test_an_unwritable_report_is_an_error(framesage, shop, tmp_path):
    result = framesage("report", shop, "--html", tmp_path / "absent" / "report.html")
    assert result.code == 2
    assert result.err.rstrip().endswith("No such file or directory")
    assert len(result.err.splitlines()) == 1


def test_no_report_is_written_without_dependency_files(framesage, tmp_path):
    page = tmp_path / "report.html"
    result = framesage("report", tmp_path, "--html", page)
    assert (result.code, result.out) == (2, "")
    assert "no dependency files found" in result.err
    assert not page.exists()


@pytest.mark.skipif(os.name == "nt", reason="file names on Windows are not bytes")
def test_a_folder_with_an_undecodable_name_has_a_report(framesage, tmp_path, make_project):
    shop = make_project(tmp_path / os.fsdecode(b"shop\xff"), {"requirements.txt": SHOP})
    page, record = tmp_path / "page.html", tmp_path / "record.md"
    assert framesage("report", shop, "--html", page, "--markdown", record).code == 0
    assert 'href="./shop%FF/requirements.txt#L1"' in page.read_text(encoding="ascii")
    assert record.read_text(encoding="utf-8").startswith("# shop : Flask or Django?")
