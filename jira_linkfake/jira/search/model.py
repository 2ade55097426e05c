"""What JQL says, as values; `str` writes each as JQL that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Operator = Literal["=", "!=", "~", "!~", "<", "<=", ">", ">=", "in", "not in", "is", "is not"]
"""The operators that compare a field with what it is now."""

NEGATIONS: dict[Operator, Operator] = {
    "=": "!=",
    "~": "!~",
    "<": ">=",
    ">": "<=",
    "in": "not in",
    "is": "is not",
}


NEGATIONS |= {negation: operator for operator, negation in NEGATIONS.items()}


_ESCAPES = str.maketrans({'"': r"\"", "\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def quoted(text: str) -> str:
    """Return a text as JQL writes it between quotation marks."""
    escaped = text.translate(_ESCAPES)
    return f'"{"".join(char if is_legal(char) else unicode_escape(char) for char in escaped)}"'


def is_legal(char: str) -> bool:
    """Say whether a character may stand in JQL as it is; line breaks, and outside strings tabs, may too."""
    point = ord(char)
    return not (point < 0x20 or 0x7F <= point <= 0x9F or 0xFDD0 <= point <= 0xFDEF or 0xFFFE <= point <= 0xFFFF)


def unicode_escape(char: str) -> str:
    """Return the escape of a character of the basic plane."""
    return f"\\u{ord(char):04x}"


@dataclass(frozen=True, slots=True)
class Value:
    """A value; `is_number` where it was written as a number, outside quotation marks."""

    text: str
    is_number: bool = False

    def __str__(self) -> str:
        return self.text if self.is_number else quoted(self.text)


@dataclass(frozen=True, slots=True)
class Empty:
    """The value of a field that has none: `EMPTY` or `NULL`."""

    def __str__(self) -> str:
        return "EMPTY"


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """A function with its arguments."""

    name: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{quoted(self.name)}({', '.join(map(quoted, self.arguments))})"

    @property
    def shown(self) -> str:
        """The function as Jira's messages show it: with its arguments as they are."""
        return f"{self.name}({', '.join(self.arguments)})"


@dataclass(frozen=True, slots=True)
class Several:
    """A list of values; lists in it have been taken apart."""

    operands: tuple[Value | Empty | FunctionCall, ...]

    def __str__(self) -> str:
        return f"({', '.join(map(str, self.operands))})"


Single = Value | Empty | FunctionCall
Operand = Single | Several


def shown(operand: Operand) -> str:
    """Return an operand as Jira's messages show it."""
    if isinstance(operand, Several):
        return f"({', '.join(map(shown, operand.operands))})"
    return operand.shown if isinstance(operand, FunctionCall) else str(operand)


class PropertyName(NamedTuple):
    """What is at a path in a property of issues: `issue.property[key].path`."""

    key: str
    path: str

    def __str__(self) -> str:
        return f"{OF_PROPERTIES}[{quoted(self.key)}]{quoted(f'.{self.path}') if self.path else ''}"


OF_PROPERTIES = "issue.property"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field compared with something; the field's name is as it was written, and `of_property` what it means."""

    field: str
    operator: Operator
    operand: Operand
    of_property: PropertyName | None = None

    def __str__(self) -> str:
        return f"{self.of_property or quoted(self.field)} {self.operator} {self.operand}"


PREDICATES = ("after", "before", "on", "during", "by", "from", "to")
"""What can be said of the past, beside the value that a field had."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """When a value was had or changed, by whom, and how it changed."""

    name: str
    operand: Operand

    def __str__(self) -> str:
        return f"{self.name} {self.operand}"


@dataclass(frozen=True, slots=True)
class Before:
    """What a field was, by `was`, `was not`, `was in` or `was not in`; or, without an operand, that it `changed`."""

    field: str
    operator: str
    operand: Operand | None
    predicates: tuple[Predicate, ...] = ()

    def __str__(self) -> str:
        parts = [quoted(self.field), self.operator, self.operand, *self.predicates]
        return " ".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be true."""

    restriction: Restriction

    def __str__(self) -> str:
        return f"NOT ({self.restriction})"


@dataclass(frozen=True, slots=True)
class And:
    """What must all be true."""

    restrictions: tuple[Restriction, ...]

    def __str__(self) -> str:
        return " AND ".join(f"({restriction})" for restriction in self.restrictions)


@dataclass(frozen=True, slots=True)
class Or:
    """Of what at least one must be true."""

    restrictions: tuple[Restriction, ...]

    def __str__(self) -> str:
        return " OR ".join(f"({restriction})" for restriction in self.restrictions)


Restriction = Comparison | Before | Not | And | Or


@dataclass(frozen=True, slots=True)
class Sort:
    """A field to order by; the name is as it was written."""

    field: str
    descending: bool = False

    def __str__(self) -> str:
        return f"{quoted(self.field)} {'DESC' if self.descending else 'ASC'}"


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query: without `where` it is about every issue."""

    where: Restriction | None = None
    order: tuple[Sort, ...] = ()

    def __str__(self) -> str:
        parts = [str(self.where)] if self.where else []
        if self.order:
            parts.append(f"ORDER BY {', '.join(map(str, self.order))}")
        return " ".join(parts)


def names_in(text: str) -> frozenset[str]:
    """Return the names that a text lists between commas."""
    return frozenset(name.strip() for name in text.replace("\n", " ").split(","))
