"""The rules of a pack alone, beside the same rules in CLIPS, a rule engine written in C."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.advice.rule_sources import load_rules
from framesage.project import Disk, load_project
from framesage.project.manifest_cache import as_cache
from framesage.rulebase.load import load_sources
from speed.generated import packages_of_rules, write_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    import clips

FACTS = 400
_TODAY = date(2026, 11, 29)
_REPEATS = 15


def measure(rules: int) -> tuple[float, float | None]:
    """Return the milliseconds that rules add to the assessment of a new project, and in CLIPS.

    Each time, another package is in the project: nothing is remembered from the time before.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        without, with_rules = _assessments(root / "0", 0), _assessments(root / "1", rules)
        added = [with_rules() - without() for _ in range(_REPEATS)]
    return median(added[1:]), _in_clips(rules)


def _assessments(root: Path, rules: int) -> Callable[[], float]:
    """Return a function that changes a name in a project, and returns the time to assess it."""
    (root / ".git").mkdir(parents=True)
    if rules:
        write_rules(root / "rules", rules)
        (root / "framesage.toml").write_text('rule-paths = ["rules"]\n', encoding="utf-8")
    numbers = count()

    def milliseconds() -> float:
        names = ["flask", f"changed-{next(numbers)}", *_names()]
        (root / "requirements.txt").write_text("\n".join(names), encoding="utf-8")
        project, loaded = load_rules(load_project(root, as_cache(Disk()), root), load_sources)
        return _milliseconds(lambda: assess(project, loaded.rule_base, _TODAY, loaded.errors))

    return milliseconds


def _names() -> list[str]:
    return [f"acme-{number}" for number in range(FACTS)]


def _in_clips(rules: int) -> float | None:
    if find_spec("clips") is None:
        return None
    import clips

    engine = clips.Environment()
    for number, (first, second, third) in enumerate(packages_of_rules(rules)):
        engine.build(
            f'(defrule load-{number} (package "{first}") (package "{second}")'
            f' (not (package "{third}")) => (assert (applies {number})))'
        )
    names = iter(f"changed-{number}" for number in count())
    times = [_milliseconds(lambda: _run(engine, next(names))) for _ in range(_REPEATS)]
    engine.clear()
    return median(times[1:])


def _run(engine: clips.Environment, changed: str) -> None:
    engine.reset()
    for name in ("flask", changed, *_names()):
        engine.assert_string(f'(package "{name}")')
    engine.run()


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000
