"""Readers from strict TOML tables to the objects of the rule base."""
