"""Assessments as one page that needs nothing else: no network, no other file, no inline handler."""

from framesage.report.page.document import page
from framesage.report.page.links import Paging

__all__ = ["Paging", "page"]
