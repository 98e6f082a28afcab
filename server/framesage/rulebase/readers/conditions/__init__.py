"""Readers of conditions: a module for each kind of what they are about."""
