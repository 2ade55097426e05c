"""Suites that several tests run, and a conftest.py that writes down what their tests leave behind."""

from __future__ import annotations

import json
from typing import Any

import pytest

ISOLATION = """
    import pytest
    import requests

    def link(url, auth):
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        return requests.post(url + "/rest/api/2/issueLink", json=body, auth=auth).status_code

    def assert_alone(jira, url):
        assert not jira.exchanges
        jira.add_issues("PROJ-1", "PROJ-2")
        assert link(url, jira.auth) == 201
        assert [(link.id, str(link)) for link in jira.links] == [("10000", "PROJ-1 blocks PROJ-2")]

    @pytest.mark.parametrize("number", range(4))
    def test_in_process(jira_linkfake, number):
        assert_alone(jira_linkfake, jira_linkfake.url)

    @pytest.mark.parametrize("number", range(4))
    def test_behind_the_server(jira_linkfake_server, number):
        assert_alone(jira_linkfake_server.jira, jira_linkfake_server.url)

    @pytest.mark.jira_linkfake(scenario="linking_disabled")
    def test_with_a_marker(jira_linkfake):
        jira_linkfake.add_issues("PROJ-1", "PROJ-2")
        assert link(jira_linkfake.url, jira_linkfake.auth) == 404

    def test_without_a_site(request):
        assert "jira_linkfake" not in request.fixturenames
"""

# Outermost of all that happens for a test, its fixtures' teardown included, and for the session.
RECORDER = """
    import json
    import logging
    import os
    import signal
    import sys
    import threading
    import time
    from pathlib import Path

    import pytest
    import requests

    ORIGINALS = {
        (requests.Session, "send"): requests.Session.send,
        (requests.Session, "merge_environment_settings"): requests.Session.merge_environment_settings,
        (requests.Session, "get_adapter"): requests.Session.get_adapter,
        (requests.adapters.HTTPAdapter, "send"): requests.adapters.HTTPAdapter.send,
        (time, "sleep"): time.sleep,
    }
    LEFT_BEHIND = {}

    def settings_of_the_process():
        return {
            "environment": {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"},
            "path": list(sys.path),
            "hooks": [sys.excepthook, sys.unraisablehook, threading.excepthook],
            "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)],
            "logging": [(logger.level, logger.disabled, list(logger.handlers)) for logger in (
                logging.getLogger(), logging.getLogger("werkzeug"), logging.getLogger("urllib3")
            )],
        }

    def what_there_is(before=None):
        for thread in threading.enumerate():
            if before and thread not in before[0] and thread.name.startswith(("Thread-", "jira_linkfake connection")):
                thread.join(5)  # a connection that its client has closed may be about to end
        return set(threading.enumerate()), len(os.listdir("/dev/fd")), settings_of_the_process()

    def difference(before):
        after = what_there_is(before)
        return {
            "patched": [name for (owner, name), original in ORIGINALS.items() if getattr(owner, name) is not original],
            "threads": len(after[0]) - len(before[0]),
            "new threads": sorted(thread.name for thread in after[0] - before[0]),
            "descriptors": after[1] - before[1],
            "settings": [name for name in before[2] if before[2][name] != after[2][name]],
        }

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(item):
        item.session.has_tests = True
        before = what_there_is()
        result = yield
        LEFT_BEHIND[item.name] = difference(before)
        return result

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(session):
        session.before = what_there_is()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(session):  # which tears down what an interrupted test has left
        result = yield
        if hasattr(session, "has_tests"):  # not where others run them
            LEFT_BEHIND["the session"] = difference(session.before)
            Path(f"left_behind_by_{os.getpid()}.json").write_text(json.dumps(LEFT_BEHIND))
        return result
"""

NOTHING = {"patched": [], "threads": 0, "new threads": [], "descriptors": 0, "settings": []}
SERVER = "jira_linkfake live server"
THE_SERVER = NOTHING | {"threads": 1, "new threads": [SERVER], "descriptors": 1}
NO_SERVER = NOTHING | {"threads": -1, "descriptors": -1}


def left_behind(pytester: pytest.Pytester) -> list[dict[str, Any]]:
    """Return, for each process that ran tests with the recorder, what they and the session left behind, by name."""
    records = [json.loads(path.read_text()) for path in pytester.path.glob("left_behind_by_*.json")]
    return [{name: left for name, left in record.items() if left != NOTHING} for record in records]
