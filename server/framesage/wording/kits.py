"""What a framework includes, and what it needs besides, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.wording.grammar import count_noun, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.need_model import Need

INCLUDED = "included"
HERE = "here"
CHOOSE = "choose one"
BY_HAND = "build it yourself"


@frozen
class KitCounts:
    """How a framework covers needs. All are numbers of needs, but ``packages``.

    ``here`` are needs that the project's requirements cover, ``open`` those that ``packages`` would
    cover, ``choices`` those for which a person chooses a package, ``by_hand`` the rest.
    """

    included: int = 0
    here: int = 0
    packages: int = 0
    open: int = 0
    choices: int = 0
    by_hand: int = 0

    @property
    def needs(self) -> int:
        """The number of all needs."""
        return self.included + self.here + self.open + self.choices + self.by_hand


def kit_words(title: str, counts: KitCounts) -> str:
    """Return what a framework (by title) has for needs, in numbers that add up to theirs:
    ``Flask includes 2 and needs 4 packages for the other 5``."""
    if counts.included == counts.needs:
        return f"{title} includes everything"
    packages = count_noun(counts.packages, "package")
    present = "a package" if counts.needs == 1 else "packages"
    chosen = "packages" if counts.choices > 1 else "a package"
    parts = {
        f"includes {counts.included}": counts.included,
        f"has {present}{_for(counts.here, counts)} already": counts.here,
        f"needs {packages}{_for(counts.open, counts)}": counts.open,
        f"takes {chosen} of your choice{_for(counts.choices, counts)}": counts.choices,
        f"leaves {_them(counts.by_hand, counts.needs)} to you": counts.by_hand,
    }
    return f"{title} {join_words([words for words, number in parts.items() if number])}"


def _for(number: int, counts: KitCounts) -> str:
    """Return for how many needs something is; "" if there is only one."""
    if counts.needs == 1:
        return ""
    others = counts.included and number == counts.needs - counts.included
    if others:
        return f" for the other {number}" if number > 1 else " for the other one"
    return f" for {_them(number, counts.needs)}"


def _them(number: int, needs: int) -> str:
    if number < needs:
        return str(number)
    return {1: "it", 2: "both"}.get(needs, f"all {needs}")


def all_included(frameworks: int) -> str:
    """Return that each framework of several includes everything."""
    return f"{'both' if frameworks == 2 else 'all'} frameworks include everything"


def alternatives_words(names: Sequence[str]) -> str:
    """Return the packages to choose instead, in parentheses; "" without any."""
    return f"(or {', '.join(names)})" if names else ""


def choice_words(names: Sequence[str]) -> str:
    """Return the packages of which a person chooses one: ``choose one: a, b``."""
    return f"{CHOOSE}: {', '.join(names)}"


def provision_words(included: str, packages: Sequence[str], choices: Sequence[str] = ()) -> str:
    """Return what a framework has for a need: ``included: flask.session``, packages, some to choose
    from, or nothing."""
    if included:
        return f"{INCLUDED}: {included}"
    if choices:
        return choice_words(choices)
    return ", ".join(packages) or BY_HAND


def not_included_words(frameworks: int, needs: Sequence[str]) -> str:
    """Return what no framework of several includes: ``Neither framework includes payments.``"""
    subject = "Neither" if frameworks == 2 else "No"
    return f"{subject} framework includes {join_words(needs, 'or')}."


def for_needs(needs: Sequence[str]) -> str:
    """Return the beginning of a sentence about needs: ``For these 5 needs``, ``For an ORM``."""
    return f"For {needs[0]}" if len(needs) == 1 else f"For these {len(needs)} needs"


def included_words(counts: Sequence[tuple[str, KitCounts]]) -> str:
    """Return how many needs each framework (by title) includes something for:
    ``Of 11 needs, Flask includes 2 and Django 9.``"""
    needs = max(found.needs for _, found in counts)
    (first, one), *others = counts
    words = [f"{first} includes {one.included}"]
    words += [f"{title} {found.included}" for title, found in others]
    return f"Of {count_noun(needs, 'need')}, {join_words(words)}."


def bring_words(needs: Sequence[Need], frameworks: Sequence[Framework]) -> str:
    """Return what each framework has for needs, a sentence for those with the same answer:
    ``Django includes an ORM; with Flask, you add and maintain a package.``"""
    groups: dict[tuple[Framework, ...], list[Need]] = {}
    for need in needs:
        including = tuple(found for found in frameworks if _includes(found, need))
        groups.setdefault(including, []).append(need)
    return " ".join(_bring(including, found, frameworks) for including, found in groups.items())


def _bring(
    including: Sequence[Framework], needs: Sequence[Need], frameworks: Sequence[Framework]
) -> str:
    titles = [need.title for need in needs]
    if not including:
        return not_included_words(len(frameworks), titles)
    names = join_words([framework.title for framework in including])
    verb = "includes" if len(including) == 1 else "include"
    others = [framework for framework in frameworks if framework not in including]
    words = [f"{names} {verb} {join_words(titles)}"]
    words += [f"with {other.title}, {_without(other, needs)}" for other in others]
    return f"{'; '.join(words)}."


def _without(framework: Framework, needs: Sequence[Need]) -> str:
    """Return what a person does for needs that a framework does not include."""
    provisions = [need.provisions.get(framework.id) for need in needs]
    if not any(provision and provision.all_packages() for provision in provisions):
        return "you build it yourself" if len(needs) == 1 else "you build them yourself"
    names = {name for found in provisions if found for name in found.packages[:1]}
    return f"you add and maintain {'packages' if len(names) > 1 else 'a package'}"


def _includes(framework: Framework, need: Need) -> bool:
    provision = need.provisions.get(framework.id)
    return provision is not None and bool(provision.included)
