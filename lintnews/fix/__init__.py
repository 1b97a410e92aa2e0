"""Corrections: new bytes from edits."""
