"""Findings, explanations and rules as text for a terminal."""
