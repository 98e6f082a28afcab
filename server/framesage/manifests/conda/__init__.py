"""Conda's environment.yml."""
