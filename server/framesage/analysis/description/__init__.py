"""Hear what a project is from its own words."""

from framesage.analysis.description.reading import Mention, read_description, read_name

__all__ = ["Mention", "read_description", "read_name"]
