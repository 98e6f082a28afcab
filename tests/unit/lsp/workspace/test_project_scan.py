"""The search for projects in steps: concurrent, cancelled, restarted."""

import asyncio
from datetime import date

import pytest

from framesage.lsp.workspace.project_scan import ProjectScan
from framesage.lsp.workspace.store import Store

NAMES = [f"app{number:02}" for number in range(12)]


@pytest.fixture
def scan(make_project, tmp_path):
    make_project(tmp_path, {f"{name}/requirements.txt": "flask\n" for name in NAMES})
    store = Store(lambda: date(2025, 6, 1))
    store.set_folders((tmp_path,))
    return ProjectScan(store, lambda: 0)


async def names(scan, on_folder=lambda: None, between=0):
    found = []
    async for root in scan.roots(on_folder):
        found.append(root.name)
        await asyncio.sleep(between)
    return found


def test_all_projects_are_found_and_cached(scan):
    searched = []
    assert asyncio.run(names(scan, lambda: searched.append(1))) == NAMES
    assert scan.folders_searched == len(searched) == len(NAMES) + 1
    assert asyncio.run(names(scan, lambda: searched.append(1))) == NAMES
    assert len(searched) == len(NAMES) + 1


def test_concurrent_searches_find_all_projects(scan):
    async def both():
        return await asyncio.gather(names(scan), names(scan, between=0.0001))

    assert asyncio.run(both()) == [NAMES, NAMES]


def test_a_cancelled_search_finds_no_more_until_a_restart(scan):
    def stop():
        scan.is_cancelled = scan.folders_searched == 5

    few = asyncio.run(names(scan, stop))
    assert few == NAMES[: len(few)] and 0 < len(few) < len(NAMES)
    assert asyncio.run(names(scan)) == few
    scan.restart()
    assert asyncio.run(names(scan)) == NAMES


def test_a_running_search_is_not_affected_by_a_restart(scan, make_project, tmp_path):
    async def restarted():
        first = scan.roots(lambda: None)
        begun = [(await anext(first)).name]
        make_project(tmp_path, {"app99/requirements.txt": "flask\n"})
        scan._store.changed_on_disk(tmp_path / "app99")
        scan.restart()
        again = await names(scan)
        return begun + [root.name async for root in first], again

    first, again = asyncio.run(restarted())
    assert first == NAMES
    assert again == [*NAMES, "app99"]


def test_waiting_messages_are_handled_first():
    waiting = [3]

    async def run():
        async def handle():
            while waiting[0]:
                waiting[0] -= 1
                await asyncio.sleep(0)

        task = asyncio.ensure_future(handle())
        await ProjectScan(Store(date.today), lambda: waiting[0]).pause()
        assert waiting[0] == 0
        await task

    asyncio.run(run())
