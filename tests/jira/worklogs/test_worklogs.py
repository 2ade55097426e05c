"""Spans of work, and what work adds up to."""

import pytest

from jira_linkfake.jira.worklogs.model import seconds_in, span_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3h 30m", 12600),
        ("1w", 144000),
        ("1d", 28800),
        ("0.5d", 14400),
        ("2W1D", 316800),
        ("10", 600),
        ("1 hour 1 minute", 3660),
        ("2 weeks 2 days", 345600),
        ("0m", 0),
        ("", None),
        ("h", None),
        ("1s", None),
        ("-1h", None),
        ("1h -5m", None),
        ("1e3h", None),
        ("\u0661h", None),
    ],
)
def test_span_is_read(text, seconds):
    """A span of work is read as Jira writes it: days of eight hours, weeks of five days; a number alone is minutes."""
    assert seconds_in(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0m"), (59, "0m"), (60, "1m"), (12600, "3h 30m"), (28800, "1d"), (176460, "1w 1d 1h 1m")]
)
def test_span_is_written(seconds, text):
    """Seconds are written with the largest units first, without those of which there are none."""
    assert span_of(seconds) == text


def test_sub_tasks_count_for_the_sums(jira, get):
    """The sums of an issue have the work and the estimates of those sub-tasks that the reader sees."""
    jira.add_issue("APP-8", fields={"timetracking": {"originalEstimate": "4h"}})
    jira.add_issue("APP-9", type="Sub-task", parent="APP-8", fields={"timetracking": {"remainingEstimate": "3h"}})
    jira.add_worklog("APP-9", "1h")
    jira.add_issue("APP-10", type="Sub-task", parent="APP-8", visible_to=[])
    jira.add_worklog("APP-10", "1h")
    fields = get("issue/APP-8")["fields"]
    assert (fields["timespent"], fields["aggregatetimespent"]) == (None, 3600)
    assert (fields["timeestimate"], fields["aggregatetimeestimate"]) == (14400, 21600)
    assert (fields["timeoriginalestimate"], fields["aggregatetimeoriginalestimate"]) == (14400, 14400)
    assert (fields["progress"], fields["workratio"]) == ({"progress": 0, "total": 14400, "percent": 0}, 0)
    assert fields["aggregateprogress"] == {"progress": 3600, "total": 25200, "percent": 14}


def test_change_of_an_estimate_is_told(jira, ask, get):
    """Each estimate that is set is told by itself, in seconds."""
    ask("PUT", "issue/APP-1", json={"fields": {"timetracking": {"originalEstimate": "1d", "remainingEstimate": "2h"}}})
    [entry] = get("issue/APP-1/changelog")["values"]
    assert [(item["field"], item["fromString"], item["toString"]) for item in entry["items"]] == [
        ("timeoriginalestimate", None, "28800"),
        ("timeestimate", None, "7200"),
    ]


def test_many_changed_worklogs_come_in_pages(jira, get):
    """Of more than a thousand changed worklogs the oldest come first, and the address of the others."""
    for _ in range(1001):
        jira.add_worklog("APP-1", "1m")
    first = get("worklog/updated")
    assert (len(first["values"]), first["lastPage"]) == (1000, False)
    assert first["nextPage"].endswith(f"/rest/api/3/worklog/updated?since={first['until']}")
    last = get(f"worklog/updated?since={first['until']}")
    assert ([one["worklogId"] for one in last["values"]], last["lastPage"]) == ([11000], True)
    assert "nextPage" not in last


def test_estimate_that_a_screen_demands(jira, ask):
    """A screen can demand an estimate; without one, the transition is refused."""
    jira.add_transition("Done", to="Done", required=["timetracking"])
    body = {"transition": {"id": "10000"}}
    refused = ask("POST", "issue/APP-1/transitions", json=body)
    assert (refused.status_code, refused.json["errors"]) == (400, {"timetracking": "Time tracking is required."})
    body["fields"] = {"timetracking": {"originalEstimate": "1h"}}
    assert ask("POST", "issue/APP-1/transitions", json=body).status_code == 204
