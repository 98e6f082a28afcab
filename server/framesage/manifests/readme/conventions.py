"""Conventions of READMEs: which sections and paragraphs do not say what a project is.

These words are about the form of READMEs, as file names are about the form of projects; what the
words of an opening mean is up to the rule base.
"""

from __future__ import annotations

import re

_ABOUT = re.compile(
    r"read ?me|about\b.*|introduction|intro|overview|(?:project )?description|summary|synopsis"
    r"|welcome|abstract|what(?:'s| is| are| does)\b.*|purpose|background"
)
_ASIDE = re.compile(
    r"(?:(?:table of )?contents|toc|index|links|resources|docs|documentation|(?:live )?demo"
    r"|(?:project )?status|badges|news|change ?log|changes|what's new|releases?|versions?|roadmap"
    r"|(?:system |pre-?)?requirements|pre-?requisites|dependencies|download|usage|examples?"
    r"|screen ?shots?|community|contacts?|credits?|authors?|maintainers?|sponsors?|backers?|support"
    r"|supporters?|acknowledge?ments?|faq|frequently asked questions)"
    r"|(?:quick ?start|getting started|get started|how to|install\w*|(?:local |developer )?set-?up"
    r"|set(?:ting)? up|running|run|(?:local )?development|develop|developing|deploy\w*|build"
    r"|building|tests?|testing|docker|contribut\w+|licen[cs]\w+|copyright|maturity|important|notes?"
    r"|warning|notice|attention|disclaimer|deprecat\w+|archived?)\b.*"
)
_SIGNAL_WORDS = (
    r"(?:please )?notes?|n\.?b\.?|notice|warning|caution|danger|important|attention|tip|hint|update"
    r"|disclaimer|deprecat\w+|deprecation notice|archived?|unmaintained|info|todo|news|status"
    r"|end of life|eol|announcement"
)
_SUBJECT = r"(?:this|the) (?:project|repo|repository|package|library|version|branch|fork)|it"
_CONDITION = (
    r"archived|deprecated|discontinued|moved|superseded|abandoned|obsolete|renamed|read-only"
    r"|unmaintained|looking for"
)
_NOTICE = re.compile(
    rf"\W*(?:\[!\w+\]|(?:{_SIGNAL_WORDS})\s*(?:[:!\u2013\u2014-]|$))"
    r"|.*\b(?:no longer|not) (?:being )?(?:actively )?(?:maintained|supported|developed)\b"
    rf"|.*\b(?:{_SUBJECT}) (?:is|was|has been|has) (?:now )?(?:{_CONDITION})\b"
)


def is_about(heading: str) -> bool:
    """Return whether a heading only announces a description: "About", "What is it?"."""
    return _ABOUT.fullmatch(_words(heading)) is not None


def is_aside(heading: str) -> bool:
    """Return whether a section is about something else: installation, contents, license, ..."""
    return _ASIDE.fullmatch(_words(heading)) is not None


def is_notice(text: str) -> bool:
    """Return whether a paragraph is a notice, such as a warning or that a project is archived."""
    return _NOTICE.match(text.casefold()) is not None


def _words(heading: str) -> str:
    """Return a heading in lower case, without numbers, emoji and punctuation around it."""
    return re.sub(r"^[\W\d_]+|\W+$", "", heading.casefold().replace("\u2019", "'"))
