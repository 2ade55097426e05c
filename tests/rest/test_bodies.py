"""Request bodies: what is read from them, and what is refused."""

import json

import pytest
from marshmallow import fields

from jira_linkfake.jira.comments.rest import comment_request
from jira_linkfake.jira.comments.rules import CommentRequest, VisibilityRequest
from jira_linkfake.jira.issue_links import rest as issue_links
from jira_linkfake.jira.issue_links.rules import LinkRequest
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.link_types import rest as link_types
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.link_types.rules import LinkTypeFields
from jira_linkfake.jira.projects import rest as projects
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.remote_links import rest as remote_links
from jira_linkfake.jira.remote_links.rules import RemoteLinkRequest
from jira_linkfake.rest.body import Closed, Flag, IdNumber, Whole, loaded, parsed
from jira_linkfake.rest.operations import all_operations
from jira_linkfake.rest.refusals import BodyEmpty, BodyNotJson, PayloadInvalid

PLAIN = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
REQUEST = LinkRequest(
    type=LinkTypeReference(name="Blocks"),
    inward_issue=IssueReference(key="APP-1"),
    outward_issue=IssueReference(key="LIB-1"),
)
DOCUMENT = {
    "type": "doc",
    "version": 1,
    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Hi"}]}],
}


def _content(operation, body):
    """Return what a body says by the schema that an operation declares."""
    [schema] = [one.served.body for one in all_operations() if one.id == operation and one.served]
    return loaded(schema, body)


def link_request(body, version):
    """Return the link that a body asks for."""
    return issue_links.link_request(_content("linkIssues", body), version)


def comment_of(body, version):
    """Return the comment that a body is."""
    return comment_request(_content("addComment", body), version)


def link_type_fields(body):
    """Return what a body says of a link type."""
    return link_types.link_type_fields(_content("createIssueLinkType", body))


def remote_link_request(body):
    """Return the remote link that a body asks for."""
    return remote_links.remote_link_request(_content("createOrUpdateRemoteIssueLink", body))


def new_project(body):
    """Return the project that a body wants to be made."""
    return projects.new_project(_content("createProject", body))


def _sent(**changes):
    return json.dumps({**PLAIN, **changes}).encode()


def _refusal_of(read, *args):
    """Return the one refusal that reading a body meets."""
    with pytest.raises(Refused) as caught:
        read(*args)
    [refusal] = caught.value.refusals
    return refusal


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize(
    "body",
    [
        _sent(),
        _sent(comment=None),
        _sent(type={"name": "Blocks", "inward": "", "outward": ""}),
        _sent(type={"name": "Blocks", "id": None, "inward": None, "outward": None, "self": None}),
        _sent(type={"name": "Blocks", "self": "https://jira.example.com/rest/api/2/issueLinkType/10000"}),
        _sent(inwardIssue={"key": "APP-1", "id": None, "self": None, "fields": None}),
        _sent(inwardIssue={"key": "APP-1", "self": "https://jira.example.com", "fields": {"summary": ["any"]}}),
        b'\xef\xbb\xbf  {"outwardIssue":{"key":"LIB-1"},"inwardIssue":{"key":"APP-1"},"type":{"name":"Blocks"}}\n',
        _sent().replace(b'"APP-1"', b'"X","key":"APP-1"'),
    ],
    ids=[
        "plain",
        "no comment, as pycontribs/jira sends it",
        "empty phrases, as go-jira sends them",
        "nulls in the type",
        "address in the type",
        "nulls in the issue",
        "address and fields in the issue",
        "byte order mark, white space and another order",
        "a key twice: the last one counts",
    ],
)
def test_link_is_read(body, version):
    """A body says of a link its type and two issues; what a client sends besides, of Jira's own, is let pass."""
    assert link_request(body, version) == REQUEST


