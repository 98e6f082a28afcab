"""Features of an editor without LSP types: completion, inlay hints, links and symbols."""
