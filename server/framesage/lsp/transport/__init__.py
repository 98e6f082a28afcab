"""The server's connection: every override of pygls, each with its reason."""
