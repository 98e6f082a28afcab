"""Settings: read them from files and editors, let those of outer folders hold inside, resolve."""
