"""What Jira answers to each refusal: status, wording, envelope and evidence. The only place with messages.

A template's `{0}` is the refusal. Where the reference and real sites disagree on a status, the record has both.
"""

from __future__ import annotations

from jira_linkfake.rest.replies import (
    added_links,
    comments,
    editing,
    fields,
    issues,
    jql,
    jql_functions,
    jql_syntax,
    link_types,
    links,
    people,
    permissions,
    projects,
    remote_links,
    requests,
)
from jira_linkfake.rest.replies.answer import Answer, Envelope, Seen
from jira_linkfake.site.refusals import Refusal

__all__ = ["ANSWERS", "Answer", "Envelope", "Seen"]

ANSWERS: dict[type[Refusal], Answer] = {
    **requests.ANSWERS,
    **issues.ANSWERS,
    **link_types.ANSWERS,
    **links.ANSWERS,
    **comments.ANSWERS,
    **permissions.ANSWERS,
    **people.ANSWERS,
    **projects.ANSWERS,
    **remote_links.ANSWERS,
    **jql_syntax.ANSWERS,
    **jql.ANSWERS,
    **jql_functions.ANSWERS,
    **editing.ANSWERS,
    **fields.ANSWERS,
    **added_links.ANSWERS,
}
