"""Whatever stands in what is loaded, it is loaded whole or refused as the author's mistake, and nothing is changed."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jira_linkfake import FakeJira, UsageError
from tests.data.test_jira_answers import REFERENCE, WHOLE
from tests.data.test_jira_plans import AGILE, ANSWERS, API, planned, read
from tests.wire.schemas.states import restricted

DUMPED = restricted()[0].dump()
SITE = planned()
OF_ISSUES = f"{API}/search/jql?jql=key=OPS-1&expand=names,schema&fields=summary,issuetype,parent"
OF_ISSUES += "".join(f",{field_id}" for field_id in SITE.site.software_fields.values())
PLANS = [
    read(SITE, path) for path in (OF_ISSUES, f"{AGILE}/board/2/issue?fields=sprint,closedSprints,epic", *ANSWERS[1:])
]
"""Answers about what is planned, at once."""
WORDS: list[Any] = [None, True, 0, -1, 1.5, 10**30, "", "x", "A-1", "10000", [], ["x"], [None], {}, {"id": "1"}]
JUNK = st.sampled_from([*WORDS, {"name": 5}])


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(one for key, inner in below for one in _paths(inner, (*path, key)))]


CASES = [(data, path) for data in (WHOLE, REFERENCE, DUMPED, PLANS) for path in _paths(data)]


@given(case=st.sampled_from(CASES), junk=JUNK)
def test_whatever_stands_there_is_loaded_or_refused(case: Any, junk: Any) -> None:
    """With anything in the place of anything, data is loaded and can be dumped, or refused with nothing changed."""
    data, path = copy.deepcopy(case[0]), case[1]
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = junk
    jira = FakeJira()
    before = jira.dump()
    try:
        jira.load(data)
    except UsageError:
        assert jira.dump() == before
    else:
        again = FakeJira()
        again.load(jira.dump())
