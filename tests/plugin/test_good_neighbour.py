"""After each test everything is as it was before: the patches of `requests`, threads and open descriptors."""

from __future__ import annotations

import pytest

from tests.plugin.suites import NO_SERVER, RECORDER, THE_SERVER, left_behind

SUITE = """
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from unittest import mock

    import pytest
    import requests
    import responses
    from jira_linkfake.rest import operations
    from jira_linkfake.scenarios import connection_refused, connection_reset, lost_reply, slow, timeout, truncated_body

    SERVER_INFO = ("jira_linkfake.jira.site_info", "getServerInfo")
    OTHER = "https://other.example.com/"

    def call(site):
        assert requests.get(site.url + "/rest/api/2/serverInfo").ok

    # How a test ends

    def test_passes(jira_linkfake):
        call(jira_linkfake)

    def test_fails(jira_linkfake):
        call(jira_linkfake)
        pytest.fail()

    def test_skips(jira_linkfake):
        call(jira_linkfake)
        pytest.skip()

    def test_gets_a_501(jira_linkfake):
        assert requests.get(jira_linkfake.url + "/rest/api/2/dashboard").status_code == 501

    # What fails around it

    @pytest.fixture
    def broken_setup():
        raise LookupError

    @pytest.fixture
    def broken_setup_with_a_site(jira_linkfake):
        call(jira_linkfake)
        raise LookupError

    @pytest.fixture
    def broken_teardown():
        yield
        raise LookupError

    @pytest.fixture
    def broken_teardown_with_a_site(jira_linkfake):
        yield jira_linkfake
        call(jira_linkfake)
        raise LookupError

    def broken_scenario(jira):
        raise LookupError

    def test_setup_fails_before_ours(broken_setup, jira_linkfake):
        pass

    def test_setup_fails_after_ours(broken_setup_with_a_site):
        pass

    def test_teardown_fails_before_ours(broken_teardown_with_a_site):
        call(broken_teardown_with_a_site)

    def test_teardown_fails_after_ours(broken_teardown, jira_linkfake):
        call(jira_linkfake)

    @pytest.mark.jira_linkfake(link_limt=1)
    def test_marker_is_wrong():
        pass

    @pytest.mark.jira_linkfake(scenario=broken_scenario)
    def test_scenario_fails():
        pass

    # Mocks of the user's own

    def a_mock():
        requests_mock = responses.RequestsMock(assert_all_requests_are_fired=False)
        requests_mock.get(OTHER)
        return requests_mock

    @pytest.fixture
    def mock_around():
        with a_mock() as requests_mock:
            yield requests_mock

    @pytest.fixture
    def mock_stopped_in_the_test():
        requests_mock = a_mock()
        requests_mock.start()
        return requests_mock

    @pytest.fixture
    def mock_started_in_the_test():
        requests_mock = a_mock()
        yield requests_mock
        requests_mock.stop()

    @pytest.fixture
    def patches_started_in_the_test():
        patches = [
            mock.patch.object(requests.Session, "get_adapter"),
            mock.patch.object(requests.adapters.HTTPAdapter, "send"),
        ]
        yield patches
        for patch in patches:
            patch.stop()

    @responses.activate
    def test_mock_inside(jira_linkfake):
        responses.get(OTHER)
        call(jira_linkfake)
        assert requests.get(OTHER).ok

    @responses.activate
    def test_mock_inside_of_a_failing_test(jira_linkfake):
        pytest.fail()

    def test_mock_around(mock_around, jira_linkfake):
        call(jira_linkfake)
        assert requests.get(OTHER).ok

    def test_mock_around_a_failing_test(mock_around, jira_linkfake):
        pytest.fail()

    def test_mock_stopped_too_early(mock_stopped_in_the_test, jira_linkfake):
        call(jira_linkfake)
        mock_stopped_in_the_test.stop()
        call(jira_linkfake)

    def test_mock_stopped_too_late(mock_started_in_the_test, jira_linkfake):
        mock_started_in_the_test.start()
        call(jira_linkfake)
        assert requests.get(OTHER).ok

    def test_mock_stopped_too_late_by_a_failing_test(mock_started_in_the_test, jira_linkfake):
        mock_started_in_the_test.start()
        pytest.fail()

    def test_patches_stopped_too_late(patches_started_in_the_test, jira_linkfake):
        call(jira_linkfake)
        for patch in patches_started_in_the_test:
            patch.start()

    def test_patched_by_monkeypatch(monkeypatch, jira_linkfake):
        monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", mock.Mock())
        call(jira_linkfake)

    def test_attached(jira_linkfake):
        with a_mock() as requests_mock:
            jira_linkfake.attach_to(requests_mock)
            call(jira_linkfake)

    def test_attached_to_a_mock_around(mock_around, jira_linkfake):
        jira_linkfake.attach_to(mock_around)
        call(jira_linkfake)
        pytest.fail()

    # The live server

    @pytest.fixture
    def broken_setup_with_a_server(jira_linkfake_server):
        call(jira_linkfake_server)
        raise LookupError

    def test_opens_the_server(jira_linkfake_server):
        call(jira_linkfake_server)

    def test_passes_with_the_server(jira_linkfake_server, jira_linkfake):
        call(jira_linkfake_server)
        call(jira_linkfake)

    def test_keeps_a_connection(jira_linkfake_server):
        with requests.Session() as session:
            for _ in range(3):
                assert session.get(jira_linkfake_server.url + "/rest/api/2/serverInfo").ok

    def test_fails_with_the_server(jira_linkfake_server):
        call(jira_linkfake_server)
        pytest.fail()

    def test_setup_fails_with_the_server(broken_setup_with_a_server):
        pass

    def test_has_a_bug_of_ours_behind_the_server(jira_linkfake_server, monkeypatch):
        served = operations._served[SERVER_INFO]._replace(view=lambda call: 1 / 0)
        monkeypatch.setitem(operations._served, SERVER_INFO, served)
        assert requests.get(jira_linkfake_server.url + "/rest/api/2/serverInfo").status_code == 500

    def test_mocks_beside_the_server(jira_linkfake_server, mock_around):
        mock_around.add_passthru(jira_linkfake_server.url)
        call(jira_linkfake_server)

    # What goes wrong on purpose

    FAULTS = [connection_reset, lost_reply, lost_reply(how="silent"), slow(seconds=60), timeout, truncated_body]

    def call_in_vain(site):
        with pytest.raises(requests.RequestException):
            requests.get(site.url + "/rest/api/2/serverInfo", timeout=0.1).json()

    @pytest.mark.parametrize("fault", [*FAULTS, connection_refused])
    def test_fault(jira_linkfake, fault):
        fault(jira_linkfake)
        call_in_vain(jira_linkfake)

    @pytest.mark.parametrize("fault", [*FAULTS, connection_refused])
    def test_fault_behind_the_server(jira_linkfake_server, fault):
        fault(jira_linkfake_server.jira)
        call_in_vain(jira_linkfake_server)
        pytest.fail()

    def test_sleep_is_patched(jira_linkfake):
        with jira_linkfake.clock.patch_sleep():
            pytest.fail()

    # Who is told

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    @pytest.fixture
    def receiver():
        with HTTPServer(("127.0.0.1", 0), Receiver) as server:
            thread = threading.Thread(target=server.serve_forever, args=[0.01])
            thread.start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()
            thread.join()

    @pytest.mark.parametrize("fails", [False, True])
    def test_receivers(jira_linkfake, receiver, fails):
        jira_linkfake.add_issues("PROJ-1", "PROJ-2")
        jira_linkfake.webhooks.register(receiver)
        jira_linkfake.webhooks.register("http://127.0.0.1:1/")
        jira_linkfake.webhooks.register(lambda payload: 1 / 0)
        link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        assert requests.post(jira_linkfake.url + "/rest/api/2/issueLink", json=link, auth=jira_linkfake.auth).ok
        assert len(jira_linkfake.webhooks.problems) == 6
        assert not fails

    def test_last():
        pass
"""

