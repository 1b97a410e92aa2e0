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

    _GETTERS = []  # of the first field, the second ..., for all classes

    class _Fields(type):
        """Makes a class whose annotations are the fields of a tuple; values given to them are defaults."""

        def __new__(cls, name, bases, namespace):
            if bases == (NamedTuple,):
                fields = tuple(namespace.get("__annotations__", ()))
                defaults = {field: namespace.pop(field) for field in fields if field in namespace}
                for place in range(len(_GETTERS), len(fields)):
                    _GETTERS.append(getter(place, f"Alias for field number {place}"))
                namespace.update(zip(fields, _GETTERS, strict=False))
                namespace |= {"_fields": fields, "_field_defaults": defaults, "_defaults": tuple(defaults.values())}
                namespace |= {"__match_args__": fields, "__slots__": ()}
            return type.__new__(cls, name, bases, namespace)

    def _new(cls, *values, **named):
        lacking = len(cls._fields) - len(values)
        if named or not 0 <= lacking <= len(cls._defaults):
            values = _complete(cls, values, named)
        elif lacking:
            values += cls._defaults[-lacking:]
        return tuple.__new__(cls, values)

    def _complete(cls, values, named):
        """All values in order, with those ``named`` and the defaults. Raises TypeError as a call of a function would."""
        fields = cls._fields
        known = {**cls._field_defaults, **named}
        found = [*values, *[known[field] for field in fields[len(values) :] if field in known]]
        wrong = named.keys() - fields[len(values) :]
        if len(found) != len(fields) or wrong:
            raise TypeError(f"{cls.__name__} takes the fields {', '.join(fields)}; given: {values} and {named}")
        return found

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
        "_replace": _replace, "_asdict": _asdict, "_fields": (), "_field_defaults": {}, "_defaults": (), "__module__": __name__,
    }  # fmt: skip
    NamedTuple = type.__new__(_Fields, "NamedTuple", (tuple,), _METHODS)
