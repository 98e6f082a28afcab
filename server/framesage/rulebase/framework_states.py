"""``framework = "..."`` spelt out: what must be used, and what not, for each state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AllOf, AnyOf, Believed, NoneOf

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.vocabulary import Vocabulary

STATES = ("both", "none", "other", "beside")


def framework_state(state: str, vocabulary: Vocabulary, medium: float) -> Condition:
    """Return the condition for a state: one of the two, ``both``, ``none``, ``other``, ``beside``.

    ``other`` is another framework and neither of the two; ``beside``, another with one of them.
    """
    the_two = {name: Believed(f"uses:{name}", medium) for name in vocabulary.the_two()}
    others = AnyOf(
        tuple(Believed(f"uses:{name}", medium) for name in vocabulary.others()), keep_false=False
    )
    neither = NoneOf(tuple(the_two.values()))
    if state == "both":
        return AllOf(tuple(the_two.values()))
    if state == "none":
        return NoneOf((*the_two.values(), others))
    if state == "other":
        return AllOf((others, neither))
    if state == "beside":
        return AllOf((others, AnyOf(tuple(the_two.values()))))
    rest = tuple(holds for name, holds in the_two.items() if name != state)
    return AllOf((the_two[state], NoneOf(rest)))
