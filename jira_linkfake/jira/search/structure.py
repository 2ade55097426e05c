"""What JQL says as Jira's JSON has it: a tree of clauses, each with what could stand in JQL in its place."""

from __future__ import annotations

import re

from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.search.model import (
    And,
    Before,
    Comparison,
    Empty,
    FunctionCall,
    Not,
    Operand,
    Or,
    Query,
    Restriction,
    Several,
    Sort,
    quoted,
)
from jira_linkfake.jira.search.tokenizer import KEYWORDS, RESERVED_WORDS

_PLAIN = re.compile(r"-?[A-Za-z0-9_.-]*[A-Za-z_][A-Za-z0-9_.-]*", re.ASCII)
_CUSTOM = re.compile(r"cf\[[0-9]+\]", re.ASCII)


def query_json(query: Query) -> Json:
    """Return a query; what it does not have is left out."""
    content: Json = {}
    if query.where is not None:
        content["where"] = _clause(query.where)
    if query.order:
        content["orderBy"] = {"fields": [_sort(one) for one in query.order]}
    return content


def jql_of(query: Query) -> str:
    """Return a query as JQL, in quotation marks only where it needs them."""
    parts = [] if query.where is None else [_written(query.where)]
    if query.order:
        sorts = (f"{_named(one.field)} {'DESC' if one.descending else 'ASC'}" for one in query.order)
        parts.append(f"ORDER BY {', '.join(sorts)}")
    return " ".join(parts)


def _written(restriction: Restriction) -> str:
    if isinstance(restriction, Not):
        return f"NOT {_part(restriction.restriction)}"
    if isinstance(restriction, Comparison):
        field = _named(restriction.field) if restriction.of_property is None else str(restriction.of_property)
        return f"{field} {restriction.operator} {_encoded(restriction.operand)}"
    if isinstance(restriction, Before):
        operand = [] if restriction.operand is None else [_encoded(restriction.operand)]
        predicates = (f"{one.name} {_encoded(one.operand)}" for one in restriction.predicates)
        return " ".join([_named(restriction.field), restriction.operator, *operand, *predicates])
    between = " AND " if isinstance(restriction, And) else " OR "
    return between.join(map(_part, restriction.restrictions))


def _part(restriction: Restriction) -> str:
    told = _written(restriction)
    return f"({told})" if isinstance(restriction, (And, Or)) else told


def written(text: str) -> str:
    """Return a name or a text as JQL needs it: in quotation marks where it would mean something else without."""
    if _PLAIN.fullmatch(text) and text.lower() not in KEYWORDS | RESERVED_WORDS:
        return text
    return quoted(text)


def _named(field: str) -> str:
    return field if _CUSTOM.fullmatch(field) else written(field)


def _field(name: str) -> Json:
    return {"name": name, "encodedName": _named(name)}


def _sort(sort: Sort) -> Json:
    return {"field": _field(sort.field), "direction": "desc" if sort.descending else "asc"}


def _clause(restriction: Restriction) -> Json:
    if isinstance(restriction, Not):
        return {"operator": "not", "clauses": [_clause(restriction.restriction)]}
    if isinstance(restriction, Comparison):
        operand = _operand(restriction.operand)
        return {"field": _field(restriction.field), "operator": restriction.operator, "operand": operand}
    if isinstance(restriction, Before):
        content: Json = {"field": _field(restriction.field), "operator": restriction.operator}
        if restriction.operand is not None:
            content["operand"] = _operand(restriction.operand)
        predicates = [{"operator": one.name, "operand": _operand(one.operand)} for one in restriction.predicates]
        return {**content, "predicates": predicates}
    operator = "and" if isinstance(restriction, And) else "or"
    return {"operator": operator, "clauses": [_clause(one) for one in restriction.restrictions]}


def _operand(operand: Operand) -> Json:
    if isinstance(operand, Several):
        return {"values": [_operand(one) for one in operand.operands], "encodedOperand": _encoded(operand)}
    if isinstance(operand, Empty):
        return {"keyword": "empty"}
    if isinstance(operand, FunctionCall):
        arguments = list(operand.arguments)
        return {"function": operand.name, "arguments": arguments, "encodedOperand": _encoded(operand)}
    return {"value": operand.text, "encodedValue": _encoded(operand)}


def _encoded(operand: Operand) -> str:
    if isinstance(operand, Several):
        return f"({', '.join(map(_encoded, operand.operands))})"
    if isinstance(operand, Empty):
        return "EMPTY"
    if isinstance(operand, FunctionCall):
        return f"{written(operand.name)}({', '.join(map(written, operand.arguments))})"
    return operand.text if operand.is_number else written(operand.text)
