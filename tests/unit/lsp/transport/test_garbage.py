"""Garbage is collected in pauses, and without one before there is much of it."""

import asyncio
import gc
import weakref

import pytest

from framesage.lsp.transport import garbage
from framesage.lsp.transport.garbage import GarbageCollector


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _restored(monkeypatch):
    monkeypatch.setattr(garbage, "PAUSE", 0.1)
    yield
    gc.unfreeze()
    gc.enable()


def is_kept_after(seconds: float, *, key_every: float, busy: bool = False) -> bool:
    """Return whether a cycle is still there after that time of typing."""

    async def typed() -> bool:
        loop = asyncio.get_running_loop()
        collector = GarbageCollector(loop, lambda: int(busy))
        collector.start()
        cycle = weakref.ref(Cycle())
        end = loop.time() + seconds
        collector.message()
        while loop.time() < end:
            await asyncio.sleep(min(key_every, end - loop.time()))
            if key_every < seconds:
                collector.message()
        return cycle() is not None

    return asyncio.run(typed())


def test_garbage_is_collected_in_a_pause():
    assert not is_kept_after(0.5, key_every=1)


def test_garbage_is_kept_while_somebody_types():
    assert is_kept_after(0.5, key_every=0.02)


def test_garbage_is_kept_while_messages_wait():
    assert is_kept_after(0.5, key_every=1, busy=True)


def test_much_garbage_is_collected_without_a_pause(monkeypatch):
    monkeypatch.setattr(garbage, "MANY", 1)
    assert not is_kept_after(0.5, key_every=0.02)


def test_python_collects_nothing_on_its_own():
    is_kept_after(0.01, key_every=1)
    assert not gc.isenabled()
