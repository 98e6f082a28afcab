"""Conversion between the domain and LSP types."""
