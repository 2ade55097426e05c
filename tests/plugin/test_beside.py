"""Each mock and plugin of docs/other-mocks.md beside ours: both answer what is theirs, and nothing is left behind."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from tests.plugin.suites import NO_SERVER, NOTHING, RECORDER, THE_SERVER, left_behind

SHARED = """
    import pytest
    import requests

    INFO = "/rest/api/2/serverInfo"
    OTHER = "https://other.example.com/"

    def assert_answered(jira, send=requests.request):
        jira.add_issues("PROJ-1", "PROJ-2")
        link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        assert send("POST", jira.url + "/rest/api/3/issueLink", json=link, auth=jira.auth).status_code == 201
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        assert send("GET", jira.url + INFO).json()["serverTitle"] == "Jira"
        assert [exchange.status for exchange in jira.exchanges] == [201, 200]
"""

CASSETTE = """
        CASSETTE = {
            "version": 1,
            "interactions": [{
                "request": {"method": "GET", "uri": OTHER, "body": None, "headers": {}},
                "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": "recorded"}},
            }],
        }
"""

LIBRARIES = {
    "betamax": """
        import json

        import betamax

        def test_recorded(jira_linkfake, tmp_path):
            response = {"status": {"code": 200, "message": "OK"}, "headers": {}, "url": OTHER,
                        "body": {"string": "recorded", "encoding": "utf-8"}}
            request = {"method": "GET", "uri": OTHER, "headers": {}, "body": {"string": "", "encoding": "utf-8"}}
            interaction = {"request": request, "response": response, "recorded_at": "2026-01-02T03:04:05"}
            text = json.dumps({"http_interactions": [interaction], "recorded_with": "betamax"})
            (tmp_path / "one.json").write_text(text)
            session = requests.Session()
            with betamax.Betamax(session, cassette_library_dir=str(tmp_path)).use_cassette("one", record="none"):
                assert session.get(OTHER).text == "recorded"
                assert_answered(jira_linkfake)
    """,
    "CacheControl": """
        import cachecontrol

        def test_cached_session(jira_linkfake):
            with requests.Session() as session:
                assert_answered(jira_linkfake, cachecontrol.CacheControl(session).request)
    """,
    "freezegun": """
        import freezegun

        @freezegun.freeze_time("2020-01-02")
        def test_frozen(jira_linkfake):
            assert_answered(jira_linkfake)

        @freezegun.freeze_time("2020-01-02", auto_tick_seconds=15)
        def test_frozen_behind_the_server(jira_linkfake_server):
            assert requests.get(jira_linkfake_server.url + INFO, timeout=5).ok
    """,
    "httpretty": """
        import warnings

        import httpretty

        def test_registered(jira_linkfake):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of its own, about times without zones
                with httpretty.enabled():
                    httpretty.register_uri(httpretty.GET, OTHER, body="from httpretty")
                    assert requests.get(OTHER).text == "from httpretty"
                    assert_answered(jira_linkfake)
    """,
    "mocket": """
        import mocket
        try:
            from mocket.mocks.mockhttp import Entry
        except ImportError:  # before 3.13.5
            from mocket.mockhttp import Entry

        def test_registered(jira_linkfake):
            with mocket.Mocketizer(strict_mode=True):
                Entry.single_register(Entry.GET, "http://other.example.com/", body="from mocket")
                assert requests.get("http://other.example.com/").text == "from mocket"
                assert_answered(jira_linkfake)
    """,
    "pook": """
        import pook

        def test_mocked(jira_linkfake):
            with pook.use():
                pook.get(OTHER).reply(200).body("from pook")
                assert requests.get(OTHER).text == "from pook"
                assert_answered(jira_linkfake)
    """,
    "requests-cache": """
        import requests_cache

        def test_cached_session(jira_linkfake):
            with requests_cache.CachedSession(backend="memory") as session:
                assert_answered(jira_linkfake, session.request)
    """,
    "requests-futures": """
        from requests_futures.sessions import FuturesSession

        def test_futures(jira_linkfake):
            with FuturesSession() as session:
                assert_answered(jira_linkfake, lambda *args, **rest: session.request(*args, **rest).result())
    """,
    "requests-mock": """
        import re

        import requests_mock

        def test_let_through(jira_linkfake):
            with requests_mock.Mocker() as mock:
                mock.register_uri(requests_mock.ANY, re.compile(re.escape(jira_linkfake.url)), real_http=True)
                mock.get(OTHER, text="mocked")
                assert requests.get(OTHER).text == "mocked"
                assert_answered(jira_linkfake)
    """,
    "requests-toolbelt": """
        from requests_toolbelt import MultipartEncoder, SSLAdapter
        from requests_toolbelt.sessions import BaseUrlSession

        def test_adapters_and_sessions(jira_linkfake):
            with BaseUrlSession(jira_linkfake.url) as session:
                session.mount("https://", SSLAdapter("TLSv1"))
                assert_answered(jira_linkfake, session.request)
                body = MultipartEncoder({"file": ("a.txt", b"text", "text/plain")})
                sent = session.post(INFO, data=body, headers={"Content-Type": body.content_type})
                assert sent.status_code == 405
    """,
    "responses": """
        import responses

        @responses.activate
        def test_activated(jira_linkfake):
            responses.get(OTHER, body="mocked")
            assert requests.get(OTHER).text == "mocked"
            assert_answered(jira_linkfake)
    """,
    "respx": """
        import httpx
        import respx

        @respx.mock
        def test_mocked(jira_linkfake):
            respx.get(OTHER).respond(text="from respx")
            assert httpx.get(OTHER).text == "from respx"
            assert_answered(jira_linkfake)

        @respx.mock
        def test_let_through(jira_linkfake_server):
            respx.route(url__startswith=jira_linkfake_server.url).pass_through()
            assert httpx.get(jira_linkfake_server.url + INFO, trust_env=False).json()["serverTitle"] == "Jira"
    """,
    "time-machine": """
        import time_machine

        @time_machine.travel("2020-01-02", tick=False)
        def test_travelling(jira_linkfake):
            assert_answered(jira_linkfake)

        @time_machine.travel("2020-01-02")
        def test_travelling_behind_the_server(jira_linkfake_server):
            assert requests.get(jira_linkfake_server.url + INFO, timeout=5).ok
    """,
    "vcrpy": CASSETTE
    + """
        import vcr
        import yaml

        def test_recorded(jira_linkfake, tmp_path):
            (tmp_path / "one.yaml").write_text(yaml.dump(CASSETTE))
            with vcr.use_cassette(str(tmp_path / "one.yaml"), record_mode="none"):
                assert requests.get(OTHER).text == "recorded"
                assert_answered(jira_linkfake)
    """,
}

PLUGINS = {
    "gevent": (
        ("-p", "early"),
        """
        import gevent

        def test_greenlets(jira_linkfake):
            jobs = [gevent.spawn(requests.get, jira_linkfake.url + INFO) for _ in range(3)]
            gevent.joinall(jobs, raise_error=True)
            assert [job.value.status_code for job in jobs] == [200] * 3

        def test_greenlets_behind_the_server(jira_linkfake_server):
            jobs = [gevent.spawn(requests.get, jira_linkfake_server.url + INFO) for _ in range(3)]
            gevent.joinall(jobs, raise_error=True)
            assert [job.value.status_code for job in jobs] == [200] * 3

        def test_one(jira_linkfake):
            assert_answered(jira_linkfake)
        """,
        3,
    ),
    "pytest-forked": (
        ("-p", "pytest_forked", "--forked"),
        """
        @pytest.mark.parametrize("number", range(2))
        def test_forked(jira_linkfake, number):
            assert_answered(jira_linkfake)

        @pytest.mark.parametrize("number", range(2))
        def test_forked_server(jira_linkfake_server, number):
            assert requests.get(jira_linkfake_server.url + INFO, timeout=5).ok
            assert len(jira_linkfake_server.jira.exchanges) == 1
        """,
        4,
    ),
    "pytest-httpx": (
        ("-p", "pytest_httpx"),
        """
        import httpx

        def test_mocked(jira_linkfake, httpx_mock):
            httpx_mock.add_response(url=OTHER, text="from pytest-httpx")
            assert httpx.get(OTHER).text == "from pytest-httpx"
            assert_answered(jira_linkfake)
        """,
        1,
    ),
    "pytest-recording": (
        ("-p", "pytest_recording.plugin", "--block-network", "--record-mode=none"),
        CASSETTE
        + """
        from pathlib import Path

        import yaml

        Path("cassettes/test_it").mkdir(parents=True)
        Path("cassettes/test_it/test_recorded.yaml").write_text(yaml.dump(CASSETTE))

        @pytest.mark.vcr
        def test_recorded(jira_linkfake):
            assert requests.get(OTHER).text == "recorded"
            assert_answered(jira_linkfake)

        def test_blocked(jira_linkfake):
            assert_answered(jira_linkfake)

        @pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
        def test_server(jira_linkfake_server):
            assert requests.get(jira_linkfake_server.url + INFO, timeout=5).ok
        """,
        3,
    ),
    "pytest-socket": (
        ("-p", "pytest_socket", "--allow-hosts=127.0.0.1"),
        """
        @pytest.mark.disable_socket
        def test_without_sockets(jira_linkfake):
            assert_answered(jira_linkfake)

        def test_server(jira_linkfake_server):
            assert requests.get(jira_linkfake_server.url + INFO, timeout=5).ok
        """,
        2,
    ),
}


def test_libraries(pytester: pytest.Pytester) -> None:
    """Each mock, cache and clock answers what is its own, and the site what is the site's."""
    pytester.makeconftest(RECORDER)
    for name, suite in LIBRARIES.items():
        (pytester.path / f"test_{re.sub('-', '_', name)}.py").write_text(_module(suite))
    ignored = (
        "ignore:There is no current event loop",
        "ignore:unclosed file",
    )  # the latter as CacheControl 0.14.0 leaves one
    result = pytester.runpytest_subprocess(*chain.from_iterable(("-W", one) for one in ignored))
    result.assert_outcomes(passed=sum(suite.count("def test_") for suite in LIBRARIES.values()))
    left = left_behind(pytester)[0]
    assert left.pop("the session", NOTHING) == NOTHING
    assert sorted((one["patched"], one["threads"]) for one in left.values() if one["patched"] or one["threads"]) == [
        ([], NO_SERVER["threads"]),
        ([], THE_SERVER["threads"]),
    ]


