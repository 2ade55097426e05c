"""What stands out among requests: what code often overlooks, told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from itertools import islice
from typing import Any
from urllib.parse import parse_qs

from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.site import Site
from jira_linkfake.rest.journal import Exchange, deeds_of
from jira_linkfake.testing.hints import json_of

_MOST = 5
"""How many sentences of a kind are told."""
_WRITES = ("POST", "PUT", "DELETE")
_UNTOLD = "it was"
_PASSING = (429, 500, 502, 503, 504)
_LIMITS = (409, 413, 422)
_HEAD = 1000
"""In how many characters of an answer the beginning of a page is."""


def oversights_section(site: Site, exchanges: Sequence[Exchange]) -> list[str]:
    """Return the lines on what stands out; none where nothing does."""
    told = [kind(exchanges) for kind in (_done_again, _linked_again, _lost, _unread, _no_login, _left_at_that)]
    sentences = [f"  {one}" for several in (*told, _said_again(site, exchanges)) for one in islice(several, _MOST)]
    return ["What stands out:", *sentences] if sentences else []


def is_lost(exchange: Exchange) -> bool:
    """Say whether a request was carried out, and its answer did not arrive as a whole."""
    if not exchange.fault or _was_kept_from_the_site(exchange):
        return False
    from jira_linkfake.faults import connections  # which somebody has used

    lossy = (connections.LostReply.name, connections.TruncatedBody.name)
    return any(name in lossy for name in exchange.fault.split(", "))


def _was_kept_from_the_site(exchange: Exchange) -> bool:
    return exchange.fault is not None and exchange.rule in exchange.fault.split(", ")


def what_it_did(exchange: Exchange) -> str:
    """Return what a request did, as its line tells it; "" for nothing."""
    return ", ".join(deeds_of(exchange))


def left_over(exchange: Exchange) -> int:
    """Return how many things of a list were behind the page that an answer has; 0 where it is the last."""
    if exchange.left_over:
        return exchange.left_over
    page = _page_in(exchange)
    total, start, most = (page.get(name) for name in ("total", "startAt", "maxResults"))
    if not (isinstance(total, int) and isinstance(start, int) and isinstance(most, int)):  # a list of the test's own
        return 0
    return max(total - start - most, 0) if most > 0 else 0


def _page_in(exchange: Exchange) -> dict[str, Any]:
    """Return the JSON of an answer with a part of a list, {} for any other."""
    head = exchange.answer[:_HEAD]
    if '"startAt":' not in head or '"total":' not in head:
        return {}
    content = json_of(exchange.answer)
    return content if isinstance(content, dict) else {}


def _numbered(exchanges: Sequence[Exchange], index: int) -> str:
    """Return what tells a request from all others."""
    exchange = exchanges[index]
    return f"{exchange.method} {exchange.path} (request {index + 1} of {len(exchanges)})"


def _is_done(exchange: Exchange) -> bool:
    """Say whether a request made something."""
    if exchange.status is None or exchange.status >= 300 or _was_kept_from_the_site(exchange):
        return False
    return exchange.status == HTTPStatus.CREATED or bool(what_it_did(exchange))


def _done_again(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the requests that were sent again although they had been carried out."""
    for first, second in _pairs(exchanges):
        yield _told_pair(exchanges, first, second)


def _pairs(exchanges: Sequence[Exchange]) -> Iterator[tuple[int, int]]:
    """Yield the places of requests that make something, each with the same one before it."""
    before: dict[tuple[str, ...], int] = {}
    for index, exchange in enumerate(exchanges):
        if exchange.method == "POST" and _is_done(exchange):
            same = (exchange.path, exchange.query, exchange.body)
            if same in before:
                yield before[same], index
            before[same] = index


