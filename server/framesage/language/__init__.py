"""English texts: words, their base forms, and dictionaries of phrases. Knows no projects."""
