"""The style of a list: how it writes names, versions and specifiers."""
