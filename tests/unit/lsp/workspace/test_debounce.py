"""Work is done once it is quiet, once for each key."""

import asyncio

import pytest

from framesage.lsp.workspace.debounce import Schedule


class Desk:
    """A schedule whose messages wait as long as the test says."""

    def __init__(self) -> None:
        self.waiting = 0
        self.done = []
        self.broken = set()
        self.schedule = Schedule(lambda: self.waiting, self.run)

    def run(self, key: str) -> None:
        self.done.append(key)
        if key in self.broken:
            raise ValueError(key)


@pytest.mark.asyncio
async def test_one_change_is_analysed_at_once():
    desk = Desk()
    desk.schedule.ask("a")
    assert desk.done == []
    await asyncio.sleep(0)
    assert desk.done == ["a"]


@pytest.mark.asyncio
async def test_a_burst_is_analysed_once_when_it_is_over():
    desk = Desk()
    desk.waiting = 3
    for key in "abab":
        desk.schedule.ask(key)
    for _ in range(5):
        await asyncio.sleep(0)
    assert desk.done == []
    desk.waiting = 0
    await asyncio.sleep(0)
    assert desk.done == ["a", "b"]
    await asyncio.sleep(0)
    assert desk.done == ["a", "b"]


@pytest.mark.asyncio
async def test_asked_again_done_again():
    desk = Desk()
    for _ in range(2):
        desk.schedule.ask("a")
        await asyncio.sleep(0)
    assert desk.done == ["a", "a"]


@pytest.mark.asyncio
async def test_a_failure_does_not_cost_the_others_theirs(caplog):
    desk = Desk()
    desk.broken = {"a"}
    desk.schedule.ask("a")
    desk.schedule.ask("b")
    await asyncio.sleep(0)
    assert desk.done == ["a", "b"]
    assert "the analysis of a failed" in caplog.text


@pytest.mark.asyncio
async def test_flushing_does_what_is_due_now():
    desk = Desk()
    desk.waiting = 1
    desk.schedule.ask("a")
    desk.schedule.flush()
    assert desk.done == ["a"]
    desk.waiting = 0
    await asyncio.sleep(0)
    assert desk.done == ["a"]
