"""READMEs as pairs of a text and its opening: the title, then the prose."""

from pathlib import Path

import pytest

from framesage.manifests.readme.opening import LONGEST
from framesage.manifests.readme.reader import read_readme
from framesage.text import Source


def opening(text: str, name: str = "README.md") -> tuple[str, list[str]]:
    metadata = read_readme(Source(Path("/p", name), text)).metadata
    titles = [entry.value for entry in metadata if entry.key == "title"]
    assert len(titles) <= 1
    prose = [entry.value for entry in metadata if entry.key == "readme"]
    assert len(titles) + len(prose) == len(metadata)
    return "".join(titles), prose


MARKDOWN = {
    "plain": ("# Shop\n\nSell things online.\n", "Shop", ["Sell things online."]),
    "setext": ("Shop\n====\nSell things\nonline.\n", "Shop", ["Sell things online."]),
    "emphasis and code": (
        "# **Shop**\n\n*Shop* is a `small` __web shop__ for snake_case and 2*3 fans.\n",
        "Shop",
        ["Shop is a small web shop for snake_case and 2*3 fans."],
    ),
    "links": (
        '# [Shop](https://shop.example)\n\nA shop for [books](b.md "Books") and [tea][1].\n\n'
        "[1]: https://tea.example\n",
        "Shop",
        ["A shop for books and tea."],
    ),
    "badges": (
        "# Shop [![Build](https://ci.example/a_(b).svg)](https://ci.example) ![][logo]\n"
        "[![Chat]][chat-url] ![License: MIT](l.svg)\n[![[Odd]](a.svg)](b)\n\nSell things online.\n",
        "Shop",
        ["Sell things online."],
    ),
    "a row of links": (
        "# Shop\n\n[Docs](d.md) | [Demo](e.md) | [Chat](c.md)\n\n- [API](a.md)\n\nSell books here.",
        "Shop",
        ["Sell books here."],
    ),
    "languages": (
        "# Shop\n\nEnglish | [Deutsch](README.de.md) | [中文](README.zh.md)\n\nSell books here.",
        "Shop",
        ["Sell books here."],
    ),
    "notices": (
        "# Shop\n\n> [!WARNING]\n> Do not use it.\n\n**NOTE:** This moved.\n\n"
        "⚠️ Beware of the dog.\n\n"
        "This project is no longer actively maintained.\n\nThis repository has been archived.\n\n"
        "!!! danger\n    Do not use this at all.\n\nCopyright 2020 by the authors.\n\n"
        "This code is open source under the MIT license.\n\n"
        "Sell books here.",
        "Shop",
        ["Sell books here."],
    ),
    "a slogan in a quote": (
        "# Shop\n\n> The shop for small towns.\n\nSell books here.\n\n> Somebody liked it a lot.\n",
        "Shop",
        ["The shop for small towns.", "Sell books here."],
    ),
    "contents": (
        "# Shop\n\n## Table of Contents\n\n- [About](#about) the shop\n\n### Part two of it\n\n"
        "Text of it."
        "\n\n## About\n\nSell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
    "installation first": (
        "# Shop\n\n## Installation\n\nUse the package manager.\n\n### Linux\n\nUse apt for it.\n",
        "Shop",
        [],
    ),
    "code": (
        "# Shop\n\n```python\nthis is code()\n```\n\n    more code here it is\n\n"
        "Sell books here.\n\n"
        "Run it like this:\n\n```\nrun\n```\n",
        "Shop",
        ["Sell books here."],
    ),
    "lists": (
        "# Shop\n\nThe shop contains:\n\n* a catalog\n* [accounts](a.md) for customers\n\n"
        "It is small now."
        ""
        "\n\n- with carts for everybody\n- Carts\n- [all of it](x)\n",
        "Shop",
        [
            "The shop contains:",
            "a catalog",
            "accounts for customers",
            "It is small now.",
            "with carts for everybody",
        ],
    ),
    "features": (
        "# Shop\n\nShop is a small web shop for bookstores.\n\n## Main features\n\n- Log in\n"
        "- Reviews\n\n"
        "## Architecture\n\nIt uses many services.\n",
        "Shop",
        ["Shop is a small web shop for bookstores.", "Log in", "Reviews"],
    ),
    "the next section": (
        "# Shop\n\nShop is a small web shop for bookstores.\n\n## Structure\n\n"
        "The code is in shop.\n",
        "Shop",
        ["Shop is a small web shop for bookstores."],
    ),
    "a short first section": (
        "# Shop\n\nA web shop.\n\n## What for\n\nIt sells books to readers.\n",
        "Shop",
        ["A web shop.", "It sells books to readers."],
    ),
    "a heading that is no title": (
        "# Introduction\n\nSell books here.\n",
        "",
        ["Sell books here."],
    ),
    "a heading below the prose": (
        "Sell books here, with this small shop for towns.\n\n## Design\n\nIt is layered.\n",
        "",
        ["Sell books here, with this small shop for towns."],
    ),
    "pointers": (
        "# Shop\n\nSell books here. For more details, see the [docs](d.md).\n\n"
        "You can find the [demo](e.md) online.\n\nOnline documentation is available at [x](y).\n",
        "Shop",
        ["Sell books here."],
    ),
    "a subtitle": (
        "# Shop\n\n### The small shop for all towns\n\n### Install"
        "\n\n## Details of the shop code\n\nUse it.",
        "Shop",
        ["The small shop for all towns"],
    ),
    "labels": (
        "# Shop\n\nTable of Contents\n\n1. What it is about\n\nFeatures:\n\n- Carts\n\n"
        "Build web shops!\n",
        "Shop",
        ["Carts", "Build web shops!"],
    ),
    "references": (
        "# Shop\n\nA [WSGI] shop for [all] list[str] tasks [x].\n\n[wsgi]: https://w.example\n",
        "Shop",
        ["A WSGI shop for all list[str] tasks [x]."],
    ),
    "front matter": (
        "---\ntitle: x\n---\n# Shop\n\nSell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
    "a table": (
        "# Shop\n\n| Folder | What is in it |\n|--|--|\n| a | a lot of code |\n\n"
        "Sell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
    "windows": (
        "\ufeff# Shop\r\n\r\nSell books\r\nhere and there.\r\n",
        "Shop",
        ["Sell books here and there."],
    ),
    "control characters": (
        "# Sh\x07op\x1b\n\nSell\u200b books\x00 he\u202ere.",
        "Shop",
        ["Sell books here."],
    ),
    "entities and escapes": (
        "# Fish &amp; Chips\n\nFish&nbsp;and chips \\*online\\* for :fish: lovers.\n",
        "Fish & Chips",
        ["Fish and chips *online* for lovers."],
    ),
    "another language": (
        "# 小说搜索引擎\n\n一个基于其他网站的垂直小说搜索引擎。\n",
        "小说搜索引擎",
        ["一个基于其他网站的垂直小说搜索引擎。"],
    ),
    "umlauts": (
        "# Bücherladen\n\nEin Laden für Bücher.\n",
        "Bücherladen",
        ["Ein Laden für Bücher."],
    ),
    "only badges": ("[![a](b)](c)\n![d](e)\n", "", []),
    "empty": ("", "", []),
}
HTML = {
    "centered logo": (
        '<div align="center">\n  <img\n    src="logo.svg"\n    alt="Shop"\n  />\n'
        '  <h1 align="center">\n    <br>\n    Shop\n  </h1>\n  <p>Sell books <b>here</b>.</p>\n'
        '  <a href="x"><img src="badge.svg"></a>\n</div>\n',
        "Shop",
        ["Sell books here."],
    ),
    "links in a paragraph": (
        '<h1>Shop</h1>\n<p align="center">\n<a href="a">Website</a> • <a href="b">Docs</a> •\n'
        '<a href="c">Join the chat now</a>\n</p>\n\nSell books here.\n',
        "Shop",
        ["Sell books here."],
    ),
    "comments": (
        "<!-- # Not this\nor that -->\n# Shop\n\nSell <!-- no --> books here.",
        "Shop",
        ["Sell books here."],
    ),
    "details": (
        "# Shop\n<details>\n<summary>More</summary>\n\nHidden text of the shop.\n</details>\n\n"
        "Sell books here.",
        "Shop",
        ["Sell books here."],
    ),
    "a table": (
        "# Shop\n<table><tr><td>Not this text here</td></tr></table>\n\nSell books here.",
        "Shop",
        ["Sell books here."],
    ),
    "cut off": (
        "# Shop\n\nSell books here.\n\n<table><tr><td>and the rest of it",
        "Shop",
        ["Sell books here."],
    ),
    "comparison": (
        "# Shop\n\nFor carts with a < b and c > d.\n",
        "Shop",
        ["For carts with a < b and c > d."],
    ),
}
RST = {
    "overline": ("====\nShop\n====\n\nSell books here.\n", "Shop", ["Sell books here."]),
    "directives": (
        ".. image:: logo.png\n   :alt: Shop\n\n.. |ci| image:: ci.svg\n   :target: x\n\nShop\n"
        "----\n\n|ci|\n\n"
        ".. warning::\n\n   Do not use this.\n   Really not.\n\n.. _docs: https://d.example\n\n"
        ":Author: Me\n\nSell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
    "inline": (
        "Shop\n====\n\n*Shop* uses ``Flask``, `Jinja <https://j.example>`_, WTForms_, `Click "
        "it`__ and\n"
        ":doc:`templates <t>` to **sell** `books` [1]_.\n",
        "Shop",
        ["Shop uses Flask, Jinja, WTForms, Click it and templates to sell books."],
    ),
    "literal block": (
        "Shop\n====\n\nSell books here.\n\nRun it as follows::\n\n  run this now please\n\n"
        "It is small.\n",
        "Shop",
        ["Sell books here.", "It is small."],
    ),
    "comment": (
        "Shop\n====\n\n..\n   not this text here\n\n.. nor this\n\nSell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
    "contents": (
        "Shop\n====\n\n.. contents:: Contents\n\nInstallation\n------------\n\nUse pip for it.\n\n"
        "About\n-----\n\nSell books here.\n",
        "Shop",
        ["Sell books here."],
    ),
}
PLAIN = {
    "lines": ("SHOP\n====\n\nSell books\nhere.\n", "SHOP", ["Sell books here."]),
    "no title": ("Sell books here.\n", "", ["Sell books here."]),
}


@pytest.mark.parametrize(("text", "title", "prose"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(text, title, prose):
    assert opening(text) == (title, prose)


@pytest.mark.parametrize(("text", "title", "prose"), HTML.values(), ids=HTML)
def test_html_in_markdown(text, title, prose):
    assert opening(text) == (title, prose)


@pytest.mark.parametrize(("text", "title", "prose"), RST.values(), ids=RST)
def test_restructuredtext(text, title, prose):
    assert opening(text, "README.rst") == (title, prose)


@pytest.mark.parametrize("name", ["README", "readme.txt"])
@pytest.mark.parametrize(("text", "title", "prose"), PLAIN.values(), ids=PLAIN)
def test_plain_text(text, title, prose, name):
    assert opening(text, name) == (title, prose)


def test_ranges_are_those_of_the_words(text_at):
    heading = '<h1\n align="center">\n<img src="a-long-name-of-a-logo.svg">\n<br>\n  Shop\n</h1>'
    text = f"{heading}\n\n[![a](b)](c)\n\nThe **web\nshop** of [towns](x).\n"
    manifest = read_readme(Source(Path("/p/README.md"), text))
    assert [text_at(manifest, entry.range) for entry in manifest.metadata] == [
        "Shop",
        "The **web\nshop** of [towns](x).",
    ]
    assert [entry.range.start.line for entry in manifest.metadata] == [4, 9]


def test_prose_ends_with_a_sentence():
    sentence = "This is a sentence about the shop. "
    _, prose = opening(f"# Shop\n\n{sentence * 9}\n\n{sentence * 9}\n\n{sentence}\n")
    assert len(prose) == 2
    assert all(paragraph.endswith("shop.") for paragraph in prose)
    assert LONGEST - len(sentence) < sum(map(len, prose)) <= LONGEST


def test_prose_without_an_end_is_cut_between_words():
    _, prose = opening("shop and " * 2000)
    assert [paragraph.split()[-1] for paragraph in prose] in (["shop"], ["and"])
    assert LONGEST - 5 < len(prose[0]) <= LONGEST


def test_it_is_neither_a_list_of_requirements_nor_named_settings():
    manifest = read_readme(Source(Path("/p/README.md"), "# Shop\n\nflask\n\n-r base.txt\n"))
    assert not manifest.requirements
    assert not manifest.includes
    assert not manifest.anchors


def test_a_long_first_heading_is_a_title_unless_it_is_a_notice():
    text = "# {}\n\nRead this first, please, you all.\n\n# Shop\n\nSells tea to people.\n"
    title, prose = opening(text.format("Deploying a tea shop with nginx"))
    assert title == "Deploying a tea shop with nginx"
    assert prose[0].startswith("Read this")
    for aside in ("Deploying it", "NOTE: this shop ends in the spring"):
        assert opening(text.format(aside)) == ("", ["Sells tea to people."])
