"""The report over every fifth real project, in one page: well-formed, no link leads nowhere."""

from datetime import date

from framesage.advice.workspace import assess_paths
from framesage.report.html import Paging, page
from unit.report.html.reading import read

DAY = date(2026, 11, 1)


def test_real_projects_are_one_page(corpus):
    projects = corpus / "projects"
    paging = Paging("All", projects, lambda path: path.relative_to(projects).as_posix())
    chosen = sorted(projects.iterdir())[::5]
    html = page(list(assess_paths(chosen, DAY)), paging)
    assert str(projects) not in html
    root = read(html)
    ids = [one.attributes["id"] for one in root.all() if one.attributes.get("id")]
    assert len(ids) == len(set(ids))
    links = {one.attributes["href"] for one in root.all("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    files = {link.partition("#")[0] for link in links if not link.startswith(("#", "https:"))}
    assert len(files) > 20
    assert [name for name in files if not (projects / name).is_file()] == []
    pictures = root.all("svg")
    assert len(pictures) > 15
    assert max(len(one.all(class_="box")) for one in pictures) <= 50
