"""READMEs: their title, and the first sentences that say what a project is."""

from framesage.manifests.readme.reader import FORMAT, preferred_readme, read_readme

__all__ = ["FORMAT", "preferred_readme", "read_readme"]
