"""The page about a rule: one description, written as Markdown for the site or as HTML to read."""
