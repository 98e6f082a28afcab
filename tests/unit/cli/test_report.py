"""``framesage report``: a page, a record, or both."""

import os

import pytest

SHOP = "flask\nflask-login\nflask-admin\n"


@pytest.fixture
def shop(tmp_path, make_project):
    return make_project(tmp_path / "shop", {"requirements.txt": SHOP})


def test_a_record_is_printed_where_nothing_is_named(framesage, shop):
    ran = framesage("report", shop)
    assert ran.code == 0
    assert ran.out.startswith("# shop: Flask or Django?\n")
    assert ran.out.endswith(">\n")


def test_a_page_links_to_files_as_seen_from_where_it_is_written(framesage, shop, tmp_path):
    page = tmp_path / "docs" / "report.html"
    page.parent.mkdir()
    ran = framesage("report", shop, "--html", page)
    assert (ran.code, ran.out) == (0, "")
    html = page.read_text(encoding="ascii")
    assert "<title>shop: Flask or Django?</title>" in html
    assert 'href="./../shop/requirements.txt#L2"' in html
    assert str(tmp_path) not in html


def test_both_can_be_written_and_one_of_them_printed(framesage, shop, tmp_path):
    record = tmp_path / "record.md"
    ran = framesage("report", shop, "--html", "-", "--markdown", record)
    assert ran.out.startswith("<!doctype html>")
    assert ran.out.isascii()
    assert record.read_text(encoding="utf-8").startswith("# shop")


def test_several_projects_are_named_as_seen_from_the_folder(framesage, shop, tmp_path):
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "requirements.txt").write_text("django\n", encoding="utf-8")
    out = framesage("report", tmp_path).out
    headings = [line for line in out.splitlines() if line.startswith("# ")]
    assert sorted(headings) == ["# api: Flask or Django?", "# shop: Flask or Django?"]


def test_what_cannot_be_written_is_told_in_a_line(framesage, shop, tmp_path):
    ran = framesage("report", shop, "--html", tmp_path / "absent" / "report.html")
    assert ran.code == 2
    assert ran.err.rstrip().endswith("No such file or directory")
    assert len(ran.err.splitlines()) == 1


def test_without_dependency_files_nothing_is_written(framesage, tmp_path):
    page = tmp_path / "report.html"
    ran = framesage("report", tmp_path, "--html", page)
    assert (ran.code, ran.out) == (2, "")
    assert "no dependency files found" in ran.err
    assert not page.exists()


@pytest.mark.skipif(os.name == "nt", reason="its names are no bytes")
def test_a_folder_whose_name_is_no_text_has_a_report(framesage, tmp_path, make_project):
    shop = make_project(tmp_path / os.fsdecode(b"shop\xff"), {"requirements.txt": SHOP})
    page, record = tmp_path / "page.html", tmp_path / "record.md"
    assert framesage("report", shop, "--html", page, "--markdown", record).code == 0
    assert 'href="./shop%FF/requirements.txt#L1"' in page.read_text(encoding="ascii")
    assert record.read_text(encoding="utf-8").startswith("# shop : Flask or Django?")
