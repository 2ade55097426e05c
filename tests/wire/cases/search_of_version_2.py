"""search: removed from every version."""

from __future__ import annotations

from functools import partial

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.search import REMOVED, path

_removed = partial(Case, "search: removed", status=410, body=REMOVED)

CASES = (
    *(
        _removed(f"GET, version {version}", path=path("key = PROJ-1", start=f"/rest/api/{version}/search"))
        for version in ("2", "3", "latest")
    ),
    *(
        _removed(
            f"POST, version {version}", method="POST", path=f"/rest/api/{version}/search", sent={"jql": "key = PROJ-1"}
        )
        for version in ("2", "3", "latest")
    ),
    _removed("whatever it is asked for", path="/rest/api/2/search?jql=project+%3D&maxResults=x&validateQuery=false"),
    _removed("whatever is in the body", method="POST", path="/rest/api/2/search", sent={"jql": 1, "unknown": []}),
    _removed(
        "anonymous", seed=seeds.public_to_read, caller=None, path=path("key = PROJ-1", start="/rest/api/2/search")
    ),
)
