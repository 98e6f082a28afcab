#!/bin/sh
# Render the icon after a change to images/icon.svg; needs rsvg-convert (Debian: librsvg2-bin).
cd "$(dirname "$0")/../images" && rsvg-convert --width 256 --height 256 icon.svg --output icon.png