def test_ids_are_texts_or_numbers():
    """An id can be sent as a text or as a number, of any size."""
    body = _sent(type={"id": 10000}, inwardIssue={"id": "10001"}, outwardIssue={"id": 10**300})
    assert link_request(body, 3) == LinkRequest(
        type=LinkTypeReference(id="10000"),
        inward_issue=IssueReference(id="10001"),
        outward_issue=IssueReference(id=str(10**300)),
    )


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"1",
        b'"text"',
        b"[]",
        _sent().join([b"[", b"]"]),
        b"{}",
        _sent(comments={}),
        _sent(type=None),
        _sent(type="Blocks"),
        _sent(type=[]),
        _sent(type={"name": "Blocks", "Name": "Blocks"}),
        _sent(type={"name": 1}),
        _sent(type={"name": ["Blocks"]}),
        _sent(type={"id": True}),
        _sent(type={"id": 1.0}),
        _sent(type={"id": {}}),
        _sent(inwardIssue=None),
        _sent(inwardIssue="APP-1"),
        _sent(inwardIssue={"key": 1}),
        _sent(inwardIssue={"key": "APP-1", "summary": "Not below fields"}),
        _sent(inwardIssue={"key": "APP-1", "fields": []}),
        _sent(outwardIssue=[{"key": "LIB-1"}]),
        _sent(comment="Said"),
        _sent(comment=[]),
        _sent(comment={"body": "Said", "visibility": "devs"}),
        _sent(comment={"body": "Said", "visibility": {"type": "users", "value": "devs"}}),
        _sent(comment={"body": "Said", "visibility": {"type": "group", "value": 1}}),
        _sent().replace(b'"type"', b'"\\ud800"'),
    ],
)
def test_json_of_the_wrong_shape(body, version):
    """JSON that is no link is refused: no object, a wrong type, a missing property, or one that Jira does not know."""
    assert isinstance(_refusal_of(link_request, body, version), PayloadInvalid)


def test_wrong_shape_says_what_is_wrong():
    """The refusal of a body tells the truth about every property that is wrong."""
    refusal = _refusal_of(link_request, _sent(type={"name": 1}, nonsense=None), 3)
    assert refusal.problem == "type.name is no text; nonsense is not known"
    visibility = {"type": "users", "value": "devs"}
    refusal = _refusal_of(link_request, _sent(inwardIssue=1, comment={"body": "Said", "visibility": visibility}), 2)
    assert refusal.problem == "inwardIssue is no object; comment.visibility.type Must be one of: group, role."
    assert _refusal_of(link_request, b"[]", 3) == PayloadInvalid(problem="it is not an object")


def test_what_is_wrong_in_an_object_with_any_keys():
    """What is wrong there is named with its key, and the nearest to what is not known."""
    sources = {"issueIdsOrKeys": [1], "inferFieldDefault": True, "inferStatusDefaults": 1}
    body = json.dumps({"targetToSourcesMapping": {"APP,1": sources}}).encode()
    with pytest.raises(Refused) as caught:
        _content("submitBulkMove", body)
    told = str(caught.value)
    assert "targetToSourcesMapping.APP,1.issueIdsOrKeys.0 is no text; " in told
    assert "targetToSourcesMapping.APP,1.inferStatusDefaults is neither true nor false; " in told
    assert told.endswith(".inferFieldDefault is not known: did you mean 'inferFieldDefaults'?")


@pytest.mark.parametrize("missing", PLAIN)
def test_each_property_is_required(missing):
    """A body without the type, or without one of the issues, is refused as of the wrong shape."""
    body = {name: value for name, value in PLAIN.items() if name != missing}
    assert missing in _refusal_of(link_request, json.dumps(body).encode(), 3).problem


@pytest.mark.parametrize("read", [parsed, link_type_fields, lambda body: link_request(body, 3)])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", BodyEmpty),
        (b" \r\n\t", BodyEmpty),
        (b"{", BodyNotJson),
        (b"{'a': 1}", BodyNotJson),
        (b'{"a": 1} {}', BodyNotJson),
        (b'{"id": NaN}', BodyNotJson),
        (b'{"id": -Infinity}', BodyNotJson),
        (b'{"id": "\xff"}', BodyNotJson),
        (b'{"id": "\x01"}', BodyNotJson),
        (b"\x00", BodyNotJson),
        (b"[" * 100_000, BodyNotJson),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, BodyNotJson),
    ],
    ids=[
        "empty",
        "white space",
        "cut off",
        "single quotes",
        "two values",
        "not a number",
        "infinity",
        "no UTF-8",
        "a control character",
        "zero",
        "deep and cut off",
        "deep",
    ],
)
def test_body_that_is_no_json(read, body, kind):
    """A body that is empty or that is no JSON is refused as such, however deep it goes."""
    assert isinstance(_refusal_of(read, body), kind)


