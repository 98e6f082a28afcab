"""What an editor offers in dependency files, without LSP types."""
