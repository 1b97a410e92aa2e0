"""A finding's message with what to write instead, for readers that have one field for both."""

from __future__ import annotations

from lintnews.model import REMOVE, Finding


def told(finding: Finding, joint: str = "\nSuggestion: ") -> str:
    """The message of ``finding`` and, after ``joint``, its suggestions, if it has any."""
    suggestions = ", ".join(suggestion or REMOVE for suggestion in finding.suggestions)
    return f"{finding.message}{joint}{suggestions}" if suggestions else finding.message
