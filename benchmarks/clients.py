"""What `httpx` and `aiohttp` cost in process: a POST beside static replies of mocks, and a site that uses neither."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from base64 import b64encode

import aiohttp
import httpx
import respx
from aioresponses import aioresponses
from harness import CPU, Benchmark, Effort, Figure, Peers, Result, ratio, seconds, take_rounds
from traffic import AUTH, BODIES, LINK_PATH, POSTS, new_site, require_links

STUB_URL = "https://stub.example.com"
OPENINGS = 500

# In a process of its own: what is imported once cannot be taken back.
OPENING = f"""
import importlib, json, sys, time
from jira_linkfake import FakeJira

def taken():
    jira = FakeJira()
    times = []
    for _ in range({OPENINGS}):
        begun = time.process_time()
        with jira.intercept():
            pass
        times.append(time.process_time() - begun)
    return sorted(times)[len(times) // 4]

for name in sys.argv[1:]:
    importlib.import_module(name)
taken()
print(json.dumps(taken()))
"""


def _post_by_httpx(url: str) -> float:
    with httpx.Client(auth=AUTH) as client:

        def work() -> None:
            for body in BODIES:
                assert client.post(url + LINK_PATH, json=body).status_code == 201

        return seconds(work, CPU) / POSTS


def _httpx_to_site() -> float:
    jira = new_site()
    with jira.intercept():
        taken = _post_by_httpx(jira.url)
    require_links(jira)
    return taken


def _httpx_to_respx() -> float:
    with respx.mock() as mock:
        mock.post(STUB_URL + LINK_PATH).respond(201)
        return _post_by_httpx(STUB_URL)


def _post_by_aiohttp(url: str) -> float:
    async def run() -> float:
        headers = {"Authorization": "Basic " + b64encode(":".join(AUTH).encode()).decode()}
        async with aiohttp.ClientSession(headers=headers) as session:
            begun = CPU()
            for body in BODIES:
                async with session.post(url + LINK_PATH, json=body) as response:
                    assert response.status == 201
            return (CPU() - begun) / POSTS

    return asyncio.run(run())


def _aiohttp_to_site() -> float:
    jira = new_site()
    with jira.intercept():
        taken = _post_by_aiohttp(jira.url)
    require_links(jira)
    return taken


def _aiohttp_to_aioresponses() -> float:
    with aioresponses() as mock:
        mock.post(STUB_URL + LINK_PATH, status=201, repeat=True)
        return _post_by_aiohttp(STUB_URL)


def post_by_httpx(effort: Effort) -> Result:
    """Measure a POST of a new link through `httpx`."""
    contestants = {"static respx reply": _httpx_to_respx, "jira_linkfake": _httpx_to_site}
    times = take_rounds(contestants, effort.rounds(60))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "static respx reply")},
        peers=[Peers.of("A POST through `httpx`, in process", times, "static respx reply")],
    )


def post_by_aiohttp(effort: Effort) -> Result:
    """Measure a POST of a new link through `aiohttp`; it needs an aiohttp that aioresponses can serve."""
    contestants = {"static aioresponses reply": _aiohttp_to_aioresponses, "jira_linkfake": _aiohttp_to_site}
    times = take_rounds(contestants, effort.rounds(60))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "static aioresponses reply")},
        peers=[Peers.of("A POST through `aiohttp`, in process", times, "static aioresponses reply")],
    )


def _opened(*libraries: str) -> float:
    command = [sys.executable, "-c", OPENING, "requests", *libraries]
    return float(json.loads(subprocess.check_output(command)))


def opening(effort: Effort) -> Result:
    """Measure how much longer a site takes to open and close where libraries are imported that nobody uses."""
    contestants = {"requests alone": _opened, "httpx and aiohttp too": lambda: _opened("httpx", "aiohttp")}
    times = take_rounds(contestants, effort.rounds(10))
    more = [after - before for before, after in zip(*times.values(), strict=True)]
    value = sorted(more)[len(more) // 2] * 1e6
    return Result(
        figures={"": Figure(value=value, unit=" µs")},
        peers=[Peers.of("Opening and closing a site", times, "requests alone")],
    )


BENCHMARKS = {
    "post-httpx": Benchmark(
        what="POST issueLink through `httpx` in process",
        target="≤ 1.6 times a static respx reply",
        limit=1.6,
        run=post_by_httpx,
    ),
    "post-aiohttp": Benchmark(
        what="POST issueLink through `aiohttp` in process",
        target="≤ 1.4 times a static aioresponses reply",
        limit=1.4,
        run=post_by_aiohttp,
    ),
    "opening": Benchmark(
        what="Opening and closing a site with `httpx` and `aiohttp` imported and unused",
        target="≤ 25 µs more than without",
        limit=25,
        run=opening,
    ),
}
