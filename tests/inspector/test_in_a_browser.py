"""The page in a real browser: with a mouse, with the keyboard, while something happens, and with hostile summaries."""

from __future__ import annotations

import pytest
import requests
from selenium.webdriver.common.keys import Keys

from jira_linkfake import FakeJira
from jira_linkfake.doors.live_server import LiveServer
from jira_linkfake.inspector.application import Inspected
from jira_linkfake.inspector.standing import standing_page, write
from tests.inspector.browser import a_browser

PAGES = (
    "",
    "issues/PROJ-1",
    "graph",
    "graph?around=PROJ-1",
    "exchanges",
    "exchanges/1",
    "webhooks",
    "faults",
    "people",
)
HOSTILE = (
    "</title><script>window.ran='script'</script><img src=x onerror=\"window.ran='image'\">"
    "<svg onload=\"window.ran='svg'\">'\" onclick='window.ran=1' {{7*7}} ${window.ran='template'}"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A browser for the tests of this module."""
    with a_browser(str(tmp_path_factory.mktemp("browser"))) as browser:
        yield browser


class Site:
    """A site with its page at a port."""

    def __init__(self, jira: FakeJira, url: str) -> None:
        self.jira, self.url, self.page = jira, url, f"{url}/_linkfake/page/"

    def link(self, source: str, destination: str, user: str = "alice") -> int:
        """Link two issues as a client does, and return the status."""
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
        auth = self.jira.user(user).auth
        return requests.post(f"{self.url}/rest/api/3/issueLink", json=body, auth=auth, timeout=10).status_code


@pytest.fixture
def site(browser):
    """A site with links, on whose page the browser has not been yet."""
    jira = FakeJira(inspector=True)
    jira.add_user("alice")
    for key, summary in {"PROJ-1": "Crash on save", "PROJ-2": "Release", "PROJ-3": "Fix", "PROJ-4": "Plan"}.items():
        jira.add_issue(key, summary=summary)
    jira.add_link("PROJ-1", "blocks", "PROJ-2")
    jira.add_link("PROJ-3", "duplicates", "PROJ-1")
    browser.emulate()
    browser.complaints()
    with jira.serve() as served:
        yield Site(jira, served.url)
        browser.open("about:blank")


def test_a_link_is_found_by_its_sentence_and_followed_in_the_graph(browser, site):
    """From the sentence to the graph around it, from box to box there, and to the issue with its links both ways."""
    browser.open(site.page)
    browser.one("#q").send_keys("PROJ-3 duplicates")
    with browser.another_page():
        browser.one(".find button").click()
    with browser.another_page():
        browser.one("a.sentence").click()
    assert browser.texts("h1") == ["The links around PROJ-3"]
    assert [one.get_attribute("id") for one in browser.all(".picture a")] == ["box-PROJ-3", "box-PROJ-1"]

    with browser.another_page():
        browser.one("#box-PROJ-1").click()
    assert browser.texts("h1") == ["The links around PROJ-1"]
    assert browser.texts(".chosen li") == ["⟶ blocks PROJ-2 Release", "⟵ is duplicated by PROJ-3 Fix"]
    places = {one: browser.one(f"#box-{one}").rect["x"] for one in ("PROJ-1", "PROJ-2", "PROJ-3")}
    assert places["PROJ-3"] < places["PROJ-1"] < places["PROJ-2"]

    with browser.another_page():
        browser.one(".chosen .line .key").click()
    assert browser.texts("h1") == ["PROJ-1 Crash on save"]
    assert browser.complaints() == []


def test_the_page_works_with_the_keyboard_alone(browser, site):
    """The first Tab leads past the head, a slash into the search, and boxes of the graph are reached and followed."""
    browser.open(site.page)
    active = browser.driver.switch_to
    active.active_element.send_keys(Keys.TAB)
    assert active.active_element.text == "To the content"
    active.active_element.send_keys("/")
    assert active.active_element.get_attribute("id") == "q"
    with browser.another_page():
        active.active_element.send_keys("is blocked by PROJ-1/", Keys.BACKSPACE, Keys.ENTER)
    assert browser.texts(".sentence") == ["PROJ-2 is blocked by PROJ-1"]

    browser.open(f"{site.page}graph")
    for _ in range(40):
        active.active_element.send_keys(Keys.TAB)
        if active.active_element.get_attribute("id") == "box-PROJ-2":
            break
    with browser.another_page():
        active.active_element.send_keys(Keys.ENTER)
    assert browser.texts("h1") == ["The links around PROJ-2"]
    assert browser.complaints() == []


def test_the_page_follows_what_happens(browser, site):
    """A refused request and its true reason come by themselves, and the focus stays; a pause and an end are told."""
    site.jira.add_security_level("Internal", project="PROJ")
    site.jira.set_issue("PROJ-4", security_level="Internal")
    assert site.link("PROJ-3", "PROJ-2") == 201
    browser.open(f"{site.page}exchanges")
    first = browser.one("#exchange-1 a")
    browser.run("arguments[0].focus()", first)

    assert site.link("PROJ-1", "PROJ-4") == 404
    browser.until(lambda: browser.texts(".reason"))
    assert browser.texts(".reason") == ["IssueHidden: alice may not see PROJ-4: security level Internal"]
    assert browser.texts(".count.bad") == ["1"]
    assert browser.driver.switch_to.active_element == browser.one("#exchange-1 a")

    browser.one("#follow").click()
    assert (browser.one("#follow").text, browser.one("#follow").get_attribute("aria-pressed")) == ("Paused", "false")
    assert browser.complaints() == []


def test_a_page_that_outlives_its_test_is_no_call_of_code_under_test(browser):
    """Where the site is gone the page says so, and keeps what it shows; what it asks for is not held against a test."""
    jira = FakeJira(inspector=True)
    jira.add_issue("PROJ-1")
    with LiveServer() as server:
        server.attach(Inspected(jira))
        browser.open(f"{server.url}/_linkfake/page/")
        server.detach()
        browser.until(lambda: "does not answer" in browser.one("#told").text)
        assert browser.texts(".rows .key") == ["PROJ-1"]
        browser.open("about:blank")
        assert server.strays == []
        assert requests.get(f"{server.url}/_linkfake/health", timeout=10).status_code == 503
        assert len(server.strays) == 1
    browser.complaints()


def test_hostile_summaries_run_nothing(browser, site, tmp_path):
    """Whatever is in names and texts is seen as text, on each page and in the file of a failed test."""
    jira = site.jira
    jira.set_issue("PROJ-1", summary=HOSTILE)
    jira.add_link_type("Evil", inward="<img src=x onerror=window.ran=1>", outward="\" onload='window.ran=1'")
    jira.add_link("PROJ-1", "\" onload='window.ran=1'", "PROJ-4")
    jira.add_remote_link("PROJ-1", "javascript:window.ran=1", title="click me")
    jira.add_comment("PROJ-1", HOSTILE)
    requests.get(f"{site.url}/rest/api/3/issue/{HOSTILE}", timeout=10, headers={"User-Agent": "<script>1</script>"})
    write(tmp_path, "failed.html", standing_page(jira, HOSTILE, [("call", HOSTILE)]))
    for address in (*(site.page + path for path in PAGES), f"file://{tmp_path}/failed.html"):
        browser.open(address)
        for one in browser.all("details"):
            browser.run("arguments[0].open = true", one)
        assert browser.run("return [window.ran, document.querySelectorAll('img').length]") == [None, 0], address
        assert browser.run("return [...document.scripts].every((one) => one.src && !one.text)"), address
        assert browser.complaints() == [], address
    browser.open(f"{site.page}issues/PROJ-1")
    assert browser.texts("h1") == [f"PROJ-1 {HOSTILE}"]
    assert [one for one in browser.all("a") if one.text == "click me"] == []


def test_light_dark_and_small_screens_have_their_looks(browser, site, tmp_path):
    """In each the page has its colours, and no page is wider than a small screen; so has the file of a failed test."""
    site.link("PROJ-2", "PROJ-4")
    write(tmp_path, "failed.html", standing_page(site.jira, "test_it", [("call", "assert 0")]))
    addresses = [*(site.page + path for path in PAGES), f"file://{tmp_path}/failed.html"]
    for scheme, ground, looked_at in (
        ("light", "rgb(255, 255, 255)", addresses[:1]),
        ("dark", "rgb(20, 24, 31)", addresses),
    ):
        browser.emulate(scheme=scheme, width=360, height=640)
        for address in looked_at:
            browser.open(address)
            look = "const body = getComputedStyle(document.body); return [body.backgroundColor, body.margin]"
            assert browser.run(look) == [ground, "0px"], address
            assert browser.run("return document.documentElement.scrollWidth") <= 360, address
    assert browser.complaints() == []
