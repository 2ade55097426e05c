"""Webhooks in a suite: what a failing test shows of them, and that no receiver outlives its test."""

from __future__ import annotations

import pytest

SITE = """
    import pytest
    import requests

    @pytest.fixture
    def link(jira_linkfake):
        jira_linkfake.add_issues("PROJ-1", "PROJ-2")
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        url = jira_linkfake.url + "/rest/api/3/issueLink"
        return lambda: requests.post(url, json=body, auth=jira_linkfake.auth)
"""


def test_problems_are_in_the_report(pytester: pytest.Pytester) -> None:
    """A test that fails shows which receivers did not take what webhooks; the request has its reply all the same."""
    pytester.makepyfile(
        SITE
        + """
    def test_it(jira_linkfake, link):
        def receive(payload):
            raise RuntimeError("not " + payload["webhookEvent"])

        jira_linkfake.webhooks.register(receive, events=["issuelink_created"])
        assert link().status_code == 201
        jira_linkfake.webhooks.assert_delivered()
    """
    )
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    line = "issuelink_created to test_it.<locals>.receive: it raised RuntimeError('not issuelink_created')"
    result.stdout.fnmatch_lines(
        [
            "E *AssertionError: Webhooks that did not arrive:",
            f"E *  {line}".replace("[", "[[]"),
            "*- jira_linkfake -*",
            "Last requests:",
            "  requests: POST /rest/api/3/issueLink by admin -> 201, made 'PROJ-1 blocks PROJ-2'",
            "Webhooks that did not arrive:",
            f"  {line}".replace("[", "[[]"),
        ]
    )


def test_nothing_of_webhooks_where_all_arrived(pytester: pytest.Pytester) -> None:
    """A test that fails for another reason shows nothing of webhooks that were taken."""
    pytester.makepyfile(
        SITE
        + """
    def test_it(jira_linkfake, link):
        taken = []
        jira_linkfake.webhooks.register(taken.append)
        link()
        assert len(taken) == 4
    """
    )
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*- jira_linkfake -*"])
    result.stdout.no_fnmatch_line("Webhooks that*")


def test_receivers_end_with_their_test(pytester: pytest.Pytester) -> None:
    """After its test a receiver gets nothing more, also from who holds the site still, and every socket is closed."""
    pytester.makepyfile(
        SITE
        + """
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    taken = []
    held = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            taken.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    @pytest.fixture(scope="module")
    def receiver():
        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            thread = Thread(target=server.serve_forever)
            thread.start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()
            thread.join()

    def test_registers(jira_linkfake, link, receiver):
        held.append(jira_linkfake)
        jira_linkfake.webhooks.register(receiver)
        jira_linkfake.webhooks.register(taken.append)
        link()
        assert len(taken) == 6

    def test_after(receiver):
        [jira] = held
        assert jira.client().delete("/rest/api/3/issueLink/10000", auth=jira.auth).status_code == 204
        assert (len(taken), len(jira.webhooks)) == (6, 6)

    def test_has_nobody(jira_linkfake, link):
        link()
        assert len(taken) == 6
        assert [webhook.deliveries for webhook in jira_linkfake.webhooks] == [[], [], []]
    """
    )
    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=3)


LOST = {
    "by a thread": """
        thread = threading.Thread(target=link, daemon=True)
        thread.start()
        thread.join()
    """,
    "by code that catches whatever comes": """
        try:
            link()
        except BaseException:
            pass
    """,
    "by nobody": """
        link()
    """,
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("way", LOST)
def test_failure_in_a_receiver_fails_the_test(pytester: pytest.Pytester, way: str) -> None:
    """A receiver that calls pytest.fail fails its test, once, wherever its failure was raised."""
    pytester.makepyfile(
        SITE
        + """
    import threading

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
    def test_it(jira_linkfake, link):
        jira_linkfake.webhooks.register(lambda payload: pytest.fail("enough of this"), events=["issuelink_created"])
    """
        + LOST[way]
        + """
    def test_another(jira_linkfake, link):
        assert link().status_code == 201
    """
    )
    result = pytester.runpytest()
    result.assert_outcomes(**({"failed": 1, "passed": 1} if way == "by nobody" else {"passed": 2, "errors": 1}))
    result.stdout.fnmatch_lines(["E *Failed: enough of this"])
