"""The effective settings of a project, with where each of their values comes from."""
