"""Ignoring a finding from an editor, with a reason."""
