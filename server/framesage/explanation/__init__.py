"""Why, why not and what if: explanations of an assessment."""
