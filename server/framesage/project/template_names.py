"""Tell from its name and folder what a template is for; its content is never read.

An HTML file in a folder of templates is a page, part of a page, or none: the text of an e-mail, an
error page, or the frame of an API's documentation. An HTML file anywhere else may be a page.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class TemplateKind(Enum):
    """What a template is for."""

    PAGE = auto()
    LOGIN = auto()
    """A page on which people log in, sign up or choose a password."""
    ADMIN = auto()
    """A page for staff, or one that replaces a page of Django's admin site."""
    UNNAMED = auto()
    """A template that may be a page or part of one: the name does not say."""
    LOOSE = auto()
    """Perhaps a page, perhaps not: outside the folders of templates, or named like a letter."""
    NONE = auto()
    """No page for people: an e-mail, an error page, API documentation."""


_MARKUP = frozenset(("djhtml", "htm", "html", "jhtml", "pug", "xhtml"))
_ENGINES = frozenset(("dj", "j2", "jinja", "jinja2", "mak", "mako", "tmpl", "tpl"))
_PLAIN_ENGINES = frozenset(("jinja", "jinja2"))
"""The engines whose templates are HTML unless another suffix says what they are."""
_TEMPLATES = frozenset(("jinja", "jinja2", "template", "templates", "theme", "themes", "tpl"))
_CLIENT = frozenset(("assets", "public", "static", "www"))
"""Folders that are sent to browsers as they are: their HTML is rendered there, if at all."""
_ASIDE = frozenset(("demo", "demos", "example", "examples", "fixtures", "sample", "samples"))
_MAIL = frozenset(("email", "emails", "mail", "mailer", "mailers", "mails", "newsletter", "pdf"))
_NOTICES = frozenset(("notification", "notifications"))
_DOCUMENTATION = frozenset(
    ("apidoc", "apidocs", "doc", "docs", "graphiql", "openapi", "rapidoc", "redoc", "swagger")
)
_API_PACKAGES = frozenset(("drf_spectacular", "drf-yasg", "ninja", "rest_framework"))
"""The folders in which templates of these packages are replaced."""
_ERRORS = frozenset(
    ("error", "errors", "forbidden", "maintenance", "notfound", "servererror", "unauthorized")
)
_ERROR_NAMES = re.compile(
    r"(error|http)?([45]\d\d|[45]xx)|((page|server)_)?(not_found|error)|internal_.*error"
)
_LOGIN = re.compile(
    r"(.*_)?(log_?in|sign_?in|sign_?up|register|registration)(_.*)?"
    r"|(.*_)?password_(reset|change|forgot|set)(_.*)?|(.*_)?(reset|change|forgot|forgotten|set)_"
    r"password(_.*)?"
)
_PAGE_WORD = re.compile(
    "about|account|add|archive|articles?|base|browse|cart|checkout|contact|create|dashboard|default"
    "|delete|details?|edit|faq|feed|footer|form|head|header|history|home|homepage|index|landing"
    "|layout|list|main|master|menu|nav|navbar|new|overview|pages?|posts?|privacy|products?"
    "|profiles?|report|results?|search|settings|show|sidebar|skeleton|start|stats|status|terms"
    "|update|upload|users?|view"
)
_LISTING = frozenset(("detail", "index", "list"))
_PLAINLY_PAGES = frozenset(("base", "dashboard", "home", "index", "layout", "login", *_LISTING))
_LETTER = re.compile(
    "activat(e|ion)|confirm(ation)?|invit(e|ation)|invoice|receipt|reminder|reset|welcome"
    "|verif(y|ication)"
)
"""What mails are called, but pages, too."""
_TEXT = (".txt", ".text", ".mjml", "_subject", ".subject", ".plain")


def template_kind(
    folders: Sequence[str], name: str, names: Iterable[str] = ()
) -> TemplateKind | None:
    """Return what an HTML file is for, and None for other files.

    ``folders`` are those it is in, from the project's root, and ``names`` are all files beside it.
    """
    stem = _stem(name)
    if not stem:
        return None
    places = [_words(folder) for folder in folders]
    words = _words(stem)
    if _is_none(places, folders, words) or _has_text(name, names):
        return TemplateKind.NONE
    if not any(_TEMPLATES.intersection(place) for place in places) or _is_in(folders, _CLIENT):
        return TemplateKind.LOOSE
    return _page_kind(folders, words)


def _page_kind(folders: Sequence[str], words: Sequence[str]) -> TemplateKind:
    if "admin" in (*(folder.lower() for folder in folders), words[0]):
        return TemplateKind.ADMIN
    if _LOGIN.fullmatch("_".join(words)):
        return TemplateKind.LOGIN
    ends = (words[0], words[-1])
    if any(map(_LETTER.fullmatch, ends)):
        return TemplateKind.LOOSE
    return TemplateKind.PAGE if any(map(_PAGE_WORD.fullmatch, ends)) else TemplateKind.UNNAMED


def _stem(name: str) -> str:
    """Return the name of an HTML file without suffixes; "" for other files.

    ``index.html.j2`` and ``x.jinja2`` are HTML, ``nginx.conf.j2`` is not. ``index.j2`` is, by its
    name; ``nginx.j2`` is rather a file of settings.
    """
    stem, *suffixes = name.lower().split(".")
    engine = suffixes.pop() if suffixes and suffixes[-1] in _ENGINES else ""
    if suffixes:
        return stem if suffixes[-1] in _MARKUP else ""
    is_html = engine in _PLAIN_ENGINES or (engine and stem in _PLAINLY_PAGES)
    return stem if is_html else ""


def _is_none(places: Sequence[Sequence[str]], folders: Sequence[str], words: Sequence[str]) -> bool:
    above = {word for place in places for word in place}
    if above & (_MAIL | _DOCUMENTATION | _ASIDE) or _is_in(folders, _API_PACKAGES | _ERRORS):
        return True
    if above & _NOTICES and words[-1] not in _LISTING:
        return True
    return bool(
        _MAIL.intersection(words)
        or {words[0], words[-1]} & _ERRORS
        or _DOCUMENTATION.intersection(words)
        or any(_ERROR_NAMES.fullmatch(word) for word in (*words, "_".join(words)))
        or any("{{" in folder for folder in folders)  # the template of a project
    )


def _has_text(name: str, names: Iterable[str]) -> bool:
    """Return whether a text of the same name is beside a template: it is an e-mail, then."""
    stem = name.partition(".")[0]
    return any(other.startswith(tuple(f"{stem}{end}" for end in _TEXT)) for other in names)


def _is_in(folders: Iterable[str], names: Collection[str]) -> bool:
    return any(folder.lower() in names for folder in folders)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[-_. ]+", name.lower()) if word] or [""]
