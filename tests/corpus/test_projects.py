"""Projects are discovered and loaded in real repositories as a careful reader would."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from framesage.manifests import reader_by_name
from framesage.project import (
    CachedFileSystem,
    Disk,
    ManifestCache,
    Project,
    discover,
    load_project,
    project_root_of,
)
from framesage.project.folder_names import is_docs_or_tests
from framesage.project.membership import has_content


@dataclass(frozen=True)
class Case:
    folder: Path
    label: str
    evidence: str
    files: tuple[str, ...]
    cache: ManifestCache
    projects: tuple[Project, ...]

    @property
    def paths(self) -> set[Path]:
        return {manifest.source.path for project in self.projects for manifest in project.manifests}

    @property
    def names(self) -> set[str]:
        return {
            requirement.name
            for project in self.projects
            for manifest in project.manifests
            for requirement in manifest.requirements
        }


def read_cases(corpus: Path) -> Iterator[Case]:
    for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        folder = corpus / "projects" / entry["repo"].replace("/", "+")
        cache = ManifestCache(CachedFileSystem(Disk()))
        projects = tuple(load_project(root, cache, folder) for root in discover(folder, cache))
        files = tuple(entry["files"])
        yield Case(folder, entry["label"], entry["evidence"], files, cache, projects)


@pytest.fixture(scope="module")
def cases(corpus) -> list[Case]:
    return list(read_cases(corpus))


def names_the_framework(case: Case) -> bool:
    """Return whether a file of the corpus declares the framework (the corpus has no setup.py)."""
    file, _, line = case.evidence.partition(":")
    declared = line.partition(" ")[2].lower().replace("_", "-")
    names_package = not declared.startswith(f"{case.label}-") and case.label in declared
    return (
        names_package
        and reader_by_name(case.folder / file) is not None
        and (case.folder / file).is_file()
    )


def test_declared_framework_is_found(cases):
    counted = [case for case in cases if case.label in ("flask", "django")]
    counted = [case for case in counted if names_the_framework(case)]
    missed = [case.folder.name for case in counted if case.label not in case.names]
    assert len(counted) >= 80, "the corpus has changed"
    assert missed == []


def test_every_dependency_file_is_read_or_excluded_for_a_reason(cases):
    unread = [
        f"{case.folder.name}/{file}"
        for case in cases
        for file in case.files
        if reader_by_name(case.folder / file) is not None
        and case.folder / file not in case.paths
        and has_content(case.cache.manifest(case.folder / file))
        and not any(is_docs_or_tests(part) for part in Path(file).parts[:-2])
        and not is_docs_or_tests(Path(file).parent.name)
    ]
    assert unread == []


def test_fixtures_and_samples_are_excluded(cases):
    found = {
        root.relative_to(case.folder).as_posix()
        for case in cases
        for root in (project.root for project in case.projects)
        if any(is_docs_or_tests(part) for part in root.relative_to(case.folder).parts)
        and any(project.root == case.folder for project in case.projects)
    }
    assert found == set()


def test_project_root_of_a_manifest_reads_it(cases):
    wrong = [
        str(path)
        for case in cases
        for project in case.projects
        for path in (manifest.source.path for manifest in project.manifests)
        if path.is_relative_to(project.root)
        and path
        not in {
            manifest.source.path
            for other in case.projects
            if other.root == project_root_of(path, case.cache, case.folder)
            for manifest in other.manifests
        }
    ]
    assert wrong == []


def test_loading_again_gives_the_same_projects(cases):
    for case in cases:
        again = [load_project(project.root, case.cache, case.folder) for project in case.projects]
        assert again == list(case.projects)


def test_corpus_has_no_settings_errors(cases):
    assert [
        problem
        for case in cases
        for project in case.projects
        for problem in project.settings_errors
    ] == []
