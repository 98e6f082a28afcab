"""Analyze a project: its facts, traits, framework in use and verdict."""
