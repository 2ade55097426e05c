"""Reading JSON: the parser with its limits, and what the schemas are made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from math import isinf
from typing import Any, NoReturn

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, missing

from jira_linkfake.errors import nearest_of
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.refusals import BodyEmpty, BodyNotJson, PayloadInvalid

_MAX_DEPTH = 100
_NUMERAL = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)
_LONG = range(-(2**63), 2**63)
_TEXT = {str}


class Text(fields.String):
    """A string; a null counts as absent, which is None unless `absent` says otherwise.

    With `missing` as what is absent, a null is None and not the same as nothing.
    """

    def __init__(self, *, data_key: str | None = None, absent: Any = None) -> None:
        super().__init__(allow_none=True, load_default=absent, data_key=data_key)

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what a value says."""
        if value is None and self.load_default is not missing:
            return self.load_default
        return super().deserialize(value, *args, **kwargs)


class Id(Text):
    """An id, which Jira's JSON reader also takes as a number."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return super()._deserialize(str(value) if is_number else value, *args, **kwargs)


class Whole(fields.Integer):
    """A whole number of 64 bits, which Jira's JSON reader also takes as a numeral; words and booleans are none.

    This was measured for the `maxResults` of a search (brekkylab/backlot, pull requests 213 and 286); that it holds
    for each number is chosen.
    A null counts as absent, but where the number is `required` or in a list.
    """

    def __init__(self, data_key: str | None = None, *, required: bool = False, allow_none: bool = True) -> None:
        absent = missing if required else None
        super().__init__(
            strict=True,
            required=required,
            allow_none=allow_none and not required,
            load_default=absent,
            data_key=data_key,
        )

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, str) and _NUMERAL.fullmatch(value):
            value = int(value)
        is_number = isinstance(value, int) and not isinstance(value, bool) and value in _LONG
        return super()._deserialize(value if is_number else "no number", *args, **kwargs)


class IdNumber(Whole):
    """An id that is a number in Jira's JSON; it is read as a text, which every id is here."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        return str(super()._deserialize(value, *args, **kwargs))


class Flag(fields.Boolean):
    """True or false, which Jira's JSON reader also takes as texts (chosen: as it takes numerals).

    A null counts as absent, but where the flag is `required`.
    """

    def __init__(self, data_key: str | None = None, *, required: bool = False) -> None:
        super().__init__(
            required=required,
            allow_none=not required,
            load_default=missing if required else None,
            data_key=data_key,
            truthy={"true"},
            falsy={"false"},
        )

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        return value if isinstance(value, bool) else super()._deserialize(value, *args, **kwargs)


class Reference(fields.Nested):
    """An object that names something. Where it holds texts alone, as it nearly always does, its schema is spared."""

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what a value names."""
        if isinstance(value, dict) and value.keys() <= self._texts.keys() and set(map(type, value.values())) <= _TEXT:
            return {**self._texts, **value}
        return super().deserialize(value, *args, **kwargs)

    @cached_property
    def _texts(self) -> dict[str, None]:
        """The texts that the schema knows, all absent."""
        return {name: None for name, field in self.schema.fields.items() if isinstance(field, Text)}


class Closed(Schema):
    """An object that takes no property but those that it names."""

    class Meta:
        """What marshmallow is told of it."""

        unknown = RAISE

    @classmethod
    def property_of(cls, field: str) -> str:
        """Return the property of the JSON that a field is read from."""
        return cls._declared_fields[field].data_key or field


class Open(Schema):
    """An object that takes any property and ignores those that it does not name."""

    class Meta:
        """What marshmallow is told of it."""

        unknown = EXCLUDE


@cache
def made(schema: type[Schema]) -> Schema:
    """Return the one object of a schema, made when it is first needed: marshmallow takes its time."""
    return schema()


def loaded(schema: type[Schema], body: bytes) -> Mapping[str, Any]:
    """Return what a schema reads from a body; raises `Refused` for a body that it does not take."""
    return loaded_from(schema, parsed(body))


def loaded_from(schema: type[Schema], content: Any) -> Mapping[str, Any]:
    """Return what a schema reads from JSON that was parsed; raises `Refused` for what it does not take."""
    if not isinstance(content, dict):
        raise Refused(PayloadInvalid(problem="it is not an object"))
    try:
        return _read(made(schema), content)
    except ValidationError as error:
        raise Refused(PayloadInvalid(problem="; ".join(_told(error.messages, made(schema))))) from error


def _read(schema: Schema, content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a schema reads, property by property where it knows them all: marshmallow itself takes twice as long.

    Our schemas have no hooks that it would call. What is wrong it tells, all of it at once.
    """
    known = _properties(type(schema))
    whole: Mapping[str, Any]
    try:
        if content.keys() <= known.keys():
            whole = {name: field.deserialize(content.get(key, missing)) for key, (name, field) in known.items()}
            return {name: value for name, value in whole.items() if value is not missing}
    except ValidationError:
        pass
    whole = schema.load(content)
    return whole


