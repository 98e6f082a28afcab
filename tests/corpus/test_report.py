"""The report on every fifth real project is well-formed, without broken links."""

from datetime import date

from framesage.advice.workspace import assess_paths
from framesage.report.html import Paging, page
from unit.report.html.reading import read

DAY = date(2026, 11, 1)


def test_report_on_real_projects(corpus):
    projects = corpus / "projects"
    paging = Paging("All", projects, lambda path: path.relative_to(projects).as_posix())
    chosen = sorted(projects.iterdir())[::5]
    html = page(list(assess_paths(chosen, DAY)), paging)
    assert str(projects) not in html
    root = read(html)
    ids = [element.attributes["id"] for element in root.all() if element.attributes.get("id")]
    assert len(ids) == len(set(ids))
    links = {link.attributes["href"] for link in root.all("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    files = {link.partition("#")[0] for link in links if not link.startswith(("#", "https:"))}
    assert len(files) > 20
    assert [name for name in files if not (projects / name).is_file()] == []
    pictures = root.all("svg")
    assert len(pictures) > 15
    assert max(len(picture.all(class_="box")) for picture in pictures) <= 50
