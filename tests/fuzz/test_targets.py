"""Inputs that once failed do not fail again, and neither does a sample of others."""

from __future__ import annotations

import random

import pytest

from fuzz.mutation import mutated
from fuzz.repetition import Repeated, is_linear, linear_targets, suspects
from fuzz.run import Batch, batches, run_batch, table
from fuzz.target import Target
from fuzz.targets import TARGETS
from fuzz.watch import REGRESSIONS, SlowError, check_in_time

FOUND = sorted(path for path in REGRESSIONS.rglob("*") if path.is_file())
SAMPLE = 150
"""Inputs for each target; ``make fuzz`` tries a million."""


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_that_failed_is_read(path):
    check_in_time(TARGETS[path.parent.name], path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_sample_of_inputs(name, monkeypatch, tmp_path):
    monkeypatch.setattr("fuzz.watch.REGRESSIONS", tmp_path)
    monkeypatch.setattr("fuzz.run.limit_memory", lambda: None)  # it would stay for other tests
    target = TARGETS[name]
    inputs = max(2, round(SAMPLE * min(1, target.weight)))
    counts = run_batch(Batch(name, inputs, seed=16))
    found = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert (counts.finds, found) == (0, [])
    assert counts.mutated + counts.generated == inputs


@pytest.mark.running_time
@pytest.mark.parametrize("target", linear_targets(), ids=lambda target: target.name)
def test_a_sample_of_repetitions_takes_linear_time(target):
    assert suspects(target, runs=8, seed=16) == []


def raise_for_snowmen(data: bytes) -> None:
    if b"{" in data:
        raise KeyError(data)


def wait_for(data: bytes) -> None:
    sum(range(len(data) ** 2))


def test_a_failing_input_is_kept_as_a_file(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("fuzz.watch.REGRESSIONS", tmp_path)
    monkeypatch.setattr("fuzz.run.limit_memory", lambda: None)
    monkeypatch.setitem(TARGETS, "odd", Target("odd", raise_for_snowmen, lambda: (b"a{}", b"b")))
    counts = run_batch(Batch("odd", 100, seed=1))
    assert counts.finds > 2
    kept = list((tmp_path / "odd").iterdir())
    assert kept and all(b"{" in path.read_bytes() for path in kept)
    assert "KeyError" in capsys.readouterr().err
    assert "| odd | 100 |" in table([counts])


def test_a_slow_input_is_a_find():
    with pytest.raises(SlowError, match="4000 bytes take"):
        check_in_time(Target("odd", wait_for, tuple, seconds=0.01), b"a" * 4_000)


@pytest.mark.running_time
def test_quadratic_time_is_told_from_linear():
    odd = Target("odd", wait_for, tuple)
    assert not is_linear(odd, Repeated(b"", b"ab", b"c"))
    assert is_linear(Target("even", lambda data: sum(data * 300), tuple), Repeated(b"", b"ab", b""))


def test_inputs_are_shared_out_by_weight():
    shared = batches(list(TARGETS), 100_000, seed=1)
    assert sum(batch.inputs for batch in shared) == pytest.approx(100_000, rel=0.01)
    assert {batch.target for batch in shared} == set(TARGETS)
    own = [sum(b.inputs for b in shared if b.target == name) for name in ("pyproject.toml", "toml")]
    assert own[0] == pytest.approx(2 * own[1], rel=0.01)


def test_mutation_depends_on_the_seed_only():
    texts = [[mutated((b"abc\ndef",), random.Random(seed)) for _ in range(9)] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]
