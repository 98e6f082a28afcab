"""The inference graph as an SVG picture."""
