"""How a site's links and exchanges read in a failure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jira_linkfake.rest.journal import Exchange

_MOST_LINES = 20


def links_section(sentences: Sequence[str]) -> list[str]:
    """Return the lines that list the links there are."""
    return ["Links on the site:", *_listed(sentences)]


def remote_links_section(key: str, links: Sequence[str]) -> list[str]:
    """Return the lines that list an issue's remote links."""
    return [f"Remote links of {key}:", *_listed(links)]


def refusals_section(exchanges: Iterable[Exchange]) -> list[str]:
    """Return the lines that list the refused requests with their true reasons; none where all went well."""
    unhappy = [exchange for exchange in exchanges if exchange.reason]
    refused = [str(exchange) for exchange in unhappy if not exchange.fault]
    met_a_fault = [str(exchange) for exchange in unhappy if exchange.fault]
    lines = ["Refused requests:", *_listed(refused)] if refused else []
    return [*lines, "Requests that met a fault:", *_listed(met_a_fault)] if met_a_fault else lines


def exchanges_section(exchanges: Iterable[Exchange]) -> list[str]:
    """Return the lines that list the last exchanges."""
    return ["Last requests:", *_listed([str(exchange) for exchange in exchanges])]


def faults_section(faults: Iterable[object]) -> list[str]:
    """Return the lines that list the faults and how many requests each has met; none where none was added."""
    told = [str(fault) for fault in faults]
    return ["Faults:", *_listed(told)] if told else []


def webhooks_section(problems: Sequence[str]) -> list[str]:
    """Return the lines that list what went wrong with receivers of webhooks; none where all went well."""
    return ["Webhooks that did not arrive:", *_listed(problems)] if problems else []


def _listed(lines: Sequence[str]) -> list[str]:
    if not lines:
        return ["  (none)"]
    left_out = len(lines) - _MOST_LINES
    shown = [f"  {line}" for line in lines[-_MOST_LINES:]]
    return [f"  ({left_out} earlier ones)", *shown] if left_out > 0 else shown
