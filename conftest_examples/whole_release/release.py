"""The code under test: a bot that makes a whole release, with the client library `jira`."""

import io

from jira import JIRA


def release(jira: JIRA, project: str, version: str, merged: list[str], notes: bytes) -> str:
    """Release a version of what was merged: a ticket for it, linked with what it fixes; returns the ticket's key."""
    made = jira.create_version(version, project)
    for key in merged:
        jira.issue(key).update(fields={"fixVersions": [{"name": version}]})
    fixed = jira.enhanced_search_issues(f'project = {project} AND fixVersion = "{version}" ORDER BY key')
    fields = {"project": project, "issuetype": "Task", "summary": f"Release {version}"}
    ticket = jira.create_issue(fields={**fields, "fixVersions": [{"name": version}]})
    for issue in fixed:
        jira.create_issue_link("Blocks", issue.key, ticket.key)
    jira.add_comment(ticket, f"{len(fixed)} issues are in {version}.")
    jira.add_watcher(ticket, jira.myself()["displayName"])
    jira.add_worklog(ticket, timeSpent="30m")
    jira.add_attachment(ticket, io.BytesIO(notes), filename="notes.txt")
    jira.transition_issue(ticket, "Done", fields={"resolution": {"name": "Done"}})
    made.update(released=True)
    return str(ticket.key)
