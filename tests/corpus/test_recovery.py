"""Framesage reads at least as much of a damaged pyproject.toml as tree-sitter's TOML grammar.

``python -m corpus.test_recovery`` in ``tests/`` prints the table of docs/reference/formats.md, over
five locations for each kind of damage in each file instead of one.
"""

import random
from collections import Counter
from pathlib import Path

import pytest

from corpus.toml_damage import KINDS, damaged
from framesage.manifests import read
from framesage.text import Source

SEED = 7


def ours(text: str) -> Counter:
    """Count the names that Framesage reads."""
    manifest = read(Source(Path("pyproject.toml"), text))
    return Counter(requirement.name for requirement in manifest.requirements)


def theirs(text: str) -> Counter:
    from corpus.tree_sitter_toml import recovered

    return Counter(recovered(text))


def real_texts(corpus: Path) -> list[str]:
    paths = sorted((corpus / "projects").rglob("pyproject.toml"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [text for text in texts if ours(text)]


@pytest.fixture(scope="module")
def texts(corpus, require_module) -> list[str]:
    require_module("tree_sitter_toml")
    return real_texts(corpus)


def test_both_read_the_same_in_undamaged_files(texts):
    assert len(texts) > 60
    assert all(ours(text).keys() == theirs(text).keys() for text in texts)


@pytest.mark.parametrize("kind", KINDS)
def test_at_least_as_much_is_recovered(texts, kind):
    chance = random.Random(SEED)
    compared = 0
    for text in texts:
        after = damaged(text, kind, chance)
        if after is not None:
            whole = ours(text)
            recovered, by_them = (ours(after) & whole).total(), (theirs(after) & whole).total()
            assert recovered >= by_them, after
            compared += 1
    assert compared > 30


def row(kind: str, texts: list[str], locations: int) -> str:
    """Return a row of the table: the number of requirements and the recovered shares."""
    chance, sums = random.Random(SEED), Counter()
    for text in texts:
        whole = ours(text)
        for after in (damaged(text, kind, chance) for _ in range(locations)):
            if after is not None:
                us, them = ours(after) & whole, theirs(after) & whole
                sums.update(there=whole.total(), ours=us.total(), theirs=them.total())
    shares = (f"{100 * sums[reader] / sums['there']:.1f} %" for reader in ("ours", "theirs"))
    return f"| {kind} | {sums['there']:,} | {' | '.join(shares)} |"


if __name__ == "__main__":
    from conftest import CORPUS

    print("| Damage | Requirements | Framesage | tree-sitter |\n|---|---|---|---|")
    for kind in KINDS:
        print(row(kind, real_texts(CORPUS), 5), flush=True)
