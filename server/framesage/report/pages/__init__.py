"""The page about a rule: one description, written as Markdown for the site or as HTML to read."""

from framesage.report.pages.html_page import html_page
from framesage.report.pages.markdown_page import markdown_page
from framesage.report.pages.rule_page import rule_page

__all__ = ["html_page", "markdown_page", "rule_page"]