INTERRUPTED = """
    import pytest
    import requests
    from jira_linkfake.scenarios import slow

    def interrupt(*_):
        raise KeyboardInterrupt

    @pytest.fixture
    def interrupting(jira_linkfake_server):
        interrupt()

    def test_call(jira_linkfake, jira_linkfake_server):
        slow(jira_linkfake)
        with jira_linkfake.clock.patch_sleep():
            interrupt()

    def test_set_up(interrupting):
        pass

    def test_receiver(jira_linkfake, jira_linkfake_server):
        jira_linkfake.add_issues("PROJ-1", "PROJ-2")
        jira_linkfake.webhooks.register(interrupt)
        link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        requests.post(jira_linkfake.url + "/rest/api/2/issueLink", json=link, auth=jira_linkfake.auth)

    def test_exit(jira_linkfake_server):
        pytest.exit("enough")
"""


def test_every_test_leaves_everything_as_it_was(pytester: pytest.Pytester) -> None:
    """However a test ends and whatever it mocks, all that stays is the session's server, which ends with it."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(SUITE)
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=25, failed=15, skipped=1, errors=9)
    assert not result.errlines
    assert left_behind(pytester) == [{"test_opens_the_server": THE_SERVER, "test_last": NO_SERVER}]


@pytest.mark.parametrize("test", ["test_call", "test_set_up", "test_receiver", "test_exit"])
def test_an_interrupted_session_leaves_everything_as_it_was(pytester: pytest.Pytester, test: str) -> None:
    """When somebody presses Ctrl-C, or a test ends the session, the end of the session undoes all."""
    pytester.makeconftest(RECORDER)
    module = pytester.makepyfile(INTERRUPTED)
    result = pytester.runpytest_subprocess(
        f"{module}::{test}", "-s"
    )  # pytest closes what it captures with before it is over
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert left_behind(pytester) == [{}]
