#!/bin/sh
# Render images/icon.png from images/icon.svg. Requires rsvg-convert and pngquant (Debian: librsvg2-bin, pngquant).
cd "$(dirname "$0")/../images" && rsvg-convert --width 256 --height 256 icon.svg --output icon.png &&
    pngquant --force --strip --output icon.png 48 icon.png
