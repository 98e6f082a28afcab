"""READMEs: their title, and the first sentences that say what a project is."""

from framesage.manifests.readme.names import preferred_readme

__all__ = ["preferred_readme"]
