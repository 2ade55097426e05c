"""Whatever is sent as a body, it is answered in Jira's ways, and stored only where it makes a link."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jira_linkfake import FakeJira
from tests.wire.facts import snapshot

TEXTS = st.text(st.characters(exclude_categories=()), max_size=5)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


def _objects(**properties):
    """Return what makes objects that have some of the properties, each with a fitting value or with any."""
    return st.fixed_dictionaries({}, optional={name: fitting | JSON for name, fitting in properties.items()})


NODE_TYPES = st.sampled_from(["paragraph", "text", "hardBreak", "emoji", "mention", "inlineCard", "rule"])
NODES = st.recursive(
    st.fixed_dictionaries({"type": NODE_TYPES}, optional={"text": TEXTS, "attrs": JSON, "content": JSON}),
    lambda inner: st.fixed_dictionaries(
        {"type": NODE_TYPES, "content": st.lists(inner, max_size=3)}, optional={"attrs": JSON, "text": TEXTS}
    ),
)
DOCUMENTS = st.fixed_dictionaries(
    {"type": st.just("doc"), "version": st.just(1), "content": st.lists(NODES, max_size=3)}, optional={"more": JSON}
)
VISIBILITIES = _objects(
    type=st.sampled_from(["group", "role"]), value=st.sampled_from(["devs", "Testers"]), identifier=TEXTS
)
COMMENTS = _objects(body=DOCUMENTS | TEXTS, visibility=VISIBILITIES | st.none())
ISSUES = _objects(key=st.sampled_from(["APP-1", "app-2"]), id=st.sampled_from([10000, "10001"]), fields=st.just({}))
TYPES = _objects(name=st.sampled_from(["Blocks", "Relates"]), id=st.sampled_from([10000, "10003"]), self=TEXTS)
LINKS = _objects(type=TYPES, inwardIssue=ISSUES, outwardIssue=ISSUES, comment=COMMENTS)
COMMENTED = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}


def _strictly_parsed(data):
    """Return the JSON of a reply; NaN and its kind are none."""

    def refuse(name):
        raise AssertionError(f"{name} is no JSON")

    return json.loads(data, parse_constant=refuse)


def _site():
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    jira.add_group("devs", [jira.default_user])
    jira.add_role("Testers", project="APP", members=[jira.default_user])
    return jira


def _sent(jira, method, path, body):
    return jira.client().open(path, method=method, data=body, content_type="application/json", auth=jira.auth)


def _is_answered_soundly(jira, method, path, body):
    """Send a body, and check that it is answered as Jira would, and stored only where it is carried out."""
    before = snapshot(jira.site)
    reply = _sent(jira, method, path, body)
    assert reply.status_code in (200, 201, 400, 404, 413)
    if reply.status_code >= 400:
        assert snapshot(jira.site) == before
        assert "errorMessages" in _strictly_parsed(reply.data)
    assert jira.report()
    return reply.status_code


def _can_be_read(jira):
    """Check that whatever is stored can be read in both versions."""
    for version in (2, 3):
        for path in ("issue/APP-1", "issue/APP-2", "issue/APP-1/comment", "issue/APP-2/comment", "issueLinkType"):
            reply = jira.client().get(f"/rest/api/{version}/{path}", auth=jira.auth)
            assert reply.status_code == 200
            assert _strictly_parsed(reply.data)


@given(body=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
@example(body=b"")
@example(body=b"[" * 100_000)
@example(body=b"9" * 100_000)
@example(body=b'{"type":' * 5_000)
@example(body=b'{"type": {"id": 1e999}}')
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "2/issueLink"), ("POST", "3/issueLink"), ("POST", "3/issueLinkType"), ("PUT", "3/issueLinkType/10000")],
)
def test_any_body_is_answered(method, path, body):
    """Any bytes and any JSON are answered as Jira would, never with an error of ours, and change nothing if refused."""
    jira = _site()
    _is_answered_soundly(jira, method, f"/rest/api/{path}", body)
    assert jira.links == []
    _can_be_read(jira)


def _is_made_whole_or_not_at_all(version, body):
    """Send a link, and check that it and its comment are there and can be read if it is made."""
    jira = _site()
    status = _is_answered_soundly(jira, "POST", f"/rest/api/{version}/issueLink", body)
    assert len(jira.links) == (status == 201)
    assert len(jira.comments_of("APP-1")) + len(jira.comments_of("APP-2")) <= len(jira.links)
    _can_be_read(jira)


@given(version=st.sampled_from([2, 3]), link=LINKS)
@example(version=3, link={"type": {"id": 10**4000}})
def test_almost_any_link_is_answered(version, link):
    """What looks like a link is made whole, or refused without a trace, and what it made can be read."""
    _is_made_whole_or_not_at_all(version, json.dumps(link))


@given(version=st.sampled_from([2, 3]), comment=COMMENTS | st.fixed_dictionaries({"body": DOCUMENTS}))
def test_almost_any_comment_is_answered(version, comment):
    """What looks like a comment is added with its link, or refused without a trace, and can be read."""
    _is_made_whole_or_not_at_all(version, json.dumps({**COMMENTED, "comment": comment}))


@given(depth=st.integers(1, 1200))
@example(depth=100_000)
@pytest.mark.parametrize(
    "document",
    [
        {"type": "doc", "version": 1, "content": [{"type": "rule", "attrs": {"a": "DEEP"}}]},
        {"type": "doc", "version": 1, "content": [{"type": "rule"}], "more": "DEEP"},
        {"type": "doc", "version": 1, "content": ["DEEP"]},
    ],
    ids=["in an attribute", "beside the content", "in the content"],
)
def test_document_of_any_depth_is_answered(document, depth):
    """A document that goes deep, wherever it does, is refused or can be read, from a deeper place too."""
    body = json.dumps({**COMMENTED, "comment": {"body": document}})
    body = body.replace('"DEEP"', '{"type":"blockquote","content":[' * depth + "]}" * depth)
    jira = _site()
    _sent(jira, "POST", "/rest/api/3/issueLink", body)
    _from_below(100, lambda: _can_be_read(jira))


def _from_below(depth, act):
    return act() if depth == 0 else _from_below(depth - 1, act)
