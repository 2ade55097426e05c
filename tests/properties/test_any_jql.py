"""Whatever is sent as JQL, it is read, or refused with a place that is in it, and answered in Jira's ways."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import CLAUSES
from jira_linkfake.jira.search.model import (
    PREDICATES,
    And,
    Before,
    Comparison,
    Empty,
    FunctionCall,
    Not,
    Or,
    Predicate,
    Query,
    Several,
    Sort,
    Value,
)
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.refusals import JqlNotServed, JqlSyntaxRefusal, PlacedRefusal
from tests.wire.facts import snapshot

_WORDS = r"""
project key issue text summary labels issueLinkType issueLink parent created status APP APP-1 10000 -1d 2026-01-01
= != ~ !~ < <= > >= in not is was changed by during empty null and or ! & || ( )
, [ ] cf order by asc desc select " ' \ \u00
linkedIssues( currentUser() now() startOfDay( blocks "is 'x' 99999999999999999999
"""
PIECES = st.sampled_from(_WORDS.split())
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
JQL = st.lists(PIECES | TEXTS, max_size=12).map(" ".join) | TEXTS

NAMES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=6).filter(str.strip)
NUMBERS = st.integers(-(2**63), 2**63 - 1).map(lambda number: Value(str(number), is_number=True))
CALLS = st.builds(FunctionCall, NAMES, st.lists(st.text(max_size=5), max_size=3).map(tuple))
SINGLE = st.builds(Value, st.text(max_size=6)) | NUMBERS | st.just(Empty()) | CALLS
OPERANDS = SINGLE | st.lists(SINGLE, min_size=1, max_size=3).map(tuple).map(Several)
OPERATORS = st.sampled_from(["=", "!=", "~", "!~", "<", "<=", ">", ">=", "in", "not in", "is", "is not"])
PREDICATE = st.builds(Predicate, st.sampled_from(PREDICATES), OPERANDS)
SAID = st.lists(PREDICATE, max_size=2).map(tuple)
OF_PAST = st.sampled_from(["was", "was not", "was in", "was not in"])
COMPARISONS = (
    st.builds(Comparison, NAMES, OPERATORS, OPERANDS)
    | st.builds(Before, NAMES, OF_PAST, OPERANDS, SAID)
    | st.builds(Before, NAMES, st.just("changed"), st.none(), SAID)
)


def _joined(clauses):
    several = st.lists(clauses, min_size=2, max_size=3).map(tuple)
    return st.builds(Not, clauses) | st.builds(And, several) | st.builds(Or, several)


RESTRICTIONS = st.recursive(COMPARISONS, _joined, max_leaves=6)
QUERIES = st.builds(
    Query, st.none() | RESTRICTIONS, st.lists(st.builds(Sort, NAMES, st.booleans()), max_size=2).map(tuple)
)

# Comparisons that mean something more often than not.
FIELD_NAMES = st.sampled_from([name for clause in CLAUSES for name in clause.names])
MEANT = st.sampled_from(["APP", "APP-1", "SEC-1", "Done", "High", "Bug", "admin", "blocks", "Blocks", "crash", "-1d"])
KNOWN_CALLS = st.sampled_from(
    [
        FunctionCall("currentUser"),
        FunctionCall("now"),
        FunctionCall("linkedIssues", ("APP-1",)),
        FunctionCall("endOfDay", ("1",)),
    ]
)
KNOWN = st.builds(Value, MEANT) | KNOWN_CALLS | st.just(Empty())
KNOWN_OPERANDS = KNOWN | st.lists(KNOWN, min_size=1, max_size=2).map(tuple).map(Several)
MEANINGFUL = st.recursive(st.builds(Comparison, FIELD_NAMES, OPERATORS, KNOWN_OPERANDS), _joined, max_leaves=4)


@given(jql=JQL)
@example(jql="(" * 5000)
@example(jql="not " * 5000 + "a = 1")
@example(jql="a in " + "(" * 5000 + "1" + ")" * 5000)
@example(jql=" and ".join(["a = 1"] * 5000))
@example(jql="\ud800 = '\udfff")
@example(jql="a = " + "9" * 5000)
def test_any_text_is_read_or_refused_with_a_place_in_it(jql: str) -> None:
    """A text is JQL, or has a mistake that stands in it, or asks for what is not served; nothing else can happen."""
    try:
        query = parse(jql)
    except Refused as refused:
        (refusal,) = refused.refusals
        assert isinstance(refusal, (JqlSyntaxRefusal, JqlNotServed))
        if isinstance(refusal, PlacedRefusal):
            line = jql.split("\n")[refusal.line - 1]
            assert 1 <= refusal.character <= len(line) + 1
    else:
        assert parse(str(query)) == query


@given(query=QUERIES)
def test_any_query_can_be_written_and_read(query: Query) -> None:
    """What a query says is what is read from the text that it is written as."""
    assert parse(str(query)) == query


def _site() -> FakeJira:
    jira = FakeJira()
    jira.add_issue("APP-1", type="Bug", labels=["a"], assignee="admin")
    jira.add_issue("APP-2", summary="Crash", priority=None, parent="APP-1")
    jira.add_issue("SEC-1", visible_to=[])
    jira.add_link("APP-1", "blocks", "APP-2")
    jira.add_link("SEC-1", "blocks", "APP-2")
    jira.allow_only("BROWSE_PROJECTS", ANYONE)
    return jira


def _answer(jira: FakeJira, jql: str, *, anonymous: bool = False) -> tuple[int, list[str]]:
    """Return the status and the ids of what a search finds; nothing of the site may change."""
    before = snapshot(jira.site)
    auth = None if anonymous else jira.auth
    body = {"jql": jql}
    reply = jira.client().post("/rest/api/3/search/jql", json=body, auth=auth)
    assert snapshot(jira.site) == before
    return reply.status_code, [issue["id"] for issue in reply.json.get("issues", ())]


@pytest.fixture(scope="module")
def jira() -> FakeJira:
    """A site that is only searched."""
    return _site()


@given(jql=JQL, anonymous=st.booleans())
def test_any_jql_is_answered(jira: FakeJira, jql: str, anonymous: bool) -> None:
    """A search finds something, or is refused with 400 or 501; what is hidden it never finds."""
    status, ids = _answer(jira, jql, anonymous=anonymous)
    assert status in (200, 400, 501)
    assert "10002" not in ids


@given(clause=MEANINGFUL)
def test_what_is_found_and_its_opposite_have_nothing_in_common(jira: FakeJira, clause: Comparison) -> None:
    """NOT finds none of what is found without it, and NOT NOT the same; what is hidden is in neither."""
    status, ids = _answer(jira, str(clause))
    other_status, others = _answer(jira, f"NOT ({clause})")
    assert other_status == status
    assert set(ids).isdisjoint(others)
    assert _answer(jira, f"NOT (NOT ({clause}))") == (status, ids)
    assert "10002" not in ids + others
