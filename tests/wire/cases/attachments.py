"""attachment and issue/{issueIdOrKey}/attachments: files of issues, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, TEXT, Case
from tests.wire.literals import ADMIN, ALICE, CHALLENGE, UNAUTHENTICATED, UNSEEN
from tests.zipped import zipped

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ATTACHMENT = "/rest/api/3/attachment"
PATH = "/rest/api/3/issue/PROJ-1/attachments"
NO_CHECK = {"X-Atlassian-Token": "no-check", "Content-Type": "multipart/form-data; boundary=xx"}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x04\x00\x00\x00\xb5\x1c\x0c\x02"
    b"\x00\x00\x00\x0bIDATx\xdacd`\x00\x00\x00\x06\x00\x020\x81\xd0/\x00\x00\x00\x00IEND\xaeB`\x82"
)
DISABLED = b'{"errorMessages":["Attachments are disabled."],"errors":{}}'


def _part(head: bytes, content: bytes) -> bytes:
    return b"--xx\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % (head, content)


LOG = _part(b'name="file"; filename="log.txt"\r\nContent-Type: text/plain', b"It crashed.\n\xff")
SHOT = _part(b'name="file"; filename="shots/Ansicht \xc3\x9c.png"\r\nContent-Type: image/png', b"")
END = b"--xx--\r\n"


def _some(jira: FakeJira) -> None:
    jira.add_attachment("PROJ-1", "log.txt", "It crashed.", author="alice")
    jira.add_attachment("PROJ-1", "shot.png", b"\x89PNG")
    jira.add_attachment("PROJ-2", "notes.pdf", b"%PDF", mime_type="application/x-pdf")


_LONG = "long/path/thanks/to/lots/of/subdirectories/inside/making/it/quite/hard/to/reach/the/leaf.txt"
FOR_HUMANS = (
    b'{"path":"a/b.txt","index":0,"size":"0.1 kB","mediaType":"text/plain","label":"a/b.txt"},'
    b'{"path":"%b","index":1,"size":"2 kB","mediaType":"text/plain",'
    b'"label":"long/path/thanks/to/.../reach/the/leaf.txt"},'
    b'{"path":"%b","index":2,"size":"1.36 MB","mediaType":"application/octet-stream","label":".../%b"}'
) % (_LONG.encode(), b"x" * 41, b"x" * 41)
FOR_MACHINES = (
    b'{"entryIndex":0,"name":"a/b.txt","size":100,"mediaType":"text/plain"},'
    b'{"entryIndex":1,"name":"%b","size":2000,"mediaType":"text/plain"},'
    b'{"entryIndex":2,"name":"%b","size":1430174,"mediaType":"application/octet-stream"}'
) % (_LONG.encode(), b"x" * 41)


def _archives(jira: FakeJira) -> None:
    sizes = {"a/": 0, "a/b.txt": 100, _LONG: 2000, "x" * 41: 1_430_174}
    content = zipped({path: b"0" * size for path, size in sizes.items()})
    jira.add_attachment("PROJ-1", "notes.zip", content)
    jira.add_attachment("PROJ-1", "log.txt", "PK\x03\x04 is how it begins")
    jira.add_attachment("PROJ-1", "half.zip", content[:-30])
    jira.add_attachment("PROJ-1", "a.gz", b"\x1f\x8b\x08")
    jira.add_attachment("PROJ-1", "a.tar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000")


def _hidden(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _disabled(jira: FakeJira) -> None:
    _some(jira)
    jira.attachments_enabled = False


def _no_create(jira: FakeJira) -> None:
    jira.deny("CREATE_ATTACHMENTS", project="PROJ")


def _small(jira: FakeJira) -> None:
    jira.attachment_size_limit = 12


def _few(jira: FakeJira) -> None:
    _some(jira)
    jira.attachment_limit = 3


def _own_alone(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("DELETE_ALL_ATTACHMENTS")


def _none_at_all(jira: FakeJira) -> None:
    _own_alone(jira)
    jira.deny("DELETE_OWN_ATTACHMENTS")


def _public(jira: FakeJira) -> None:
    _some(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _public_to_attach(jira: FakeJira) -> None:
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "CREATE_ATTACHMENTS")


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-7", archived=True)
    jira.add_attachment("PROJ-7", "log.txt")


def _told(words: str) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words.encode()


def _no_zip(name: str) -> bytes:
    return _told(f"The archive format of attachment '{name}' is not supported.")


CASES = (
    Case(
        "attachments: add",
        "two at once, whatever they have",
        method="POST",
        path=PATH,
        sent=LOG + SHOT + END,
        sent_headers=NO_CHECK,
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/attachment/10000","id":"10000","filename":"log.txt","author":'
            + ALICE
            + (
                b',"created":"2026-01-01T00:00:04.000+0000","size":13,"mimeType":"text/plain","content":"{base}/r'
                b'est/api/3/attachment/content/10000"},{"self":"{base}/rest/api/3/attachment/10001","id":"10001",'
                b'"filename":"Ansicht \xc3\x9c.png","author":'
            )
            + ALICE
            + (
                b',"created":"2026-01-01T00:00:04.000+0000","size":0,"mimeType":"image/png","content":"{base}/res'
                b't/api/3/attachment/content/10001","thumbnail":"{base}/rest/api/3/attachment/thumbnail/10001"}]'
            )
        ),
        adds=(
            "attachment 10000: log.txt, text/plain, 13 bytes, by alice",
            "attachment 10001: Ansicht Ü.png, image/png, 0 bytes, by alice",
        ),
        updates=("PROJ-1",),
    ),
    Case(
        "attachments: add",
        "version 2, anonymous, of no type",
        seed=_public_to_attach,
        caller=None,
        method="POST",
        path="/rest/api/2/issue/PROJ-1/attachments",
        sent=_part(b'name="file"; filename="x"', b"x") + _part(b'name="more"', b"y") + END,
        sent_headers={**NO_CHECK, "X-Atlassian-Token": "nocheck"},
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/2/attachment/10000","id":"10000","filename":"x","created":"2026-01-01'
            b'T00:00:04.000+0000","size":1,"mimeType":"application/octet-stream","content":"{base}/rest/api/2'
            b'/attachment/content/10000"}]'
        ),
        adds=("attachment 10000: x, application/octet-stream, 1 bytes, by nobody",),
        updates=("PROJ-1",),
    ),
    Case(
        "attachments: add without the header against forged requests",
        method="POST",
        path="/rest/api/3/issue/NOPE-1/attachments",
        sent=LOG + END,
        sent_headers={**NO_CHECK, "X-Atlassian-Token": None},
        status=403,
        content_type=TEXT,
        body=b"XSRF check failed",
    ),
    Case(
        "attachments: what is no file",
        "JSON",
        method="POST",
        path=PATH,
        sent={"file": "x"},
        sent_headers={"X-Atlassian-Token": "no-check"},
        status=415,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"Content-Type \'app'
            b'lication/json\' is not supported.","instance":"/rest/api/3/issue/PROJ-1/attachments"}'
        ),
    ),
    Case(
        "attachments: what is no file",
        "of no type at all",
        method="POST",
        path=PATH,
        sent=b"",
        sent_headers={"X-Atlassian-Token": "no-check", "Content-Type": None},
        status=415,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"Content-Type \'nul'
            b'l\' is not supported.","instance":"/rest/api/3/issue/PROJ-1/attachments"}'
        ),
    ),
    Case(
        "attachments: what is no file",
        "a form that is cut",
        method="POST",
        path=PATH,
        sent=LOG[:40],
        sent_headers=NO_CHECK,
        status=400,
        body=_told("The multipart request cannot be read."),
    ),
    Case(
        "attachments: what is no file",
        "a form without a boundary",
        method="POST",
        path=PATH,
        sent=LOG + END,
        sent_headers={**NO_CHECK, "Content-Type": "multipart/form-data"},
        status=400,
        body=_told("The multipart request cannot be read."),
    ),
    Case(
        "attachments: what is no file",
        "under another name",
        method="POST",
        path=PATH,
        sent=_part(b'name="upload"; filename="x"', b"x") + END,
        sent_headers=NO_CHECK,
        status=400,
        body=_told("At least one attachment is required, in a part named 'file'."),
    ),
    Case(
        "attachments: too much",
        "too large",
        seed=_small,
        method="POST",
        path=PATH,
        sent=SHOT + LOG + END,
        sent_headers=NO_CHECK,
        status=413,
        body=_told("The attachments exceed the maximum attachment size of 12 bytes."),
    ),
    Case(
        "attachments: too much",
        "too many at once",
        method="POST",
        path=PATH,
        sent=SHOT * 61 + END,
        sent_headers=NO_CHECK,
        status=413,
        body=_told("No more than 60 files can be attached at once."),
    ),
    Case(
        "attachments: too much",
        "too many of the issue",
        seed=_few,
        method="POST",
        path=PATH,
        sent=SHOT + LOG + END,
        sent_headers=NO_CHECK,
        status=413,
        body=_told("The issue has reached its limit of 3 attachments."),
    ),
    Case(
        "attachments: without permission",
        "added",
        seed=_no_create,
        method="POST",
        path=PATH,
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=403,
        body=_told("You do not have permission to create attachments for this issue."),
    ),
    Case(
        "attachments: without permission",
        "added, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=PATH,
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "attachments: without permission",
        "deleted, of somebody else",
        seed=_own_alone,
        method="DELETE",
        path=f"{ATTACHMENT}/10001",
        status=403,
        body=_told("You do not have permission to delete attachment with id: 10001"),
    ),
    Case(
        "attachments: without permission",
        "deleted, one's own",
        seed=_none_at_all,
        method="DELETE",
        path=f"{ATTACHMENT}/10000",
        status=403,
        body=_told("You do not have permission to delete attachment with id: 10000"),
    ),
    Case(
        "attachments: without permission",
        "deleted, anonymous",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{ATTACHMENT}/10000",
        status=403,
        body=_told("You do not have permission to delete attachment with id: 10000"),
    ),
    Case(
        "attachments: of an issue that is not there, or archived",
        "unknown",
        method="POST",
        path="/rest/api/3/issue/NOPE-1/attachments",
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=404,
        body=UNSEEN,
    ),
    Case(
        "attachments: of an issue that is not there, or archived",
        "hidden",
        seed=_hidden,
        method="POST",
        path=PATH,
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=404,
        body=UNSEEN,
    ),
    Case(
        "attachments: of an issue that is not there, or archived",
        "archived",
        seed=_archived,
        method="POST",
        path="/rest/api/3/issue/PROJ-7/attachments",
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=400,
        body=b'{"errorMessages":["Issue \'PROJ-7\' is archived."],"errors":{}}',
    ),
    Case(
        "attachments: of an issue that is not there, or archived",
        "archived, deleted",
        seed=_archived,
        method="DELETE",
        path=f"{ATTACHMENT}/10000",
        status=400,
        body=b'{"errorMessages":["Issue \'PROJ-7\' is archived."],"errors":{}}',
    ),
    *(
        Case(
            "attachments: unknown or unseen",
            f"{method} {of}{path}",
            seed=seed,
            method=method,
            path=f"{ATTACHMENT}{path}/{number}",
            status=404,
            body=_told(f"The attachment with id '{number}' does not exist"),
        )
        for of, number, seed in (("unknown", "77", _some), ("no number", "x", _some), ("hidden", "10000", _hidden))
        for method, path in (("GET", ""), ("GET", "/content"), ("GET", "/thumbnail"), ("DELETE", ""))
    ),
    *(
        Case(
            "attachments: unknown or unseen",
            f"what is in {of}, for {whom}",
            seed=seed,
            path=f"{ATTACHMENT}/{number}/expand/{whom}",
            status=404,
            body=_told(f"The attachment with id '{number}' does not exist"),
        )
        for of, number, seed in (("unknown", "77", _some), ("no number", "x", _some), ("hidden", "10000", _hidden))
        for whom in ("human", "raw")
    ),
    *(
        Case(
            "attachments: switched off",
            f"{method}{path}",
            seed=_disabled,
            method=method,
            path=f"{ATTACHMENT}{path}/10000",
            status=404,
            body=DISABLED,
        )
        for method, path in (("GET", ""), ("GET", "/content"), ("GET", "/thumbnail"), ("DELETE", ""))
    ),
    Case(
        "attachments: switched off",
        "added",
        seed=_disabled,
        method="POST",
        path=PATH,
        sent=LOG + END,
        sent_headers=NO_CHECK,
        status=404,
        body=DISABLED,
    ),
    Case(
        "attachments: settings",
        path=f"{ATTACHMENT}/meta",
        status=200,
        body=b'{"enabled":true,"uploadLimit":1073741824}',
    ),
    Case(
        "attachments: settings",
        "switched off, anonymous",
        seed=_disabled,
        caller=None,
        path="/rest/api/2/attachment/meta",
        status=200,
        body=b'{"enabled":false,"uploadLimit":1073741824}',
    ),
    Case(
        "attachments: one",
        "an image",
        seed=_some,
        path=f"{ATTACHMENT}/10001",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/attachment/10001","id":10001,"filename":"shot.png","author":'
            + ADMIN
            + (
                b',"created":"2026-01-01T00:00:05.000+0000","size":4,"mimeType":"image/png","content":"{base}/res'
                b't/api/3/attachment/content/10001","thumbnail":"{base}/rest/api/3/attachment/thumbnail/10001"}'
            )
        ),
    ),
    Case(
        "attachments: one",
        "version 2",
        seed=_some,
        path="/rest/api/2/attachment/10002",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/attachment/10002","id":10002,"filename":"notes.pdf","author":{"self"'
            b':"{base}/rest/api/2/user?accountId=712020:00000000-0000-4000-8000-000000010000","accountId":"71'
            b'2020:00000000-0000-4000-8000-000000010000","accountType":"atlassian","emailAddress":"admin@exam'
            b'ple.com","avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000'
            b'-000000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8'
            b'000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-400'
            b'0-8000-000000010000&size=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000'
            b'-4000-8000-000000010000&size=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"}'
            b',"created":"2026-01-01T00:00:06.000+0000","size":4,"mimeType":"application/x-pdf","content":"{b'
            b'ase}/rest/api/2/attachment/content/10002"}'
        ),
    ),
    Case(
        "attachments: of an issue",
        seed=_some,
        path="/rest/api/3/issue/PROJ-1?fields=attachment",
        status=200,
        body=(
            (
                b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
                b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{"attachment":[{"se'
                b'lf":"{base}/rest/api/3/attachment/10000","id":"10000","filename":"log.txt","author":'
            )
            + ALICE
            + (
                b',"created":"2026-01-01T00:00:04.000+0000","size":11,"mimeType":"text/plain","content":"{base}/r'
                b'est/api/3/attachment/content/10000"},{"self":"{base}/rest/api/3/attachment/10001","id":"10001",'
                b'"filename":"shot.png","author":'
            )
            + ADMIN
            + (
                b',"created":"2026-01-01T00:00:05.000+0000","size":4,"mimeType":"image/png","content":"{base}/res'
                b't/api/3/attachment/content/10001","thumbnail":"{base}/rest/api/3/attachment/thumbnail/10001"}]}'
                b"}"
            )
        ),
    ),
    Case(
        "attachments: of an issue",
        "not set as a field",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"attachment": []}},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"attachment":"Field \'attachment\' cannot be set. It is not on the '
            b'appropriate screen, or unknown."}}'
        ),
    ),
    *(
        Case(
            "attachments: content",
            f"elsewhere, {name}",
            seed=_some,
            path=f"{ATTACHMENT}/{name}/10001",
            status=303,
            content_type=None,
            headers={"Location": f"{{base}}/rest/api/3/attachment/{name}/10001?redirect=false"},
            body=b"",
        )
        for name in ("content", "thumbnail")
    ),
    Case(
        "attachments: content",
        "the bytes",
        seed=_some,
        path=f"{ATTACHMENT}/content/10001?redirect=false",
        status=200,
        content_type="image/png",
        body=b"\x89PNG",
    ),
    Case(
        "attachments: content",
        "some of them",
        seed=_some,
        path=f"{ATTACHMENT}/content/10000?redirect=false",
        sent_headers={"Range": "bytes=3-8"},
        status=206,
        content_type="text/plain",
        headers={"Content-Range": "bytes 3-8/11"},
        body=b"crashe",
    ),
    Case(
        "attachments: content",
        "the last of them",
        seed=_some,
        path=f"{ATTACHMENT}/content/10000?redirect=false",
        sent_headers={"Range": "bytes=-2"},
        status=206,
        content_type="text/plain",
        headers={"Content-Range": "bytes 9-10/11"},
        body=b"d.",
    ),
    Case(
        "attachments: content",
        "those that are not there",
        seed=_some,
        path=f"{ATTACHMENT}/content/10000?redirect=false",
        sent_headers={"Range": "bytes=11-"},
        status=416,
        body=_told("The range 'bytes=11-' cannot be satisfied."),
    ),
    Case(
        "attachments: content",
        "a range that is none",
        seed=_some,
        path=f"{ATTACHMENT}/content/10000?redirect=false",
        sent_headers={"Range": "lines=1-2"},
        status=400,
        body=_told("The range 'lines=1-2' is malformed."),
    ),
    Case(
        "attachments: thumbnail",
        "of what is no image, the default one",
        seed=_some,
        path=f"{ATTACHMENT}/thumbnail/10000?redirect=false&width=40&height=40",
        status=200,
        content_type="image/png",
        body=PNG,
    ),
    Case(
        "attachments: thumbnail",
        "of what is no image, the default one by name",
        seed=_some,
        path=f"{ATTACHMENT}/thumbnail/10000?redirect=false&fallbackToDefault=true",
        status=200,
        content_type="image/png",
        body=PNG,
    ),
    Case(
        "attachments: thumbnail",
        "of an image",
        seed=_some,
        path=f"{ATTACHMENT}/thumbnail/10001?redirect=false&fallbackToDefault=false",
        status=200,
        content_type="image/png",
        body=PNG,
    ),
    Case(
        "attachments: thumbnail",
        "none",
        seed=_some,
        path=f"{ATTACHMENT}/thumbnail/10000?fallbackToDefault=false",
        status=404,
        body=_told("The attachment with id '10000' has no thumbnail."),
    ),
    Case(
        "attachments: delete",
        "one's own",
        seed=_own_alone,
        method="DELETE",
        path=f"{ATTACHMENT}/10000",
        status=204,
        content_type=None,
        body=b"",
        removes=("attachment 10000: log.txt, text/plain, 11 bytes, by alice",),
        updates=("PROJ-1",),
    ),
    Case(
        "attachments: delete",
        "another's",
        seed=_some,
        method="DELETE",
        path=f"{ATTACHMENT}/10001",
        status=204,
        content_type=None,
        body=b"",
        removes=("attachment 10001: shot.png, image/png, 4 bytes, by admin",),
        updates=("PROJ-1",),
    ),
    *(
        Case(
            "attachments: what is in it",
            f"{what}, for {whom}",
            seed=_archives,
            path=f"{ATTACHMENT}/{number}/expand/{whom}",
            status=status,
            body=body,
        )
        for what, number, whom, status, body in (
            (
                "a ZIP file",
                10000,
                "human",
                200,
                b'{"id":10000,"name":"notes.zip","entries":[%b],"totalEntryCount":3,"mediaType":"application/zip"}'
                % FOR_HUMANS,
            ),
            ("a ZIP file", 10000, "raw", 200, b'{"entries":[%b],"totalEntryCount":3}' % FOR_MACHINES),
            (
                "no archive",
                10001,
                "human",
                200,
                b'{"id":10001,"name":"log.txt","entries":[],"totalEntryCount":0,"mediaType":"text/plain"}',
            ),
            ("no archive", 10001, "raw", 200, b'{"entries":[],"totalEntryCount":0}'),
            ("a broken ZIP file", 10002, "raw", 200, b'{"entries":[],"totalEntryCount":0}'),
            (
                "another archive",
                10003,
                "human",
                409,
                _no_zip("a.gz"),
            ),
            ("another archive", 10004, "raw", 409, _no_zip("a.tar")),
        )
    ),
)
