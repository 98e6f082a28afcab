"""The headline of a verdict, the same in every view, and how to correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework import WEB
from framesage.analysis.model import UseKind
from framesage.analysis.needs import count_included
from framesage.analysis.verdict import is_applicable, is_enough, is_reusable_package, outside_traits
from framesage.rulebase.model import CERTAINTIES, VerdictKind
from framesage.wording.grammar import join_words, shorten

if TYPE_CHECKING:
    from framesage.analysis.model import Analysis, Verdict
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

DECLARE_TRAITS = "declare traits that apply in [tool.framesage.traits]"
DECLARE_WEB = "If it is one, set `web-application = true` in [tool.framesage.traits]"
_DECLARE_APPLICATION = (
    "If it is an application, set `reusable-package = false` in [tool.framesage.traits]"
)
_LONGEST_NOTE = 300
_NOT_CLEAR = "Not clear yet which framework fits"


def verdict_headline(analysis: Analysis) -> str:
    """Return the verdict and its certainty as a sentence without its full stop."""
    certainty = certainty_words(analysis)
    return (
        f"{verdict_sentence(analysis)} ({certainty})" if certainty else verdict_sentence(analysis)
    )


def verdict_sentence(analysis: Analysis) -> str:
    """Return the verdict without its certainty."""
    verdict = analysis.verdict
    if not analysis.web:
        return "Not a web application: nothing to advise"
    if is_reusable_package(analysis):
        return "Not applicable: this is a package for other projects"
    if analysis.framework.is_declared:
        return f"{framework_names(analysis)}, as decided"
    if verdict.kind is VerdictKind.EITHER:
        titles = fitting_titles(verdict)
        reasons = join_words(titles, "and for" if len(titles) == 2 else "and")
        return f"{_how_many(analysis)} fit: there are good reasons for {reasons}"
    if verdict.kind is VerdictKind.UNDECIDED:
        return _undecided(analysis)
    if verdict.kind is VerdictKind.OUTSIDE:
        return _outside(analysis)
    return _favored(favored_title(analysis), analysis)


def fitting_titles(verdict: Verdict) -> list[str]:
    """Return the titles of the frameworks of which any would do."""
    return [framework.title for framework in verdict.fitting]


def _how_many(analysis: Analysis) -> str:
    """Return how many of the candidates fit, in a word: ``Both``."""
    fitting = len(analysis.verdict.fitting)
    if fitting == len(analysis.rule_base.candidates):
        return "Both" if fitting == 2 else "All"
    return "Two" if fitting == 2 else "Several"


def _favored(title: str, analysis: Analysis) -> str:
    """Return that a framework is favored.

    A project that uses another one, which includes no less of what it needs, has no reason to doubt
    it: the favored one is smaller, not better.
    """
    used = analysis.framework.candidate
    if used is None:
        return f"{title} would suit this project"
    if used == analysis.verdict.framework:
        return f"{title} fits this project"
    if is_enough(analysis):
        return f"No reason to change from {used.title}"
    return f"{title} would suit this project better than {used.title}"


def enough_words(analysis: Analysis) -> str:
    """Return why a framework is kept although the reasons favor another one, as a sentence without
    its full stop; "" where that is not so."""
    used, favored = analysis.framework.candidate, analysis.verdict.framework
    if used is None or favored is None or not is_enough(analysis):
        return ""
    is_more = count_included(used.id, analysis) > count_included(favored.id, analysis)
    more, than = ("more", "than") if is_more else ("as much", "as")
    return f"{used.title} includes {more} of what this project needs {than} {favored.title}"


def _undecided(analysis: Analysis) -> str:
    if analysis.framework.candidate:
        return f"No reason to change from {framework_names(analysis)}"
    found = analysis.verdict.because or analysis.verdict.despite
    return f"Undecided: {'weak reasons only' if found else 'not enough evidence'}"


def _outside(analysis: Analysis) -> str:
    if analysis.framework.kind is UseKind.OTHER:
        return f"Not applicable: this project uses {framework_names(analysis)}"
    for trait in outside_traits(analysis.memory, analysis.rule_base):
        return f"Not applicable: treated as {trait.outside}"
    if analysis.framework.around:
        around = join_words([framework.title for framework in analysis.framework.around])
        return f"Not applicable: the project in the folder above uses {around}"
    titles = dict.fromkeys(part.framework.title for part in analysis.framework.parts)
    return f"Not applicable: {join_words(list(titles))} only in an extra or for development"


def certainty_words(analysis: Analysis) -> str:
    """Return how certain the verdict is, ``high certainty``; "" where no framework is favored, or
    where the one in use is good: nothing that is in use is called into question."""
    certainty = analysis.verdict.certainty
    shown = certainty in CERTAINTIES and analysis.web and is_applicable(analysis)
    in_doubt = not (_confirms(analysis) and certainty == CERTAINTIES[0]) and not is_enough(analysis)
    return f"{certainty} certainty" if shown and in_doubt else ""


def _confirms(analysis: Analysis) -> bool:
    """Return whether the verdict favors the framework in use."""
    return analysis.framework.candidate == analysis.verdict.framework is not None


def option_words(framework: Framework, analysis: Analysis) -> str:
    """Return what the verdict says about one of the frameworks to choose from, in short."""
    favored = analysis.verdict.framework
    if is_decided(analysis):
        return verdict_sentence(analysis)
    if favored is None or not analysis.web:
        return _fitting_option(framework, analysis) if analysis.verdict.fitting else _NOT_CLEAR
    if is_enough(analysis):
        return verdict_sentence(analysis)
    if framework == favored:
        return f"Suits this project ({certainty_words(analysis)})"
    return f"{favored.title} suits this project better"


def _fitting_option(framework: Framework, analysis: Analysis) -> str:
    """Return how a framework stands where several fit."""
    fitting = analysis.verdict.fitting
    if len(fitting) == len(analysis.rule_base.candidates):
        return f"{'Both' if len(fitting) == 2 else 'All'} frameworks fit this project"
    others = [other.title for other in fitting if other != framework]
    if framework in fitting:
        return f"Fits this project, as {join_words(others)} {'do' if others[1:] else 'does'}"
    return f"{join_words(others)} suit this project better"


def favored_title(analysis: Analysis) -> str:
    """Return the title of the favored framework, or words that replace it."""
    verdict = analysis.verdict
    if verdict.framework:
        return verdict.framework.title
    are_two = len(analysis.rule_base.candidates) == 2
    if verdict.fitting:
        return "either framework" if are_two else join_words(fitting_titles(verdict), "or")
    if verdict.kind is VerdictKind.UNDECIDED:
        return "no framework yet"
    return "neither framework" if are_two else "none of the frameworks"


def framework_names(analysis: Analysis) -> str:
    """Return the titles of the frameworks in use; "" without one."""
    return join_words([framework.title for framework in analysis.framework.frameworks])


def candidates_in_use(analysis: Analysis) -> str:
    """Return the titles of the candidates in use, two of them as ``both Flask and Django``."""
    used = [framework.title for framework in analysis.framework.frameworks if not framework.other]
    return f"{'both ' if len(used) == 2 else ''}{join_words(used)}"


def choice_words(rule_base: RuleBase) -> str:
    """Return the titles of the frameworks to choose from: ``Flask or Django``."""
    return join_words([framework.title for framework in rule_base.candidates], "or")


def framework_words(analysis: Analysis) -> str:
    """Return the frameworks in use, and whether the settings declare them."""
    declared = " (declared)" if analysis.framework.is_declared else ""
    return f"{framework_names(analysis) or 'none yet'}{declared}"


def headline_with_count(analysis: Analysis, count: str) -> str:
    """Return the headline with the number of findings in words, for a view of one line."""
    headline = verdict_headline(analysis)
    if count:
        return f"{headline}. {count}"
    return f"{headline}: nothing left to do" if is_decided(analysis) else headline


def is_decided(analysis: Analysis) -> bool:
    """Return whether the settings of a web application declare its framework."""
    return analysis.web and analysis.framework.is_declared


def decision_note(analysis: Analysis) -> str:
    """Return when and why the framework was chosen, on one line, as in the settings; "" if not."""
    written = analysis.project.settings.decision if is_decided(analysis) else ""
    line = "".join(character if character.isprintable() else " " for character in written)
    return shorten(" ".join(line.split()), _LONGEST_NOTE)


def how_to_correct(analysis: Analysis) -> str:
    """Return the setting that gives the project a verdict, as a sentence without its full stop; ""
    where it has one, or where the settings rule it out."""
    if not analysis.web:
        return "" if analysis.memory.conclusion(WEB).declared is False else DECLARE_WEB
    return _DECLARE_APPLICATION if is_reusable_package(analysis) else ""
