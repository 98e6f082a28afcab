"""The dialogue: which question comes next, when enough is known, and what the answers mean."""
