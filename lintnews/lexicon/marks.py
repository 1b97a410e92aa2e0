"""The elements of a pattern that are no words; a module of its own so that matching does not load the parser of forms."""

from __future__ import annotations

NUMBER, NAME, ANY, HYPHEN, COMMA = "<#>", "<Name>", "<word>", "<->", "<,>"
NAME_LIMIT, NUMBER_LIMIT = 4, 3  # tokens a name or a number may take
OPEN, CLOSE = "<[>", "<]>"  # around what stands in a slot: only that is marked in the copy
MARGIN = " \t\r\n\f\v\u00a0*\u2022\u00b7|>\u2013\u2014-"  # what a line may begin with before its first word
