"""Rule files in an editor: their ids, problems and checks."""
