"""Rule files in editors: completion and hovers, from the declarations of their tables."""
