"""Issues as requests make and change them, and what `expand` adds to one."""

from datetime import timedelta

import pytest

DONE = {"transition": {"id": "10000"}}
LINK = {"update": {"issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "LIB-1"}}}]}}


def _document(*lines):
    paragraphs = [{"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in lines]
    return {"type": "doc", "version": 1, "content": paragraphs}


def test_rendered_fields(jira, ask, get):
    """Rich text is told as HTML beside the fields, dates and times as people read them, all else as null."""
    ask("PUT", "issue/APP-1", json={"fields": {"description": _document("One <1>", "Two")}})
    ask("POST", "issue/APP-1/comment", json={"body": _document("Said")})
    issue = get("issue/APP-1?expand=renderedFields&fields=summary,description,comment")
    rendered = issue["renderedFields"]
    assert (rendered["summary"], rendered["description"]) == (None, "<p>One &lt;1&gt;</p>\n\n<p>Two</p>")
    (comment,) = rendered["comment"]["comments"]
    assert (comment["body"], comment["created"]) == ("<p>Said</p>", "01/Jan/26 12:00 AM")
    assert rendered["comment"]["total"] == issue["fields"]["comment"]["total"] == 1
    assert get("issue/APP-2?expand=renderedFields&fields=description")["renderedFields"] == {"description": ""}
    assert get("issue/APP-2?expand=renderedFields&fields=summary")["renderedFields"] == {"summary": None}
    ask("PUT", "issue/APP-1", json={"fields": {"duedate": "2026-12-09"}})
    jira.clock.advance(timedelta(days=1, hours=13, minutes=45))
    ask("PUT", "issue/APP-1", json={"fields": {"summary": "New"}})
    assert get("issue/APP-1?expand=renderedFields&fields=created,updated,duedate")["renderedFields"] == {
        "created": "01/Jan/26 12:00 AM",
        "updated": "02/Jan/26 1:45 PM",
        "duedate": "09/Dec/26",
    }
    ready = jira.add_field("Ready on", type="date").id
    jira.add_issue("APP-9", fields={ready: "2026-12-09"})
    assert get(f"issue/APP-9?expand=renderedFields&fields={ready}")["renderedFields"] == {ready: "09/Dec/26"}
    assert get("issue/APP-2?expand=renderedFields&fields=duedate")["renderedFields"] == {"duedate": None}


def test_expands_say_what_their_own_resources_say(get):
    """`editmeta` and `transitions` beside an issue are what their own addresses answer."""
    issue = get("issue/APP-1?expand=editmeta,transitions")
    assert issue["editmeta"] == get("issue/APP-1/editmeta")
    assert issue["transitions"] == get("issue/APP-1/transitions")["transitions"]


def test_description_in_the_other_version(ask, get):
    """A description of version 3 reads as wiki markup in 2, and the other way round; null takes it away."""
    ask("PUT", "issue/APP-1", json={"fields": {"description": _document("One", "Two")}})
    assert get("issue/APP-1", version="2")["fields"]["description"] == "One\n\nTwo"
    ask("PUT", "issue/APP-1", version="2", json={"update": {"description": [{"set": "Three"}]}})
    assert get("issue/APP-1")["fields"]["description"] == _document("Three")
    ask("PUT", "issue/APP-1", json={"fields": {"description": None}})
    assert get("issue/APP-1")["fields"]["description"] is None


def test_history_and_webhooks_tell_wiki_markup(jira, ask, get):
    """A document is told by the history and by webhooks as version 2 has it."""
    strong = {"type": "text", "text": "So", "marks": [{"type": "strong"}]}
    document = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [strong]}]}
    ask("PUT", "issue/APP-1", json={"fields": {"description": document}})
    ask("POST", "issue/APP-1/comment", json={"body": document})
    (entry,) = get("issue/APP-1/changelog")["values"]
    assert [(item["fromString"], item["toString"]) for item in entry["items"]] == [(None, "*So*")]
    updated, commented = jira.webhooks
    assert updated.payload["issue"]["fields"]["description"] == commented.payload["comment"]["body"] == "*So*"


def test_edited_issue_is_returned_as_it_is_read(ask, get):
    """`returnIssue=true` answers with what GET answers then."""
    reply = ask("PUT", "issue/APP-1?returnIssue=true", json={"fields": {"labels": ["a"]}})
    assert (reply.status_code, reply.json) == (200, get("issue/APP-1"))


def test_test_sees_what_requests_made(jira, ask):
    """An issue that a request creates is among the issues of the face, and its links are recorded."""
    fields = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}
    assert ask("POST", "issue", json={"fields": fields, **LINK}).status_code == 201
    assert [issue.key for issue in jira.issues] == ["APP-1", "APP-2", "LIB-1", "APP-3"]
    assert jira.issue("APP-3").summary == "New"
    assert [str(link) for link in jira.recorded_links] == ["APP-3 blocks LIB-1"]
    assert str(jira.exchanges[-1]).endswith("201, made APP-3, made 'APP-3 blocks LIB-1'")


