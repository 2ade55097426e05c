"""The cases of the wire suite, by what the request is about."""

from __future__ import annotations

from tests.wire.cases import (
    changelog,
    comments,
    create_bodies,
    create_comment_readers,
    create_comments,
    create_links,
    create_order,
    create_references,
    delete_link,
    documented_and_observed,
    issues,
    link_types,
    people,
    permissions,
    projects,
    read_link,
    routing,
    sign_in,
    site,
    write_comments,
)

CASES = (
    *create_order.CASES,
    *create_bodies.CASES,
    *create_references.CASES,
    *create_links.CASES,
    *create_comments.CASES,
    *create_comment_readers.CASES,
    *read_link.CASES,
    *delete_link.CASES,
    *documented_and_observed.CASES,
    *link_types.CASES,
    *issues.CASES,
    *comments.CASES,
    *changelog.CASES,
    *write_comments.CASES,
    *site.CASES,
    *people.CASES,
    *permissions.CASES,
    *projects.CASES,
    *sign_in.CASES,
    *routing.CASES,
)
