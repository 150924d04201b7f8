"""Reads the figures that reports claim, with who says so; charts them, flags the contested ones, keeps corrections."""
