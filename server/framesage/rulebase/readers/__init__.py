"""Read strict TOML tables into the objects of the rule base."""
