"""Every sentence that more than one front end shows."""
