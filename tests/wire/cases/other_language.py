"""What refuses a link, told in German: in words of ours, in the same envelope and with the same status."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import Case, nothing_more
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.cases.issues import proj_1
from tests.wire.cases.trouble import in_scenario
from tests.wire.literals import BUG, EPIC, MEDIUM, TO_DO, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ROW = "trouble: another language"


def _told(message: str) -> bytes:
    return f'{{"errorMessages":["{message}"],"errors":{{}}}}'.encode()


def _german(case: Callable[..., Case], variant: str, seed: Callable[[FakeJira], object], **more: Any) -> Case:
    def seeded(jira: FakeJira) -> None:
        in_scenario("other_language")(jira)
        seed(jira)

    return case(ROW, variant, seed=seeded, **more)


def _named(thing: bytes, name: str, german: str) -> bytes:
    """Return a thing with its name in German, and its own at its end."""
    told = thing.replace(f'"name":"{name}","'.encode(), f'"name":"{german}","'.encode(), 1)
    return told[:-1] + f',"untranslatedName":"{name}"}}'.encode()


_create = partial(_german, create)
_read = partial(_german, Case)

CASES = (
    _create(
        "linking disabled",
        seeds.linking_disabled,
        status=404,
        body=_told("Die Verknüpfung von Vorgängen ist derzeit deaktiviert."),
    ),
    _create(
        "unknown type",
        nothing_more,
        sent={**LINK, "type": {"name": "Haunts"}},
        status=404,
        body=_told("Kein Typ von Verknüpfungen mit name 'Haunts' gefunden."),
    ),
    _create(
        "unknown issue",
        nothing_more,
        sent={**LINK, "inwardIssue": {"key": "PROJ-99"}},
        status=404,
        body=_told("Der Vorgang existiert nicht, oder Sie sind nicht berechtigt, ihn zu sehen."),
    ),
    _create(
        "link to itself",
        nothing_more,
        sent={**LINK, "outwardIssue": {"key": "PROJ-1"}},
        status=400,
        body=_told("Ein Vorgang kann nicht mit sich selbst verknüpft werden."),
    ),
    _create(
        "no Link issues permission",
        in_scenario("no_link_permission_as_401"),
        status=401,
        body=_told("Keine Berechtigung, den Vorgang 'PROJ-1' zu verknüpfen"),
    ),
    _create(
        "limit reached",
        in_scenario("link_limit_reached"),
        status=413,
        body=_told("Der Vorgang 'PROJ-1' hat die Höchstzahl von 0 Verknüpfungen erreicht."),
    ),
    _create(
        "archived issue",
        in_scenario("issue_archived", key="PROJ-3"),
        sent={**LINK, "inwardIssue": {"key": "PROJ-3"}},
        status=400,
        body=_told("Der Vorgang 'PROJ-3' ist archiviert."),
    ),
    _create("rate limit", in_scenario("rate_limited"), status=429, body=_told("Zu viele Anfragen.")),
    _read(
        "unknown link",
        nothing_more,
        path="/rest/api/3/issueLink/99999999",
        status=404,
        body=_told("Es gibt keine Verknüpfung mit der ID '99999999'."),
    ),
    _read(
        "id that is no number",
        nothing_more,
        path="/rest/api/3/issueLink/PROJ-1",
        status=400,
        body=_told("Die ID der Verknüpfung ist ungültig."),
    ),
    *(
        _read(
            f"search that was removed, version {version}",
            nothing_more,
            path=f"/rest/api/{version}/search?jql=key=PROJ-1",
            status=410,
            body=_told(
                "Die angeforderte API wurde entfernt. Bitte wechseln Sie zur API /rest/api/3/search/jql. Eine"
                " vollständige Anleitung zur Migration finden Sie unter"
                " https://developer.atlassian.com/changelog/#CHANGE-2046"
            ),
        )
        for version in ("2", "3")
    ),
    _read(
        "status",
        nothing_more,
        path="/rest/api/3/status/10000",
        status=200,
        body=_named(TO_DO, "To Do", "Zu erledigen"),
    ),
    _read(
        "priority in version 2",
        nothing_more,
        path="/rest/api/2/issue/PROJ-1?fields=priority",
        status=200,
        body=in_version_2(proj_1(b'"priority":' + _named(MEDIUM, "Medium", "Mittel"))),
    ),
    _read(
        "issue type",
        nothing_more,
        path="/rest/api/3/issuetype/10004",
        status=200,
        body=_named(BUG, "Bug", "Fehler"),
    ),
    _read(
        "issue type that has no other name",
        nothing_more,
        path="/rest/api/3/issuetype/10000",
        status=200,
        body=_named(EPIC, "Epic", "Epic"),
    ),
    _create(
        "what has no words in it",
        nothing_more,
        sent={},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
)
