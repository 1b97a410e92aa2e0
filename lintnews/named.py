"""``NamedTuple`` as in ``typing``, but built in a tenth of the time.

``typing.NamedTuple`` writes and compiles code for every class, a tenth of a millisecond each; a start needs forty of them.
What is made here behaves alike: see ``tests/test_named.py``.
"""

from __future__ import annotations

import sys

from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from there on annotations are not in the namespace of a class
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter as getter

    class _Fields(type):
        """Makes a class whose annotations are the fields of a tuple; values given to them are defaults."""

        def __new__(cls, name, bases, namespace):
            if bases == (NamedTuple,):
                fields = tuple(namespace.get("__annotations__", ()))
                namespace["_field_defaults"] = {field: namespace.pop(field) for field in fields if field in namespace}
                namespace["_fields"] = namespace["__match_args__"] = fields
                namespace |= {field: getter(place, f"Alias for field number {place}") for place, field in enumerate(fields)}
            return type.__new__(cls, name, bases, {"__slots__": (), **namespace})

    def _new(cls, *values, **named):
        if named or len(values) != len(cls._fields):
            values = _complete(cls, values, named)
        return tuple.__new__(cls, values)

    def _complete(cls, values, named):
        """All values in order, with those ``named`` and the defaults. Raises TypeError as a call of a function would."""
        fields = cls._fields
        given = dict(zip(fields, values, strict=False))
        wrong = [name for name in named if name not in fields or name in given]
        found = {**cls._field_defaults, **given, **named}
        missing = [field for field in fields if field not in found]
        if len(values) > len(fields) or wrong or missing:
            raise TypeError(f"{cls.__name__} takes the fields {', '.join(fields)}; missing or not in place: {missing or wrong}")
        return [found[field] for field in fields]

    def _make(cls, values):
        return _new(cls, *values)

    def _replace(self, **named):
        values = list(self)
        for name, value in named.items():
            if name not in self._fields:
                raise ValueError(f"Got unexpected field names: [{name!r}]")
            values[self._fields.index(name)] = value
        return tuple.__new__(type(self), values)

    def _values(self):
        return tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def _repr(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    _METHODS = {
        "__slots__": (), "__new__": _new, "__repr__": _repr, "__getnewargs__": _values, "_make": classmethod(_make),
        "_replace": _replace, "_asdict": _asdict, "_fields": (), "_field_defaults": {}, "__module__": __name__,
    }  # fmt: skip
    NamedTuple = type.__new__(_Fields, "NamedTuple", (tuple,), _METHODS)
