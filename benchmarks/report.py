"""How results read: the table of targets, the contestants side by side, and where it was measured."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from harness import Benchmark, Figure, Peers, Result

PACKAGES = (
    "jira_linkfake",
    "flask",
    "werkzeug",
    "marshmallow",
    "requests",
    "urllib3",
    "responses",
    "pytest",
    "pytest-httpserver",
    "pytest-httpx",
    "respx",
    "jira820",
)
_START, _END = "<!-- benchmarks -->\n", "<!-- end of benchmarks -->"


def environment() -> str:
    """Return what the figures depend on; `requests` reads the variables of the environment at each call."""
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} {platform.machine()},"
        f" {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f},"
        f" {len(os.environ)} environment variables{', proxies among them' if _proxies() else ''};"
        f" {', '.join(f'{name} {version(name)}' for name in PACKAGES)}."
    )


def _proxies() -> bool:
    return any(name.lower().endswith("_proxy") for name in os.environ)


def targets_table(benchmarks: Mapping[str, Benchmark], results: Mapping[str, Result]) -> str:
    """Return the rows of the targets, each with what was measured."""
    rows = [_row(benchmarks[name], result) for name, result in results.items()]
    return _table(("what", "target", "measured", "spread", ""), rows)


def _row(benchmark: Benchmark, result: Result) -> tuple[str, ...]:
    if result.not_measured:
        return benchmark.what, benchmark.target, result.not_measured, "", ""
    met = all(figure.value <= benchmark.limit for figure in result.figures.values())
    measured = ", ".join(f"{name} {_value(figure)}".strip() for name, figure in result.figures.items())
    spread = max(figure.spread for figure in result.figures.values())
    return benchmark.what, benchmark.target, measured, f"± {spread:.0%}", "met" if met else "**missed**"


def _value(figure: Figure) -> str:
    return f"{figure.value:.0f}{figure.unit}" if figure.value >= 10 else f"{figure.value:.3g} {figure.unit}"


def peers_tables(results: Iterable[Result]) -> str:
    """Return each contest's contestants."""
    return "\n".join(_peers(peers) for result in results for peers in result.peers)


def _peers(peers: Peers) -> str:
    baseline = peers.seconds[peers.baseline]
    rows = [(name, _time(value), f"{value / baseline:.2f}") for name, value in peers.seconds.items()]
    return _table((peers.title, "time", f"over {peers.baseline}"), rows)


def _time(value: float) -> str:
    return f"{value * 1e3:.1f} ms" if abs(value) >= 1e-3 else f"{value * 1e6:.0f} µs"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ("---",) * len(head), *rows))


def write(page: Path, text: str) -> None:
    """Put a text between the two comments of a page; raises `ValueError` for a page without them."""
    content = page.read_text(encoding="utf-8")
    between = re.compile(f"(?<={_START}).*(?={_END})", re.S)
    if not between.search(content):
        raise ValueError(f"{page} has no {_START.strip()} and {_END}")
    page.write_text(between.sub(lambda _: text, content), encoding="utf-8")
