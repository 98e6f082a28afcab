"""Check rules with their own tests: what fails, what is not covered, what else they change."""
