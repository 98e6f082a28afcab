"""setup.cfg, the declarative settings of setuptools."""

from framesage.manifests.setupcfg.reader import read_setup_cfg

__all__ = ["read_setup_cfg"]
