"""Named tuples behave as those of ``typing``."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from lintnews import named


class Ours(named.NamedTuple):
    """Documented."""

    start: int
    text: str = "x"

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Theirs(typing.NamedTuple):
    """Documented."""

    start: int
    text: str = "x"

    @property
    def end(self) -> int:
        return self.start + len(self.text)


BOTH = pytest.mark.parametrize("made", [Ours, Theirs])


@BOTH
def test_making(made):
    assert made(1) == made(1, "x") == made(start=1, text="x") == made(text="x", start=1) == (1, "x")
    assert made._make([1, "y"]) == (1, "y")


@BOTH
@pytest.mark.parametrize(("values", "names"), [((), {}), ((1, "x", 2), {}), ((1,), {"start": 1}), ((1,), {"other": 2})])
def test_making_wrongly(made, values, names):
    with pytest.raises(TypeError):
        made(*values, **names)


@BOTH
def test_being(made):
    one = made(1, "ab")
    assert (one.start, one.text, one.end, len(one), hash(one)) == (1, "ab", 3, 2, hash((1, "ab")))
    assert one._replace(text="c") == (1, "c")
    assert type(one._replace(text="c")) is made
    assert one._asdict() == {"start": 1, "text": "ab"}
    assert repr(one) == f"{made.__name__}(start=1, text='ab')"
    assert (made._fields, made._field_defaults, made.__doc__) == (("start", "text"), {"text": "x"}, "Documented.")
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one
    assert not hasattr(one, "__dict__")
    with pytest.raises(ValueError, match="unexpected"):
        one._replace(other=1)
    with pytest.raises(AttributeError):
        one.start = 2


@BOTH
def test_matching(made):
    match made(1, "ab"):
        case made(start, text):
            assert (start, text) == (1, "ab")
        case _:
            pytest.fail("does not match")