FORKS_FAIL = pytest.mark.skipif(pytest.version_tuple >= (9,), reason="pytest-forked 1.7.5 fails each test, ours or not")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=FORKS_FAIL if name == "pytest-forked" else ()) for name in PLUGINS]
)
def test_plugins(pytester: pytest.Pytester, name: str) -> None:
    """What a plugin does to the whole process leaves the site answering, in process and at the port."""
    arguments, suite, passed = PLUGINS[name]
    (pytester.path / "early.py").write_text("from gevent import monkey\n\nmonkey.patch_all()\n")
    (pytester.path / "test_it.py").write_text(_module(suite))
    pytester.syspathinsert()
    pytester.runpytest_subprocess(*arguments, "-W", "default").assert_outcomes(passed=passed)


def test_the_page_names_each() -> None:
    """The table of docs/other-mocks.md has a row for whatever is tried here, in the order of names, and no other."""
    page = (Path(__file__).parents[2] / "docs/other-mocks.md").read_text()
    rows = re.findall(r"^\| \[?`([\w-]+)`", page.partition("## Who answers first")[0], re.M)
    assert rows == sorted([*LIBRARIES, *PLUGINS], key=str.lower)


def _module(suite: str) -> str:
    """Return a module: what all share, and a suite of its own."""
    return "\n".join(line[4:] if part is SHARED else line[8:] for part in (SHARED, suite) for line in part.split("\n"))
