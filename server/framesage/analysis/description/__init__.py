"""Hear what a project is from its own words."""

from framesage.analysis.description.reading import (
    Mention,
    Reading,
    read_description,
    read_name,
)

__all__ = ["Mention", "Reading", "read_description", "read_name"]
