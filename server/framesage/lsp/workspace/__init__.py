"""The open workspace: documents, projects and their assessments."""
