"""Rule files in an editor: their ids and problems."""
