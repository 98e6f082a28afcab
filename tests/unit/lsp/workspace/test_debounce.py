"""Requested work runs once no message is waiting, once for each key."""

import asyncio

import pytest

from framesage.lsp.workspace.debounce import Debouncer


class Work:
    """A debouncer with a number of waiting messages that the test sets."""

    def __init__(self) -> None:
        self.waiting = 0
        self.done = []
        self.broken = set()
        self.debouncer = Debouncer(lambda: self.waiting, self.run)

    def run(self, key: str) -> None:
        self.done.append(key)
        if key in self.broken:
            raise ValueError(key)


@pytest.mark.asyncio
async def test_a_single_request_runs_at_once():
    work = Work()
    work.debouncer.request("a")
    assert work.done == []
    await asyncio.sleep(0)
    assert work.done == ["a"]


@pytest.mark.asyncio
async def test_a_burst_runs_once_after_its_end():
    work = Work()
    work.waiting = 3
    for key in "abab":
        work.debouncer.request(key)
    for _ in range(5):
        await asyncio.sleep(0)
    assert work.done == []
    work.waiting = 0
    await asyncio.sleep(0)
    assert work.done == ["a", "b"]
    await asyncio.sleep(0)
    assert work.done == ["a", "b"]


@pytest.mark.asyncio
async def test_a_repeated_request_runs_again():
    work = Work()
    for _ in range(2):
        work.debouncer.request("a")
        await asyncio.sleep(0)
    assert work.done == ["a", "a"]


@pytest.mark.asyncio
async def test_an_error_does_not_affect_other_keys(caplog):
    work = Work()
    work.broken = {"a"}
    work.debouncer.request("a")
    work.debouncer.request("b")
    await asyncio.sleep(0)
    assert work.done == ["a", "b"]
    assert "the analysis of a failed" in caplog.text


@pytest.mark.asyncio
async def test_flush_runs_requested_work_now():
    work = Work()
    work.waiting = 1
    work.debouncer.request("a")
    work.debouncer.flush()
    assert work.done == ["a"]
    work.waiting = 0
    await asyncio.sleep(0)
    assert work.done == ["a"]


@pytest.mark.asyncio
async def test_known_keys_run_once_after_a_burst():
    asked = []
    work = Work()
    work.debouncer = Debouncer(
        lambda: work.waiting, work.run, lambda: asked.append(1) or ["b", "c"]
    )
    work.waiting = 2
    for key in "ab":
        work.debouncer.request(key)
        work.debouncer.request_known()
    await asyncio.sleep(0)
    assert (work.done, asked) == ([], [])
    work.waiting = 0
    await asyncio.sleep(0)
    assert (work.done, asked) == (["a", "b", "c"], [1])
    await asyncio.sleep(0)
    assert work.done == ["a", "b", "c"]
