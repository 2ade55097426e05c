"""The tests of the folder: none of them says what is on the site, or where it is."""

import release_bot


def test_blocks_the_release(jira_linkfake):
    release_bot.block("REL-1", "APP-1", "APP-2")

    assert jira_linkfake.sentences() == ["APP-1 blocks REL-1", "APP-2 blocks REL-1"]


def test_running_twice_links_once(jira_linkfake):
    for _ in range(2):
        release_bot.block("REL-1", "APP-1")

    assert len(jira_linkfake.recorded_links) == 1


def test_done_issues_block_nothing(jira_linkfake):
    jira_linkfake.add_link("APP-1", "blocks", "REL-1")
    jira_linkfake.add_link("REL-1", "is blocked by", "APP-2")

    assert release_bot.open_blockers("REL-1") == ["APP-1"]
