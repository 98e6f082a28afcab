"""The inference graph as an SVG diagram."""
