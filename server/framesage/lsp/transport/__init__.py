"""The connection to the client; every override of pygls is here, or named in docs/adr/0012."""
