"""Generates the reference pages of the site from the rule base and the settings."""
