"""Settings in ``pyproject.toml`` and ``framesage.toml``: complete them, and find what they mean."""
