"""What the modules of every run take from ``typing``, which would cost a start more than opening the rules does.

A type checker sees the names of ``typing`` themselves. At run time they stand in annotations, which nobody evaluates, and in
aliases and bases, where what is here does nothing, as ``typing`` itself does nothing there.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take a variable of this name to be true

if TYPE_CHECKING:
    from typing import Any as Any
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
    from typing import cast as cast
else:

    class Protocol:
        """A class that says what others have."""

    class _Form:
        """``Any``, or ``Literal`` and what stands in its brackets."""

        def __getitem__(self, parameters):
            return self

    Any = Literal = NoReturn = TextIO = _Form()

    def cast(_kind, value):
        """``value``, as it is."""
        return value
