"""Packs: shared rules, in a folder with a ``pack.toml`` or an installed distribution."""
