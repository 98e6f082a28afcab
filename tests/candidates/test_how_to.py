"""The page about adding a framework: its blocks, put into one file, are a pack."""

import re

from candidates.conftest import ROOT
from framesage import check_text, load_rules

PAGE = (ROOT / "docs" / "how-to" / "add-a-framework.md").read_text("utf-8")


def test_the_blocks_of_the_page_add_a_candidate(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    rules = [block for block in blocks if "[tool.framesage]" not in block]
    assert len(rules) == len(blocks) - 1 == 5
    (tmp_path / "fastapi.toml").write_text("\n".join(rules), "utf-8")
    loaded = load_rules(tmp_path)
    assert [framework.id for framework in loaded.candidates] == ["flask", "django", "fastapi"]
    assert loaded.needs["orm"].provisions["fastapi"].packages == ("sqlmodel",)
    (row,) = [row for row in loaded.comparison if row.topic == "Admin site"]
    assert row.words["fastapi"] == "none; use a package or build one"
    api = '[project]\nname = "x"\ndescription = "REST API for todos"\ndependencies = ["gunicorn"]\n'
    assert check_text(api, "pyproject.toml", rules=loaded).verdict.favors == "fastapi"
    site = api.replace("REST API for todos", "Small website for a bakery")
    assert check_text(site, "pyproject.toml", rules=loaded).verdict.favors == "flask"