def test_depth_has_a_limit():
    """JSON of 100 levels is taken, one more is refused as what cannot be parsed; many shallow brackets are no depth."""
    assert parsed(b"[" * 100 + b"]" * 100) is not None
    assert len(parsed(b"[" + b",".join([b"[{}]"] * 200) + b"]")) == 200
    with pytest.raises(Refused) as refused:
        parsed(b'{"a":' * 100 + b"[]" + b"}" * 100)
    assert isinstance(refused.value.refusals[0], BodyNotJson)


@pytest.mark.parametrize("number", [b"1e999", b"-1e999"])
def test_number_beyond_all_bounds_is_never_sent_back(number):
    """A number that no JSON can write is not taken into a document, which would be sent back as it came."""
    sent = _sent(comment={"body": {**DOCUMENT, "more": 7}}).replace(b"7", number)
    with pytest.raises(Refused):
        link_request(sent, 3)


class _Numbers(Closed):
    number = Whole()
    id = IdNumber()
    flag = Flag()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"number": 7, "id": 10000, "flag": True}, (7, "10000", True)),
        ({"number": "-7", "id": "+10000", "flag": "false"}, (-7, "10000", False)),
        ({"number": 2**63 - 1, "id": "9223372036854775807"}, (2**63 - 1, "9223372036854775807", None)),
        ({"number": None, "id": None, "flag": None}, (None, None, None)),
    ],
)
def test_numbers_are_numbers_or_numerals(content, expected):
    """A number may come as a numeral, a flag as a text, and null says nothing."""
    assert tuple(loaded(_Numbers, json.dumps(content).encode()).values()) == expected


@pytest.mark.parametrize("value", [True, "", "1_0", "x", "1.0", 1.5, [], {}, 2**63, str(2**63), "\u0661"])
def test_what_is_no_number(value):
    """Booleans, words, fractions, other scripts' digits and what 64 bits do not hold are no numbers."""
    for name in ("number", "id"):
        with pytest.raises(Refused):
            loaded(_Numbers, json.dumps({name: value}).encode())


@pytest.mark.parametrize("value", [1, 0, "yes", "1", [], {}])
def test_what_is_no_flag(value):
    """Only true and false, as texts too, are flags."""
    with pytest.raises(Refused):
        loaded(_Numbers, json.dumps({"flag": value}).encode())


def _fields_in(field):
    """Yield a field of a body, and those that are in it."""
    yield field
    if isinstance(field, fields.List):
        yield from _fields_in(field.inner)
    if isinstance(field, fields.Dict) and field.value_field is not None:
        yield from _fields_in(field.value_field)
    if isinstance(field, fields.Nested):
        for inner in field.schema.fields.values():
            yield from _fields_in(inner)


def test_every_number_and_flag_is_read_by_one_class():
    """No body has a number or a flag that is read in another way than those of all others."""
    schemas = {served.body for one in all_operations() if (served := one.served) and served.body}
    found = [one for schema in schemas for field in schema().fields.values() for one in _fields_in(field)]
    numbers = [one for one in found if isinstance(one, (fields.Number, fields.Boolean))]
    assert len(numbers) > 20
    assert [one for one in numbers if not isinstance(one, (Whole, Flag))] == []


COMMENTS = [
    (2, {"body": "Said"}, CommentRequest(body="Said")),
    (2, {"body": "Said", "jsdPublic": True}, CommentRequest(body="Said")),
    (2, {"body": "Said", "visibility": None}, CommentRequest(body="Said")),
    (2, {"body": None}, CommentRequest(body="")),
    (2, {}, CommentRequest(body="")),
    (3, {}, CommentRequest(body="")),
    (3, {"body": DOCUMENT}, CommentRequest(body="Hi", document=DOCUMENT)),
    (3, {"body": "Said"}, CommentRequest(body=None)),
    (3, {"body": {"type": "doc"}}, CommentRequest(body=None)),
    (
        2,
        {"body": "Said", "visibility": {"type": "group", "value": "devs", "more": 1}},
        CommentRequest(body="Said", visibility=VisibilityRequest(type="group", value="devs")),
    ),
    (
        3,
        {"visibility": {"type": "role", "identifier": "10"}},
        CommentRequest(body="", visibility=VisibilityRequest(type="role", identifier="10")),
    ),
]


