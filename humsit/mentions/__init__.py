"""Recognisers, one kind of mention a file. Each looks at one sentence and the lexicon; none knows another's rules."""
