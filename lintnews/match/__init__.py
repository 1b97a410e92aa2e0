"""Patterns of the lexicon against a document."""
