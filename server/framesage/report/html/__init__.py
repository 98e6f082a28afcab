"""Assessments as one page that needs nothing else: no network, no other file, no inline handler."""

from framesage.report.html.links import Paging
from framesage.report.html.page import page

__all__ = ["Paging", "page"]
