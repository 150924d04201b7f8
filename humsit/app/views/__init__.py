"""The views: each a function over the desk and the filters; it asks, draws, and writes nothing but through the drawer."""
