"""Conventions of READMEs: which sections and sentences do not say what a project is.

These words are about the form of READMEs, as file names are about the form of projects; what the
words of an opening mean is up to the rule base. All texts are compared in lower case.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split("/"))


_ABOUT = _words(
    "readme introduction intro overview description summary synopsis welcome abstract purpose"
    " background presentation highlights features"
)
_ABOUT_STARTS = _phrases("about/what is/what's/what are/what does/project description")
_ASIDE = _words(
    "contents toc index links resources docs documentation demo demos status badges news changelog"
    " changes release releases version versions roadmap requirements prerequisites dependencies"
    " download usage example examples screenshot screenshots community contact contacts credits"
    " author authors maintainer maintainers sponsors backers support supporters acknowledgements"
    " acknowledgments faq todo upcoming run"
)
_ASIDE_STARTS = _phrases(
    "table of contents/quick start/quickstart/getting started/get started/how to/install/setup"
    "/set up/setting up/local setup/running/run /develop/local development/deploy/build"
    "/test/docker/contribut/license/licensing/licence/copyright/maturity/important/note/warning"
    "/notice/attention/disclaimer/deprecat/archived/screen shots/live demo/project status"
    "/pre-requisites/system requirements/what's new/frequently asked questions"
)
_SIGNALS = _words(
    "note notes notice warning caution danger important attention tip hint update disclaimer"
    " deprecated deprecation archived unmaintained info todo news status announcement eol"
    " license licence"
)
_SIGNAL = re.compile(r"\W*(?:please )?([a-z]+)(?: notice)?\s*(?:[]:!\u2013\u2014-]|$)")
_WARNING_SIGNS = tuple("\u26a0\u26d4\u2757\u203c\u274c\U0001f6a7\U0001f6a8\U0001f6d1")
_CAMPAIGN = re.compile(
    r"\bwe(?: are|'re) (?:currently |now )?hiring\b"
    r"|\b(?:we(?: are|'re) (?:currently |now )?(?:running|conducting|doing)|^take|^please take"
    r"|fill (?:in|out)|participate in) (?:our|the|this|a|an) (?:[\w-]+ ){0,3}"
    r"(?:survey|questionnaire|poll)\b"
)
"""Calls to readers that have nothing to do with what the project does."""
_LEGAL = ("copyright", "(c) ", "\u00a9", "spdx", "licensed ")
_CONDITION = re.compile(
    r"\b(?:no longer|not) (?:being )?(?:actively )?(?:maintained|supported|developed)\b"
    r"|\b(?:project|repo|repository|package|library|version|branch|fork|it) (?:is|was|has been|has)"
    r" (?:now )?(?:archived|deprecated|discontinued|moved|superseded|abandoned|obsolete|renamed"
    r"|read-only|unmaintained|looking for)\b"
    r"|^(?:this|the) (?:code|software|project|program|source code) is (?:open source|free software"
    r"|licensed|released|distributed|available) under\b"
)
_POINTERS = _phrases(
    "see/visit/check out/check it out/follow us/join us/click/refer to/try it/please/make sure"
    "/take a look/have a look/look at/more/further/want to/table of contents/if you want"
    "/if you like/if you'd like/if you need/if you have/if you find/if you encounter"
    "/if you're looking/if you are looking/for more/for further/for full/for details"
    "/for additional/for complete/for information/for instructions/for documentation/for a list"
    "/for a full/for the full/for the latest/for the stable/for the documentation/for the docs"
    "/you can read/you can find/you can see/you can browse/you can learn/you can visit/you can get"
    "/you can try/you can check/you can also/to learn/to find out/to see"
)
_POINTER_STARTS = tuple(f"{phrase} " for phrase in _POINTERS)
_DOCUMENT = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,2}(?:documentation|docs|manual|wiki|guides?|instructions|demo|forum"
    r"|screenshots|website|homepage|source|source code|changelog|slides|chat)"
    r"(?: (?:is|are|can|lives?|available|at)\b|:|$)"
)
_WORD = re.compile(r"[\w'-]+")
_DECORATION = re.compile(r"^[\W\d_]+|(?<=\w)\W+$")


def is_about(heading: str) -> bool:
    """Return whether a heading only announces a description: "About", "What is it?", "Features"."""
    words = _plain(heading)
    return words in _ABOUT or words.startswith(_ABOUT_STARTS) or words.endswith(" features")


def is_aside(heading: str) -> bool:
    """Return whether a section is about something else: installation, contents, license, ..."""
    words = _plain(heading)
    is_campaign = _CAMPAIGN.search(words) is not None
    return words in _ASIDE or words.startswith(_ASIDE_STARTS) or is_campaign


def is_notice(text: str) -> bool:
    """Return whether a paragraph is a notice: a warning, that a project is archived, a license."""
    words = text.casefold()
    signal = _SIGNAL.match(words)
    return (
        (signal is not None and signal[1] in _SIGNALS)
        or words.lstrip("*_ ").startswith((*_LEGAL, *_WARNING_SIGNS))
        or _CONDITION.search(words) is not None
        or _CAMPAIGN.search(words) is not None
    )


def is_pointer(sentence: str) -> bool:
    """Return whether a sentence with a link sends readers elsewhere: "For details, see ..."."""
    words = _plain(sentence)
    phrase = " ".join(_WORD.findall(words))
    return f"{phrase} ".startswith(_POINTER_STARTS) or _DOCUMENT.match(words) is not None


def _plain(text: str) -> str:
    """Return a text in lower case, without numbers, emoji and punctuation around it."""
    return _DECORATION.sub("", text.casefold().replace("\u2019", "'"))
