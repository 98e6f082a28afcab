"""Pages have names that every file system accepts."""

import pytest

from framesage.lsp.workspace.page_name import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Framesage on shop", "Framesage on shop.md"),
        ("a/b\\c:d\0e\nf", "a_b_c_d_e_f.md"),
        ("n" * 245, "n" * 200 + ".md"),
        ("é" * 245, "é" * 100 + ".md"),
        ("\U0001f40d" * 90, "\U0001f40d" * 50 + ".md"),
        ("x\udcff", "x?.md"),
    ],
)
def test_a_title_becomes_a_name(title, name, tmp_path):
    assert file_name(title, ".md") == name
    (tmp_path / name).write_text("", encoding="utf-8")
