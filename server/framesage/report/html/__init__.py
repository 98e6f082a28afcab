"""The report as a self-contained HTML page: no network, no other files, no inline handlers."""

from framesage.report.html.links import Paging
from framesage.report.html.page import page

__all__ = ["Paging", "page"]
