"""Markdown for hovers and explanations."""