def _linked_again(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the requests for a link that another one, with another body, had made."""
    told = {second for _, second in _pairs(exchanges)}
    again = (index for index, exchange in enumerate(exchanges) if exchange.repeats_a_link and index not in told)
    for index in islice(again, _MOST):
        exchange = exchanges[index]
        for before, link in _links_made(exchanges[:index]):
            if _names(exchange, link.source) and _names(exchange, link.destination):
                yield f"{_numbered(exchanges, index)} asked for '{link}', which request {before + 1} had made."


def _links_made(exchanges: Sequence[Exchange]) -> Iterator[tuple[int, IssueLink]]:
    for index, exchange in enumerate(exchanges):
        yield from ((index, link) for link in exchange.links_made)


def _names(exchange: Exchange, issue: Issue) -> bool:
    return any(f'"{name}"' in exchange.body or f"/{name}" in exchange.path for name in (issue.key, issue.id))


def _said_again(site: Site, exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the issues that have a comment twice, where requests with other bodies made them."""
    told = {key for pair in _pairs(exchanges) for key in exchanges[pair[1]].commented_on}
    by_issue: dict[str, list[str]] = {}
    for index, exchange in enumerate(exchanges):
        for key in exchange.commented_on:
            by_issue.setdefault(key, []).append(str(index + 1))
    for key, made in by_issue.items():
        if len(made) > 1 and key not in told and _has_comment_twice(site, key):
            yield f"{key} has comments that say the same; requests {' and '.join(made)} commented on it."


def _has_comment_twice(site: Site, key: str) -> bool:
    with site.lock:
        texts = [
            (comment.author, comment.body)
            for issue in site.issues.values()
            if issue.key == key
            for comment in site.comments.of(issue)
        ]
    return len(set(texts)) < len(texts)


def _told_pair(exchanges: Sequence[Exchange], first: int, second: int) -> str:
    one, other = exchanges[first], exchanges[second]
    looked = "" if any(map(_looks, exchanges[first + 1 : second])) else ", without a look whether it was done"
    why = f" after its answer was lost ({one.fault}){looked}" if is_lost(one) else ""
    return (
        f"POST {one.path} was sent twice with the same body{why}, and carried out twice"
        f" (request {first + 1}: {what_it_did(one) or _UNTOLD}; request {second + 1}: {what_it_did(other) or _UNTOLD})."
    )


def _looks(exchange: Exchange) -> bool:
    return exchange.method == "GET" or "/search/" in exchange.path


def _lost(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the requests that were carried out without an answer, and never looked after."""
    lost = [index for index, one in enumerate(exchanges) if one.method in _WRITES and is_lost(one)]
    for index in lost[-_MOST:]:
        exchange = exchanges[index]
        if not any(_looks(other) or _is_same(other, exchange) for other in exchanges[index + 1 :]):
            did = f"{_numbered(exchanges, index)} was carried out ({what_it_did(exchange) or _UNTOLD})"
            why = "to the code it failed, and no request looked afterwards whether it was done"
            yield f"{did}, but its answer was lost ({exchange.fault}): {why}."


def _is_same(other: Exchange, exchange: Exchange) -> bool:
    return (other.method, other.path, other.body) == (exchange.method, exchange.path, exchange.body)


def _unread(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the lists of which a first part was read, and not the rest."""
    pages = {_place(one): index for index, one in reversed([*enumerate(exchanges)]) if left_over(one)}
    where = {place[:2] for place in pages}
    asked = [(_place(one)[:2], *_asked_for(one)) for one in exchanges if _place(one)[:2] in where]
    for place, index in sorted(pages.items(), key=lambda item: item[1]):
        page = exchanges[index]
        token, start = _token_in(page), _asked_for(page)[1]
        nexts = (token in tokens if token else other > start for at, tokens, other in asked if at == place[:2])
        if not any(nexts):
            one, several = ("issue", "issues") if "/search/" in page.path else ("entry", "entries")
            left, by = left_over(page), " by its nextPageToken" if token else ""
            yield (
                f"{_numbered(exchanges, index)} got a page that is not the last, and no request asked for the next{by}:"
                f" {left} {one if left == 1 else several} behind it stayed unread."
            )


def _place(exchange: Exchange) -> tuple[str, str, str, str]:
    return exchange.method, exchange.path, exchange.query, exchange.body


def _token_in(page: Exchange) -> str | None:
    """Return the token of what comes after a page."""
    content = json_of(page.answer) if page.left_over else None
    return content.get("nextPageToken") if isinstance(content, dict) else None


def _asked_for(exchange: Exchange) -> tuple[list[str], int]:
    """Return the tokens of pages that a request names, in the query or the body, and where its page starts."""
    query, content = parse_qs(exchange.query), json_of(exchange.body) if exchange.body else None
    in_body = [content["nextPageToken"]] if isinstance(content, dict) and "nextPageToken" in content else []
    starts = [int(one) for one in query.get("startAt", []) if re.fullmatch("[0-9]{1,9}", one)]
    return [*query.get("nextPageToken", []), *in_body], max(starts, default=0)


def _left_at_that(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the requests, from the last on, that failed for no mistake in them, and were left at that."""
    told: set[tuple[str, str]] = set()
    for index in reversed(range(len(exchanges))):
        exchange = exchanges[index]
        aftermath = _aftermath(exchange, exchanges[index + 1] if index + 1 < len(exchanges) else None)
        if (exchange.method, exchange.path) not in told and aftermath and not is_lost(exchange):
            answer = f"a {exchange.status}" if exchange.status else "no answer"
            yield f"{_numbered(exchanges, index)} got {answer}, and the code {aftermath}."
        told.add((exchange.method, exchange.path))


def _no_login(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the requests that got a 401 with right credentials, once for each reason."""
    told = set()
    for index, exchange in enumerate(exchanges):
        is_about_rights = exchange.status == HTTPStatus.UNAUTHORIZED and exchange.caller and not exchange.fault
        if is_about_rights and exchange.reason not in told:
            told.add(exchange.reason)
            yield (
                f"{_numbered(exchanges, index)} got a 401 though {exchange.caller}'s credentials are right: it is about"
                f" what {exchange.caller} may do ({exchange.rule}), and another login is no help."
            )


def _aftermath(exchange: Exchange, after: Exchange | None) -> str:
    """Return what the code did where a request failed that may be tried again, or for a limit; "" for others."""
    next_one = f"{after.method} {after.path}" if after else ""
    if exchange.status is None or exchange.status in _PASSING:
        return f"went on with {next_one}, and did not try again" if after else "did not try again"
    if exchange.status == HTTPStatus.UNAUTHORIZED and after and exchange.caller is None:
        return f"went on with {next_one}"
    if exchange.status not in _LIMITS:
        return ""
    return (
        f"went on with {next_one}"
        if after
        else "sent nothing more: unless it tells of this in another way, it ignores it"
    )
