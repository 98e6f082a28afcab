"""The search for projects in steps: several at once, stopped, anew."""

import asyncio
from datetime import date

import pytest

from framesage.lsp.workspace.project_scan import Scan
from framesage.lsp.workspace.store import Store

NAMES = [f"app{number:02}" for number in range(12)]


@pytest.fixture
def scan(make_project, tmp_path):
    make_project(tmp_path, {f"{name}/requirements.txt": "flask\n" for name in NAMES})
    store = Store(lambda: date(2025, 6, 1))
    store.take_folders((tmp_path,))
    return Scan(store, lambda: 0)


async def names(scan, on_look=lambda: None, between=0):
    found = []
    async for root in scan.roots(on_look):
        found.append(root.name)
        await asyncio.sleep(between)
    return found


def test_all_are_found_and_known_from_then_on(scan):
    looks = []
    assert asyncio.run(names(scan, lambda: looks.append(1))) == NAMES
    assert scan.looked == len(looks) == len(NAMES) + 1
    assert asyncio.run(names(scan, lambda: looks.append(1))) == NAMES
    assert len(looks) == len(NAMES) + 1


def test_two_that_look_at_once_both_find_all(scan):
    async def both():
        return await asyncio.gather(names(scan), names(scan, between=0.0001))

    assert asyncio.run(both()) == [NAMES, NAMES]


def test_one_that_is_stopped_finds_no_more_until_it_begins_anew(scan):
    def stop():
        scan.stopped = scan.looked == 5

    few = asyncio.run(names(scan, stop))
    assert few == NAMES[: len(few)] and 0 < len(few) < len(NAMES)
    assert asyncio.run(names(scan)) == few
    scan.restart()
    assert asyncio.run(names(scan)) == NAMES


def test_begun_anew_in_the_middle_the_first_ends_as_it_began(scan, make_project, tmp_path):
    async def restarted():
        first = scan.roots(lambda: None)
        begun = [(await anext(first)).name]
        make_project(tmp_path, {"app99/requirements.txt": "flask\n"})
        scan._store.forget(tmp_path / "app99")
        scan.restart()
        again = await names(scan)
        return begun + [root.name async for root in first], again

    first, again = asyncio.run(restarted())
    assert first == NAMES
    assert again == [*NAMES, "app99"]


def test_messages_that_wait_come_first():
    waiting = [3]

    async def run():
        async def handle():
            while waiting[0]:
                waiting[0] -= 1
                await asyncio.sleep(0)

        task = asyncio.ensure_future(handle())
        await Scan(Store(date.today), lambda: waiting[0]).pause()
        assert waiting[0] == 0
        await task

    asyncio.run(run())
