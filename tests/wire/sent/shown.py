"""Which rows of the fidelity table a reply shows to be true, from the reply that came and the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jira_linkfake.known_answers import KnownReply, pattern_of

if TYPE_CHECKING:
    from jira_linkfake import Exchange
    from tests.wire.messages import Reply

CONTENT_TYPES = {
    "errorMessages and errors": "application/json;charset=UTF-8",
    "errorMessages alone": "application/json;charset=UTF-8",
    "problem+json": "application/problem+json;charset=UTF-8",
    "text": "text/plain;charset=UTF-8",
    "HTML": "text/html;charset=UTF-8",
    "text, sent as HTML": "text/html;charset=UTF-8",
    "errors, each a message": "application/json;charset=UTF-8",
    "error": "application/json;charset=UTF-8",
    "code and message": "application/json;charset=UTF-8",
    "timestamp, status, error, message and path": "application/json;charset=UTF-8",
}
OF_ITS_OWN = {
    "errors, each a message": ["errors"],
    "error": ["error"],
    "code and message": ["code", "message"],
    "timestamp, status, error, message and path": ["timestamp", "status", "error", "message", "path"],
}
KEYS = {"errorMessages and errors": ["errorMessages", "errors"], "errorMessages alone": ["errorMessages"]}


def shown_by(reply: Reply, exchange: Exchange, known: list[KnownReply]) -> Iterator[KnownReply]:
    """Yield the rows that say what was answered, and are about what answered: what else fits them is no proof."""
    rules = _rules_of(exchange)
    for row in known:
        if row.rule in rules and reply.status in row.statuses and _is_said(row, reply):
            yield row


def _rules_of(exchange: Exchange) -> set[str]:
    """Return what answered, as the rows call it."""
    rules = set(exchange.rule.split(", "))
    if exchange.caller is None and "WrongCredentials" not in rules:
        rules.add("NotSignedIn")  # said in the place of what the journal has: what anybody may not know
    if "rate_limited" in rules:
        rules.add("rate_limited_page")
    return rules


def _is_said(row: KnownReply, reply: Reply) -> bool:
    if row.body not in CONTENT_TYPES:  # of what is carried out
        return row.body.startswith("empty") == (reply.body == b"")
    if reply.headers.get("content-type") != CONTENT_TYPES[row.body]:
        return False
    if row.body in KEYS:
        content = json.loads(reply.body)
        return list(content) == KEYS[row.body] and all(_is_in(content, *message) for message in row.messages)
    if row.body in OF_ITS_OWN and list(json.loads(reply.body)) != OF_ITS_OWN[row.body]:
        return False
    return all(pattern_of(message).search(reply.body.decode()) for _, message in row.messages)


def _is_in(content: dict, field: str, message: str) -> bool:
    pattern = pattern_of(message)
    if not field:
        return any(pattern.fullmatch(text) for text in content["errorMessages"])
    named = pattern_of(field)
    return any(named.fullmatch(name) and pattern.fullmatch(text) for name, text in content["errors"].items())
