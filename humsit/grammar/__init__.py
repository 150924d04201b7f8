"""Shallow grammar of English: which part of speech a word is, where noun phrases and verb groups begin and end.

The tagger is a small model of our own (`tags.tsv`), learned from Universal Dependencies
English EWT (CC BY-SA 4.0) by `python -m humsit.grammar.train FOLDER`, which makes the same bytes every time.
"""
