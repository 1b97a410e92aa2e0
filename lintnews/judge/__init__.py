"""Hits to findings: what the evidence around a match makes of it."""
