"""Names of locations on the report page."""

from framesage.analysis.location import Location
from framesage.report.html.links import line_name


def line_names(project):
    files = (*project.manifests, project.readme)
    return [
        line_name(Location(file, entry.range, entry), project)
        for file in files
        for entry in (*file.requirements, *file.metadata)
    ]


def test_only_the_single_dependency_file_needs_no_name(assess_project):
    project = assess_project("flask\n", README__md="# Shop\n").project
    assert line_names(project) == ["line 1", "README.md:1"]
    project = assess_project("flask\n", Pipfile="[packages]\nflask = '*'\n").project
    assert line_names(project) == ["Pipfile:2", "requirements.txt:1", "README.md:1"]
