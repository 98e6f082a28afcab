"""Packs: rules that are shared as a folder with a ``pack.toml``, or as an installed distribution."""
