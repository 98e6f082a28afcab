"""The workspace: open documents, projects, and their assessments. No LSP types."""
