"""What kinds of refusals, events and requests have in common."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import ClassVar

import pytest

from jira_linkfake.jira.plain import Plain


class _Named(Plain):
    kind: ClassVar[str] = "named"

    name: str


class _Sized(Plain):
    size: int = 1


class _Thing(_Named, _Sized):
    """Fields of both bases, and one of its own."""

    parts: tuple[str, ...] = ()


def test_fields_are_those_of_the_bases_and_its_own():
    """A value has the fields of all its bases, and a default where the class names one."""
    thing = _Thing(name="a", parts=("b",))

    assert (thing.name, thing.size, thing.parts, thing.kind) == ("a", 1, ("b",), "named")
    assert repr(thing) == "_Thing(size=1, name='a', parts=('b',))"
    assert _Thing(size=2, name="a").size == 2


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "_Named has name; got nothing"),
        ({"name": "a", "size": 1}, "_Named has name; got name, size"),
        ({"title": "a"}, "_Named has name; got title"),
        ({"name": "a", "kind": "b"}, "_Named has name; got name, kind"),
    ],
)
def test_other_fields_are_an_error(values, sentence):
    """A value is made from its fields: from no fewer, and from no others."""
    with pytest.raises(TypeError) as error:
        _Named(**values)

    assert str(error.value) == sentence


def test_value_is_frozen():
    """A field can neither be changed nor deleted, and nothing can be added."""
    named = _Named(name="a")

    with pytest.raises(FrozenInstanceError, match=r"^cannot assign to field 'name'$"):
        named.name = "b"
    with pytest.raises(FrozenInstanceError, match=r"^cannot assign to field 'other'$"):
        named.other = "b"
    with pytest.raises(FrozenInstanceError, match=r"^cannot delete field 'name'$"):
        del named.name
    assert named.name == "a"


def test_values_are_compared_by_their_fields():
    """Equal are values of one class with equal fields, in whatever order they were given; so are their hashes."""
    thing = _Thing(name="a", size=2)

    assert thing == _Thing(size=2, name="a")
    assert hash(thing) == hash(_Thing(size=2, name="a"))
    assert thing != _Thing(name="a", size=3)
    assert hash(thing) != hash(_Thing(name="a", size=3))
    assert _Sized() == _Sized(size=1)
    assert repr(_Sized()) == "_Sized(size=1)"
    assert _Named(name="a") != _Sized(size=1)
    assert _Sized() != (1,)
