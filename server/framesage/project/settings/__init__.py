"""Settings: read from files and editors, validated, inherited by inner folders, and resolved."""
