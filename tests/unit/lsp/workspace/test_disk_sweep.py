"""A sweep goes in slices: the first at once, the others while no messages are waiting."""

import asyncio
from pathlib import Path

import pytest

from framesage.lsp.workspace import disk_sweep
from framesage.lsp.workspace.disk_sweep import DiskSweep

PATHS = [Path(f"/{number}") for number in range(5)]


class Looks:
    """A store whose disk has five files, all of them changed or none."""

    def __init__(self, changed: bool = True) -> None:
        self.changed = changed
        self.reread_paths = []
        self.started = []

    def disk_changes(self, near=None):
        self.started.append(near)
        return iter(PATHS if self.changed else [None] * len(PATHS))

    def reread(self, paths):
        self.reread_paths += paths
        return paths != PATHS[:1]


@pytest.fixture
def one_by_one(monkeypatch):
    """Let every slice end after one file."""
    monkeypatch.setattr(disk_sweep, "SLICE", -1)
    monkeypatch.setattr(disk_sweep, "STEP", 1)


def run(store, waiting=lambda: 0, requests=1, turns=20):
    """Run sweeps on an event loop; return what was read again at first, and the notices."""
    notices = []

    async def session():
        sweep = DiskSweep(store, waiting, lambda: notices.append(len(store.reread_paths)))
        for _ in range(requests):
            sweep.request(PATHS[0])
        first = list(store.reread_paths)
        for _ in range(turns):
            await asyncio.sleep(0)
        return first

    return asyncio.run(session()), notices


def test_a_short_sweep_is_done_at_once():
    store = Looks()
    assert run(store) == (PATHS, [5])
    assert store.started == [PATHS[0]]


def test_nothing_is_reported_without_a_change():
    store = Looks(changed=False)
    assert run(store) == ([], [])
    assert store.reread_paths == []


def test_a_long_sweep_continues_in_slices(one_by_one):
    store = Looks()
    first, notices = run(store)
    assert first == PATHS[:1]
    assert store.reread_paths == PATHS
    assert notices == [2, 3, 4, 5], "an irrelevant change was reported"


def test_a_sweep_waits_while_messages_are_waiting(one_by_one):
    store = Looks()
    run(store, lambda: 3)
    assert store.reread_paths == PATHS[:1]
    store = Looks()
    waiting = iter([3, 2, 1])
    run(store, lambda: next(waiting, 0))
    assert store.reread_paths == PATHS


def test_a_second_request_begins_anew_but_is_not_done_twice(one_by_one):
    store = Looks()
    run(store, requests=2)
    assert store.reread_paths == [PATHS[0], *PATHS]


def test_a_small_project_is_done_at_once_however_slow_the_disk_is(monkeypatch):
    monkeypatch.setattr(disk_sweep, "SLICE", -1)
    store = Looks()
    assert run(store) == (PATHS, [5])


def test_a_message_ends_a_slice(monkeypatch):
    monkeypatch.setattr(disk_sweep, "SLICE", -1)
    monkeypatch.setattr(disk_sweep, "STEP", 2)
    store = Looks()
    waiting = iter([0, 1])
    first, notices = run(store, lambda: next(waiting, 0))
    assert first == PATHS[:2]
    assert notices == [2, 3, 5]
