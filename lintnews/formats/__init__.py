"""Containers that several stages need to see the inside of: one kind per file, bytes to parts and back."""
