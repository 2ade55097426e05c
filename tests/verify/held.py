"""A site of ours as somebody's own, and a run against it without a port."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from jira_linkfake import FakeJira
from jira_linkfake.jira.boards.fields import bring_fields
from jira_linkfake.jira.permissions.model import PROJECT_PERMISSIONS
from jira_linkfake.testing.snapshots import Snapshot
from jira_linkfake.verify.command import Out, main
from jira_linkfake.verify.site_client import Reply, Sent, to_application

TOKEN, SECOND_TOKEN = "tok-7d1f0c", "tok-second-9a2b"
ENVIRON = {
    "JIRA_EMAIL": "verifier@example.com",
    "JIRA_TOKEN": TOKEN,
    "JIRA_SECOND_EMAIL": "second.verifier@example.com",
    "JIRA_SECOND_TOKEN": SECOND_TOKEN,
}

_KINDS = ("attachment", "category", "comment", "component", "field", "filter", "history entry", "issue", "link",
          "project", "remote link", "role", "security level", "share", "task", "version", "worklog")  # fmt: skip

Planted = Callable[[Sent, Callable[[Sent], Reply]], Reply]
"""What stands between a client and a site: it is given a request, and what carries it on."""


def a_site(*, team_managed: bool = False, **options: Any) -> FakeJira:
    """Return a site with two projects, as a Cloud site is to a stranger: credentials must be right.

    Its things have other ids than those of a twin will have, and Jira Software's fields other numbers than usual.
    """
    jira = FakeJira(**{"credentials": "issued", "unsupported": "answer", **options})
    jira.site._last_ids = {kind: jira.site.next_number(kind) + 4710 for kind in (*_KINDS, *jira.site._last_ids)}
    me = jira.add_user("verifier", email=ENVIRON["JIRA_EMAIL"], token=TOKEN)
    second = jira.add_user("second verifier", email=ENVIRON["JIRA_SECOND_EMAIL"], token=SECOND_TOKEN)
    jira.add_project("PROJ", category="Sandboxes", team_managed=team_managed)
    jira.add_project("OTHER")
    jira.add_group("staff", members=[me])
    jira.add_group("board")
    jira.add_role("Developers", project="PROJ", members=[me])
    jira.add_role("Managers", project="PROJ")
    jira.add_role("Crew", project="PROJ", members=["staff"])
    jira.add_field("Size", type="select")
    jira.add_field("Reason", required=True)
    bring_fields(jira.site, {"sprint": 10107, "rank": 10119, "story points": 10216})
    jira.add_board("Team", project="PROJ", type="simple" if team_managed else "scrum")
    jira.deny("CREATE_SHARED_OBJECTS", second)
    jira.add_security_level("Internal", project="PROJ", members=[me])
    jira.allow_only("ADMINISTER", jira.default_user, me)
    jira.deny("USER_PICKER", second)
    jira.deny("BULK_CHANGE", second)
    for permission in set(PROJECT_PERMISSIONS) - {"BROWSE_PROJECTS"}:
        jira.deny(permission, second)  # type: ignore[arg-type]
    jira.deny("BROWSE_PROJECTS", second, project="OTHER")
    return jira


_STAYS = ("made the mail ", "made the task ", "made the preference jira.user.locale ", "made the share scope ")
"""What nobody can take back, and what was set to what it was."""


def left_by_a_run(jira: FakeJira, before: Snapshot) -> list[str]:
    """Return what differs from before a run, but for tasks and mail, and for what was set to what it was."""
    return [one for one in jira.difference(before) if not one.startswith(_STAYS)]


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a run said and exited with."""

    status: int
    lines: str
    progress: str
    found: Mapping[str, Any]

    @property
    def differing(self) -> dict[str, set[str]]:
        """The kinds of differences by the steps that have any."""
        steps = self.found.get("steps", ())
        return {one["name"]: {each["kind"] for each in one["differences"]} for one in steps if one["differences"]}

    @property
    def not_tried(self) -> dict[str, str]:
        """Why which steps were not tried."""
        return {one["name"]: one["why"] for one in self.found.get("steps", ()) if one["result"] == "not tried"}


def hold(
    jira: FakeJira,
    *given: str,
    planted: Planted | None = None,
    json_file: Path | None = None,
    environ: Mapping[str, str] = ENVIRON,
) -> Held:
    """Run `verify` against a site's application; `planted` stands between."""
    carry = to_application(jira.client(), jira.url)

    def carried(sent: Sent) -> Reply:
        return carry(sent) if planted is None else planted(sent, carry)

    lines, progress = StringIO(), StringIO()
    status = main(
        ["--site", jira.url, "--project", "PROJ", *given, *(["--json", str(json_file)] if json_file else [])],
        environ,
        transport=lambda _: carried,
        sleep=lambda _: None,
        out=Out(lines, progress),
    )
    is_written = json_file is not None and json_file.exists()
    found = json.loads(json_file.read_text(encoding="utf-8")) if json_file and is_written else {}
    return Held(status=status, lines=lines.getvalue(), progress=progress.getvalue(), found=found)
