"""The result of checking and testing rules: as text, JSON and GitHub workflow commands."""
