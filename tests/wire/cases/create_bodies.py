"""POST issueLink: what is read of the body before anything is looked up."""

from __future__ import annotations

from functools import partial

from tests.wire.case import PROBLEM, Case
from tests.wire.literals import INVALID_PAYLOAD, NO_CONTENT, NOT_JSON

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}

create = partial(Case, method="POST", path="/rest/api/3/issueLink", sent=LINK)
_created = partial(
    create, status=201, body=b"", adds=("link 10000: PROJ-1 blocks PROJ-2",), updates=("PROJ-1", "PROJ-2")
)

_malformed = partial(create, "create: malformed JSON", status=400, body=NOT_JSON)
_invalid = partial(create, status=400, body=INVALID_PAYLOAD)
_wrong_value = partial(_invalid, "create: JSON that is no object, or a value of the wrong type")
_unknown_property = partial(_invalid, "create: unknown property")
_accepted = partial(_created, "create: parts that may be null, empty or unknown")
_no_type = partial(_invalid, "create: no type")
_no_issue = partial(_invalid, "create: no inwardIssue, or no outwardIssue")
_wrong_content_type = partial(create, "create: wrong content type, or none", status=415, content_type=PROBLEM)

CASES = (
    _malformed("cut off", sent=b'{"type":{"name":"Blocks"},'),
    _malformed("single quotes", sent=b"{'type':{'name':'Blocks'}}"),
    _malformed("something after it", sent=b"{} {}"),
    _malformed("a number that JSON does not have", sent=b'{"type":NaN}'),
    _malformed("a comma too many", sent=b'{"type":{"name":"Blocks"},}'),
    _malformed("not UTF-8", sent=b'{"type":{"name":"\xff"}}'),
    _malformed("as a form", sent=b"type=Blocks&inwardIssue=PROJ-1"),
    _malformed("cut off, and deeper than anyone can read", sent=b"[" * 100_000),
    _malformed("deeper than anyone would write", sent=b"[" * 2_000 + b"]" * 2_000),
    _wrong_value("a list", sent=[LINK]),
    _wrong_value("a text", sent="Blocks"),
    _wrong_value("a number", sent=1),
    _wrong_value("null", sent=b"null"),
    _wrong_value("type as a text", sent={**LINK, "type": "Blocks"}),
    _wrong_value("type as a list", sent={**LINK, "type": [{"name": "Blocks"}]}),
    _wrong_value("name of the type as an object", sent={**LINK, "type": {"name": {"value": "Blocks"}}}),
    _wrong_value("inwardIssue as a text", sent={**LINK, "inwardIssue": "PROJ-1"}),
    _wrong_value("outwardIssue as a list", sent={**LINK, "outwardIssue": [{"key": "PROJ-2"}]}),
    _wrong_value("key as a list", sent={**LINK, "outwardIssue": {"key": ["PROJ-2"]}}),
    _wrong_value("id as an object", sent={**LINK, "outwardIssue": {"id": {"value": "10001"}}}),
    _wrong_value("comment as a text", sent={**LINK, "comment": "See there."}),
    _wrong_value("visibility as a text", sent={**LINK, "comment": {"body": "See there.", "visibility": "staff"}}),
    _wrong_value(
        "visibility of a type that there is not",
        path="/rest/api/2/issueLink",
        sent={**LINK, "comment": {"body": "See there.", "visibility": {"type": "user", "value": "alice"}}},
    ),
    _unknown_property("of the link", sent={**LINK, "direction": "outward"}),
    _unknown_property("of the link, in version 2", path="/rest/api/2/issueLink", sent={**LINK, "id": "10000"}),
    _unknown_property("of the type", sent={**LINK, "type": {"name": "Blocks", "style": None}}),
    _unknown_property("of inwardIssue", sent={**LINK, "inwardIssue": {"key": "PROJ-1", "summary": "Crash on save"}}),
    _unknown_property(
        "a whole issue, as it was read",
        sent={**LINK, "outwardIssue": {"expand": "names", "id": "10001", "key": "PROJ-2", "fields": {}}},
    ),
    _accepted("comment that is null", sent={**LINK, "comment": None}),
    _accepted("phrases that are empty", sent={**LINK, "type": {"name": "Blocks", "inward": "", "outward": ""}}),
    _accepted(
        "everything that the types and issues of a link have",
        sent={
            "type": {
                "id": "10000",
                "name": "Blocks",
                "inward": "is blocked by",
                "outward": "blocks",
                "self": "https://jira.example.com/rest/api/3/issueLinkType/10000",
            },
            "inwardIssue": {"id": "10000", "key": "PROJ-1", "self": "https://jira.example.com/rest/api/3/issue/10000"},
            "outwardIssue": {"id": "10001", "key": "PROJ-2", "fields": {"summary": "Anything"}},
        },
    ),
    _accepted(
        "what is not known of a comment",
        path="/rest/api/2/issueLink",
        sent={
            **LINK,
            "comment": {
                "body": "See there.",
                "properties": [],
                "visibility": {"type": "group", "value": "staff", "colour": "red"},
            },
        },
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1 to group staff: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _accepted(
        "visibility that is null",
        path="/rest/api/2/issueLink",
        sent={**LINK, "comment": {"body": "See there.", "visibility": None}},
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    create("create: empty body", sent=b"", status=400, body=NO_CONTENT),
    create("create: empty body", "blanks", sent=b" \r\n", status=400, body=NO_CONTENT),
    _wrong_content_type(
        "text",
        sent_headers={"Content-Type": "text/plain"},
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'text/plain\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    _wrong_content_type(
        "a form, in version 2",
        path="/rest/api/2/issueLink",
        sent_headers={"Content-Type": "application/x-www-form-urlencoded"},
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'application/x-www-form-urlencoded\' is not supported.",'
        b'"instance":"/rest/api/2/issueLink"}',
    ),
    _wrong_content_type(
        "another kind of JSON",
        sent_headers={"Content-Type": "application/json-patch+json"},
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'application/json-patch+json\' is not supported.",'
        b'"instance":"/rest/api/3/issueLink"}',
    ),
    _wrong_content_type(
        "none",
        sent_headers={"Content-Type": None},
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'null\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    _wrong_content_type(
        "none, and no body",
        sent=None,
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'null\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    _no_type("absent", sent={"inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}),
    _no_type("null", sent={**LINK, "type": None}),
    _no_type("an empty object", sent={}),
    _no_issue("no inwardIssue", sent={"type": {"name": "Blocks"}, "outwardIssue": {"key": "PROJ-2"}}),
    _no_issue("no outwardIssue", sent={"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}}),
    _no_issue("neither", sent={"type": {"name": "Blocks"}}),
    _no_issue("inwardIssue null", sent={**LINK, "inwardIssue": None}),
    _no_issue("outwardIssue null", sent={**LINK, "outwardIssue": None}),
)
