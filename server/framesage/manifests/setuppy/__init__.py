"""setup.py, read and never run: what stands in it literally."""

from framesage.manifests.setuppy.reader import read_setup_py

__all__ = ["read_setup_py"]
