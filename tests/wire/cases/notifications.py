"""issue/{issueIdOrKey}/notify: mail about an issue, which is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue/PROJ-1/notify"
ADMIN = "712020:00000000-0000-4000-8000-000000010000"
ALICE = "712020:00000000-0000-4000-8000-000000010001"
NOBODY = "No recipients were defined for notification."


def _told(words: str) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words.encode()


def _people(jira: FakeJira) -> None:
    bob, mia = jira.add_user("bob"), jira.add_user("mia")
    jira.add_group("crew", [bob, mia])
    jira.add_group("night", [mia])
    jira.set_issue("PROJ-1", assignee=bob)
    jira.add_watcher("PROJ-1", mia)
    jira.add_vote("PROJ-1", bob)


def _mia_sees_nothing(jira: FakeJira) -> None:
    _people(jira)
    jira.deny("BROWSE_PROJECTS", "mia", project="PROJ")


def _mia_links_nothing(jira: FakeJira) -> None:
    _people(jira)
    jira.deny("LINK_ISSUES", "mia", project="PROJ")


def _put_away(jira: FakeJira) -> None:
    _people(jira)
    assert jira.client().post("/rest/api/3/project/PROJ/archive", auth=jira.auth).status_code == 204


def _hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _mail(recipients: str, subject: str = "(PROJ-1) Crash on save") -> tuple[str, ...]:
    return (f"mail about PROJ-1 by alice to {recipients}: {subject}",)


CASES = (
    *(
        Case(
            "notify: success",
            what,
            seed=_people,
            method="POST",
            path=PATH,
            sent=sent,
            status=204,
            content_type=None,
            body=b"",
            adds=_mail(recipients),
        )
        for what, sent, recipients in (
            ("the assignee and the reporter", {"to": {"assignee": True, "reporter": "true"}}, "bob, admin"),
            (
                "watchers and voters, each once",
                {"to": {"watchers": True, "voters": True, "assignee": True}},
                "bob, admin, mia",
            ),
            ("who voted", {"to": {"voters": True}}, "bob"),
            ("a user, and not the sender", {"to": {"users": [{"accountId": ADMIN}, {"accountId": ALICE}]}}, "admin"),
            ("a group by its name", {"to": {"groups": [{"name": "crew"}]}}, "bob, mia"),
            (
                "only who is in another group too",
                {"to": {"groups": [{"name": "crew"}]}, "restrict": {"groups": [{"name": "night", "groupId": None}]}},
                "mia",
            ),
            ("a group by its id", {"to": {"groupIds": ["00000000-0000-4000-9000-000000010003"]}}, "mia"),
            (
                "only who holds permissions, by key and number",
                {
                    "to": {"reporter": True, "assignee": True},
                    "restrict": {"groupIds": [], "permissions": [{"key": "BROWSE"}, {"id": "0"}]},
                },
                "admin",
            ),
        )
    ),
    Case(
        "notify: success",
        "only who holds a permission in the project",
        seed=_mia_links_nothing,
        method="POST",
        path=PATH,
        sent={"to": {"groups": [{"name": "crew"}]}, "restrict": {"permissions": [{"key": "LINK_ISSUES"}]}},
        status=204,
        content_type=None,
        body=b"",
        adds=_mail("bob"),
    ),
    Case(
        "notify: success",
        "only who holds a permission of the site, of a project that is put away",
        seed=_put_away,
        method="POST",
        path=PATH,
        sent={"to": {"assignee": True, "reporter": True}, "restrict": {"permissions": [{"key": "ADMINISTER"}]}},
        status=204,
        content_type=None,
        body=b"",
        adds=_mail("admin"),
    ),
    Case(
        "notify: success",
        "with all its words",
        seed=_mia_sees_nothing,
        method="POST",
        path="/rest/api/2/issue/10000/notify",
        sent={
            "subject": "Latest test results",
            "textBody": "They are available.",
            "htmlBody": "They are <b>available</b>.",
            "to": {"groups": [{"name": "crew"}], "assignee": False, "groupIds": []},
            "more": 1,
        },
        status=204,
        content_type=None,
        body=b"",
        adds=_mail("bob", "Latest test results, They are available., They are <b>available</b>."),
    ),
    *(
        Case(
            "notify: that cannot be",
            what,
            seed=_people,
            method="POST",
            path=PATH,
            sent=sent,
            status=400,
            body=_told(NOBODY),
            told=f"the mail is to nobody who gets it: {why}",
        )
        for what, sent, why in (
            ("to nobody", {}, "nobody is named"),
            (
                "to the sender alone",
                {"to": {"users": [{"accountId": ALICE, "active": False}]}},
                "alice alone is named, who sends it",
            ),
            (
                "to nobody who may get it",
                {
                    "to": {"reporter": True, "assignee": True},
                    "restrict": {"groupIds": ["00000000-0000-4000-9000-000000010003"]},
                },
                "none of bob, admin sees the issue and meets the restrictions",
            ),
        )
    ),
    *(
        Case(
            "notify: that cannot be",
            what,
            seed=_people,
            method="POST",
            path=PATH,
            sent=sent,
            status=400,
            body=body,
        )
        for what, sent, body in (
            ("to an unknown user", {"to": {"users": [{"accountId": "7"}]}}, _told("The user '7' does not exist.")),
            ("to a group of no name", {"to": {"groups": [{}]}}, _told("The group '' does not exist.")),
            ("to an unknown group", {"to": {"groupIds": ["7"]}}, _told("The group '7' does not exist.")),
            (
                "restricted to an unknown permission",
                {"to": {"assignee": True}, "restrict": {"permissions": [{"key": "FLY"}]}},
                _told("The permission 'FLY' does not exist."),
            ),
            ("with what restrictions do not have", {"restrict": {"users": []}}, INVALID_PAYLOAD),
            ("with no truth value", {"to": {"assignee": "bob"}}, INVALID_PAYLOAD),
            ("with a number as its text", {"textBody": 1}, INVALID_PAYLOAD),
            (
                "to a user by name",
                {"to": {"users": [{"name": "bob"}]}},
                _told("'accountId' must be the only user identifying query parameter in GDPR strict mode."),
            ),
        )
    ),
    Case(
        "notify: that cannot be",
        "to the assignee, and there is none",
        method="POST",
        path=PATH,
        sent={"to": {"assignee": True, "reporter": True}},
        status=400,
        body=_told("The issue has no assignee."),
        told="the mail is to the assignee, and PROJ-1 has none",
    ),
    *(
        Case(
            "notify: of an unknown or unseen issue",
            what,
            seed=_hidden,
            method="POST",
            path=f"/rest/api/3/issue/{key}/notify",
            sent={"to": {"reporter": True}},
            status=404,
            body=UNSEEN,
        )
        for what, key in (("unknown", "PROJ-99"), ("hidden", "PROJ-1"))
    ),
    *(
        Case(
            "notify: by an anonymous caller",
            answers[0],
            answers=answers,
            caller=None,
            method="POST",
            path=PATH,
            sent={"to": {"reporter": True}},
            status=401,
            content_type=PAGE,
            headers={"WWW-Authenticate": CHALLENGE},
            body=UNAUTHENTICATED,
        )
        for answers in (DOCUMENTED, OBSERVED)
    ),
)
