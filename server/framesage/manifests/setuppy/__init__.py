"""setup.py, parsed and never executed."""

from framesage.manifests.setuppy.reader import read_setup_py

__all__ = ["read_setup_py"]