@pytest.mark.parametrize(("method", "path", "body"), [("PUT", "", {}), ("POST", "/transitions", DONE)])
def test_journal_tells_a_link_that_was_there(jira, ask, method, path, body):
    """An edit and a transition that ask for a link again say that it was there, others do not."""
    jira.add_transition("Done", to="Done", screen=["issuelinks"])
    for sent in ({**body, **LINK}, {**body, **LINK}, {**body, "fields": {}}):
        assert ask(method, f"issue/APP-1{path}", json=sent).status_code == 204
    assert [exchange.repeats_a_link for exchange in jira.exchanges] == [False, True, False]
    assert str(jira.exchanges[1]).endswith("204, the link was there already")


def test_journal_tells_a_comment_that_was_dropped(jira, ask):
    """Jira says nothing of a comment that comes with a transition without a screen; the journal does, once."""
    comment = {"update": {"comment": [{"add": {"body": _document("Done")}}]}}
    for sent in ({"transition": {"id": "31"}, **comment}, {"transition": {"id": "11"}}):
        assert ask("POST", "issue/APP-1/transitions", json=sent).status_code == 204
    assert [exchange.drops_a_comment for exchange in jira.exchanges] == [True, False]
    assert str(jira.exchanges[0]).endswith(", dropped a comment, for which the transition has no screen")
    assert jira.comments_of("APP-1") == []


def test_resolution_comes_and_goes_with_the_status(jira, ask, get):
    """Entering a done status resolves an issue, leaving it takes the resolution away, and history tells both."""

    def resolution():
        fields = get("issue/APP-1?fields=resolution,resolutiondate,statuscategorychangedate")["fields"]
        return (fields["resolution"] or {}).get("name"), fields["resolutiondate"], fields["statuscategorychangedate"]

    at_first, start = resolution(), "2026-01-01T00:00:01.000+0000"
    assert at_first == (None, None, start)
    told = []
    for number, done in (("21", None), ("31", "Done"), ("31", "Done"), ("11", None)):
        ask("POST", "issue/APP-1/transitions", json={"transition": {"id": number}})
        told.append(resolution())
        assert told[-1][0] == done
    assert [date for _, date, _ in told] == [None, told[1][2], told[1][2], None]
    assert len({start, *(changed for _, __, changed in told)}) == 4
    histories = get("issue/APP-1?expand=changelog")["changelog"]["histories"]
    items = [item for entry in histories[::-1] for item in entry["items"] if item["field"] == "resolution"]
    assert [(one["from"], one["fromString"], one["to"], one["toString"]) for one in items] == [
        (None, None, "10000", "Done"),
        ("10000", "Done", None, None),
    ]


def test_transition_with_a_screen_sets_the_resolution(jira, ask, get):
    """What a screen asks for is what the issue gets, and stays until the issue is open again."""
    jira.add_status("Released", category="Done")
    close = jira.add_transition("Close", to="Done", required=["resolution"])
    fields = {"resolution": {"name": "Won't Do"}}
    ask("POST", "issue/APP-1/transitions", json={"transition": {"id": str(close.id)}, "fields": fields})
    ask("POST", "issue/APP-1/transitions", json={"transition": {"id": "41"}})
    assert get("issue/APP-1?fields=resolution")["fields"]["resolution"]["name"] == "Won't Do"


def test_done_issue_that_nobody_resolved(jira, get):
    """A test can have what real sites have: an issue whose status is done, and which counts as unresolved."""
    jira.add_issue("APP-9", status="Done", fields={"resolution": None})
    jira.add_issue("APP-10", status="In Progress", fields={"resolution": {"name": "Duplicate"}})
    assert get("issue/APP-9?fields=resolution,resolutiondate")["fields"] == {"resolution": None, "resolutiondate": None}
    assert get("issue/APP-10?fields=resolution")["fields"]["resolution"]["name"] == "Duplicate"
    assert get("issue/APP-10?fields=resolutiondate")["fields"]["resolutiondate"] == "2026-01-01T00:00:05.000+0000"


def test_environment_is_a_text_as_the_description_is(jira, ask, get):
    """The environment is a document in version 3, a text in version 2 and HTML where it is rendered; null takes it."""
    ask("PUT", "issue/APP-1", json={"fields": {"environment": _document("Staging")}})
    issue = get("issue/APP-1?fields=environment,description&expand=renderedFields")
    assert issue["fields"] == {"description": None, "environment": _document("Staging")}
    assert issue["renderedFields"] == {"description": "", "environment": "<p>Staging</p>"}
    assert get("issue/APP-1?fields=environment", version="2")["fields"] == {"environment": "Staging"}
    ask("PUT", "issue/APP-1", json={"fields": {"environment": None}})
    assert get("issue/APP-1?fields=environment")["fields"] == {"environment": None}


def test_journal_tells_why_some_of_many_were_refused(jira, ask):
    """The answer to many issues at once is told with the reasons of those that were refused."""
    ask("POST", "issue/bulk", json={"issueUpdates": [{"fields": {}}]})
    assert (jira.exchanges[-1].rule, jira.exchanges[-1].reason) == (
        "createIssues",
        "the new issue has no project: admin sees no project '': there is none",
    )
