"""Discovery and assembly over real projects: what a careful reader finds is found."""

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
        return {one.source.path for project in self.projects for one in project.manifests}

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
    """Tell by the corpus's own note whether a file that it has names it (it has no setup.py)."""
    file, _, line = case.evidence.partition(":")
    declared = line.partition(" ")[2].lower().replace("_", "-")
    said = not declared.startswith(f"{case.label}-") and case.label in declared
    return (
        said and reader_by_name(case.folder / file) is not None and (case.folder / file).is_file()
    )


def test_the_declared_framework_is_found(cases):
    counted = [one for one in cases if one.label in ("flask", "django")]
    counted = [one for one in counted if names_the_framework(one)]
    missed = [one.folder.name for one in counted if one.label not in one.names]
    assert len(counted) >= 80, "the corpus is not what it was"
    assert missed == []


def test_every_dependency_file_is_read_or_left_out_for_a_reason(cases):
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


def test_fixtures_and_samples_are_left_out(cases):
    found = {
        root.relative_to(case.folder).as_posix()
        for case in cases
        for root in (project.root for project in case.projects)
        if any(is_docs_or_tests(part) for part in root.relative_to(case.folder).parts)
        and any(project.root == case.folder for project in case.projects)
    }
    assert found == set()


def test_the_owner_of_a_manifest_is_a_project_that_reads_it(cases):
    wrong = [
        str(path)
        for case in cases
        for project in case.projects
        for path in (one.source.path for one in project.manifests)
        if path.is_relative_to(project.root)
        and path
        not in {
            one.source.path
            for other in case.projects
            if other.root == project_root_of(path, case.cache, case.folder)
            for one in other.manifests
        }
    ]
    assert wrong == []


def test_reading_again_gives_the_same_projects(cases):
    for case in cases:
        again = [load_project(one.root, case.cache, case.folder) for one in case.projects]
        assert again == list(case.projects)


def test_the_corpus_configures_nothing_wrongly(cases):
    assert [
        problem for case in cases for one in case.projects for problem in one.settings_errors
    ] == []
