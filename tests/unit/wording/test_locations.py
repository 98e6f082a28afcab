"""Lists of locations in prose."""

from framesage.analysis.location import Location
from framesage.project import Disk, load_project
from framesage.wording.locations import location_list, location_name


def locations(project, *names):
    return [
        Location(manifest, requirement.range, requirement)
        for manifest in project.manifests
        for requirement in manifest.requirements
        if not names or requirement.name in names
    ]


def test_a_location_has_its_text_file_and_line(assess_project):
    project = assess_project("flask\nFlask-Login\n").project
    assert location_list(locations(project, "flask-login"), project) == (
        "Flask-Login (requirements.txt:2)"
    )


def test_locations_beyond_the_limit_are_counted(assess_project):
    project = assess_project("a\nb\nc\nd\ne\nf\n").project
    shown = location_list(locations(project), project)
    assert shown.endswith("d (requirements.txt:4), 2 more")


def test_long_text_is_shortened_before_it_is_escaped(assess_project):
    project = assess_project(f"{'a' * 60}\n").project
    shown = location_list(locations(project), project, lambda text: text.replace(".", "\\."))
    assert shown == f"{'a' * 37}\\.\\.\\. (requirements\\.txt:1)"


def test_the_readme_has_locations_too(assess_project):
    project = assess_project(
        "flask\n", README__md="# Shop\n\nSell **books\nand tea** here.\n"
    ).project
    found = [Location(project.readme, entry.range, entry) for entry in project.readme.metadata]
    assert location_list(found, project) == "Shop (README.md:1), Sell **books (README.md:3)"


def test_a_file_above_the_root_has_a_relative_name(tmp_path, make_project):
    make_project(tmp_path, {"README.md": "# Polls\n", "backend/requirements.txt": "flask\n"})
    project = load_project(tmp_path / "backend", Disk(), tmp_path)
    title = project.readme.metadata[0]
    location = Location(project.readme, title.range, title)
    assert location_name(project, location) == "../README.md:1"