@cache
def _properties(schema: type[Schema]) -> Mapping[str, tuple[str, fields.Field[Any]]]:
    """Return what a schema reads by the property of the JSON: the name that it has once it is read, and its field."""
    return {field.data_key or name: (name, field) for name, field in made(schema).load_fields.items()}


# What is said of a property, by marshmallow's words for it; its own words for a value outside a list of choices stay.
_WRONG = {
    "Unknown field.": "is not known",
    "Missing data for required field.": "is missing",
    "Field may not be null.": "is null",
    "Not a valid string.": "is no text",
    "Not a valid integer.": "is no whole number",
    "Not a valid boolean.": "is neither true nor false",
    "Not a valid list.": "is no list",
    "Not a valid mapping type.": "is no object",
    "Invalid type.": "is no object",
    "Invalid input type.": "is no object",
}


def _told(wrong: Any, kind: Any, path: str = "", known: Iterable[str] = ()) -> Iterator[str]:
    """Yield what is wrong with each property, named with all that it is in, with the nearest to one that is unknown.

    `kind` is the schema or field that the properties are of, and `known` the names beside one.
    """
    if isinstance(wrong, dict):
        inner_kinds, any_kind = kinds_in(kind), _kind_of_each(kind)
        for name, inner in wrong.items():
            inner_path = path if name == "_schema" else f"{path}.{name}".removeprefix(".")
            inner_wrong = inner["value"] if isinstance(kind, fields.Dict) else inner  # marshmallow tells it of its key
            yield from _told(inner_wrong, inner_kinds.get(name, any_kind), inner_path, inner_kinds)
    else:
        yield from (f"{path} {_WRONG.get(text, text)}{_hint(text, path, known)}" for text in wrong)


def _hint(text: str, path: str, known: Iterable[str]) -> str:
    near = nearest_of(path.rpartition(".")[2], known) if text == "Unknown field." else None
    return "" if near is None else f": did you mean {near!r}?"


def _kind_of_each(kind: Any) -> fields.Field[Any] | None:
    """Return the field of what is in a list, or in an object with any keys; None for all else."""
    each: fields.Field[Any] | None = getattr(kind, "value_field", getattr(kind, "inner", None))
    return each


def kinds_in(kind: Any) -> Mapping[str, fields.Field[Any]]:
    """Return the fields of a schema, or of the objects that a field reads, by their names in the JSON."""
    schema = kind.schema if isinstance(kind, fields.Nested) else kind
    return (
        {field.data_key or name: field for name, field in schema.fields.items()} if isinstance(schema, Schema) else {}
    )


def parsed(body: bytes) -> Any:
    """Return the JSON of a body; raises `Refused` for an empty one and for one that is not JSON."""
    if not body.strip():
        raise Refused(BodyEmpty())
    try:
        content = _DECODER.decode(body.decode(json.detect_encoding(body), "surrogatepass"))  # as json.loads does
        _require_shallow(body, content)
    except (ValueError, RecursionError) as error:
        raise Refused(BodyNotJson(problem=str(error))) from error
    return content


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise ValueError(f"{text} is beyond all bounds")
    return number


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)  # made once, not for each body


def _require_shallow(body: bytes, content: Any) -> None:
    """Raise `ValueError` for JSON so deep that handling it would exhaust the stack; Jira's reader has a limit too."""
    if body.count(b"[") + body.count(b"{") <= _MAX_DEPTH:
        return
    level = [content]
    for _ in range(_MAX_DEPTH):
        level = [child for value in level for child in _children(value)]
    if level:
        raise ValueError(f"it is more than {_MAX_DEPTH} levels deep")


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
