"""Conversion between Framesage's types and LSP's."""
