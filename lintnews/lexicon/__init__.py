"""TOML rules to a compiled lexicon, and what a run asks of it."""
