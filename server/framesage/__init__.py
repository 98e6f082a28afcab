"""Framesage: Flask or Django? Advice read off the dependency files a project already has."""

__version__ = "0.1.0"