@pytest.mark.parametrize(("version", "comment", "expected"), COMMENTS)
def test_comment_is_read(version, comment, expected):
    """A comment is a text in version 2 and a document in version 3; unknown properties of it are let pass."""
    given = {"given": frozenset(comment) & {"body", "visibility"}}
    assert link_request(_sent(comment=comment), version).comment == CommentRequest(**{**vars(expected), **given})


def test_comment_alone_is_read():
    """A comment that is no link's is read alike; its properties go by their keys, the last of one key counts."""
    properties = [{"key": "a", "value": 1}, {"key": "b"}, {"key": "a", "value": [2]}]
    body = json.dumps({"body": "Said", "properties": properties}).encode()
    expected = CommentRequest(body="Said", properties={"a": [2], "b": None}, given=frozenset({"body", "properties"}))
    assert comment_of(body, 2) == expected
    assert comment_of(b'{"properties": null}', 3) == CommentRequest(body="", given=frozenset({"properties"}))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, RemoteLinkRequest()),
        ({"object": None, "application": None, "globalId": None, "relationship": None}, RemoteLinkRequest()),
        ({"object": {"icon": None, "status": None, "more": 1}, "more": 1}, RemoteLinkRequest()),
        ({"globalId": "", "object": {"url": "", "title": "t"}}, RemoteLinkRequest(url="", title="t")),
        (
            {
                "globalId": "g",
                "relationship": "r",
                "application": {"name": "n", "more": 1},
                "object": {"url": "u", "title": "t", "summary": "s", "icon": {"a": 1}, "status": {"b": 2}},
            },
            RemoteLinkRequest(
                url="u",
                title="t",
                summary="s",
                relationship="r",
                global_id="g",
                application={"name": "n", "more": 1},
                icon={"a": 1},
                status={"b": 2},
            ),
        ),
    ],
)
def test_remote_link_is_read(content, expected):
    """A remote link's parts can be absent or null, and an empty global id is none; unknown ones are let pass."""
    assert remote_link_request(json.dumps(content).encode()) == expected


@pytest.mark.parametrize("body", [DOCUMENT, 1, [], True])
def test_comment_of_version_2_is_a_text(body):
    """In version 2 a comment that is no text makes the whole body one of the wrong shape."""
    assert isinstance(_refusal_of(link_request, _sent(comment={"body": body}), 2), PayloadInvalid)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"{}", LinkTypeFields()),
        (
            b'{"name": "Tests", "inward": "is tested by", "outward": "tests"}',
            LinkTypeFields(name="Tests", inward="is tested by", outward="tests"),
        ),
        (b'{"id": 1, "self": "x", "name": null, "outward": ""}', LinkTypeFields(outward="")),
    ],
)
def test_link_type_is_read(body, fields):
    """A body says of a link type its name and its phrases, each of which it can leave out."""
    assert link_type_fields(body) == fields


@pytest.mark.parametrize("body", [b"[]", b'{"name": 1}', b'{"names": "Tests"}'])
def test_link_type_of_the_wrong_shape(body):
    """JSON that is no link type is refused: no object, a wrong type, or a property that Jira does not know."""
    assert isinstance(_refusal_of(link_type_fields, body), PayloadInvalid)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({}, None),
        ({"projectTypeKey": "business"}, "business"),
        ({"projectTemplateKey": "com.pyxis.greenhopper.jira:gh-simplified-basic"}, None),
        ({"projectTemplateKey": "com.atlassian.servicedesk:simplified-it-service-management"}, "service_desk"),
        ({"projectTemplateKey": "com.atlassian.jira-core-project-templates:jira-core-simplified"}, "business"),
        ({"projectTemplateKey": "com.atlassian.servicedesk:x", "projectTypeKey": "software"}, "software"),
    ],
)
def test_type_of_a_new_project(said, kind):
    """A new project is of the type that the body says, else of that of its template."""
    assert new_project(json.dumps({"key": "WEB", **said}).encode()).type == kind
