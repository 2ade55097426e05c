"""What JQL says, and what is wrong with what is no JQL."""

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.model import (
    And,
    Comparison,
    Empty,
    FunctionCall,
    Not,
    Or,
    PropertyName,
    Query,
    Several,
    Sort,
    Value,
)
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.refusals import JqlNotServed
from jira_linkfake.jira.search.tokenizer import KEYWORDS, RESERVED_WORDS

A, B, C, D = (Comparison(name, "=", Value("1", is_number=True)) for name in "abcd")


@pytest.mark.parametrize(
    ("jql", "where"),
    [
        ("a = 1", A),
        ("a=1 and b=1", And((A, B))),
        ("a=1 AND b=1 & c=1 && d=1", And((A, B, C, D))),
        ("a=1 or b=1 | c=1 || d=1", Or((A, B, C, D))),
        ("a=1 or b=1 and c=1", Or((A, And((B, C))))),
        ("a=1 and b=1 or c=1 and d=1", Or((And((A, B)), And((C, D))))),
        ("(a=1 or b=1) and c=1", And((Or((A, B)), C))),
        ("not a=1 and b=1", And((Not(A), B))),
        ("not (a=1 and b=1)", Not(And((A, B)))),
        ("! a=1", Not(A)),
        ("not not a=1", Not(Not(A))),
        ("((a=1))", A),
    ],
)
def test_not_binds_closer_than_and_and_and_than_or(jql, where):
    """Words and signs for the same join alike, each as close as it should."""
    assert parse(jql) == Query(where)


@pytest.mark.parametrize(
    ("jql", "path"),
    [
        ("issue.property[release] = 1", ""),
        ("issue.property[release].state = 1", "state"),
        ('Issue.Property["release"].state.of = 1', "state.of"),
    ],
)
def test_property_is_named_with_its_path(jql, path):
    """A property of issues is named by its key, with the path into it or without one."""
    name = f"issue.property[release]{path and '.'}{path}"
    assert parse(jql) == Query(Comparison(name, "=", Value("1", is_number=True), PropertyName("release", path)))


@pytest.mark.parametrize(
    ("jql", "comparison"),
    [
        ("a != x", Comparison("a", "!=", Value("x"))),
        ("a ~ 'x y'", Comparison("a", "~", Value("x y"))),
        ("a !~ x", Comparison("a", "!~", Value("x"))),
        ("a < 5", Comparison("a", "<", Value("5", is_number=True))),
        ("a <= '5'", Comparison("a", "<=", Value("5"))),
        ("a > -1d", Comparison("a", ">", Value("-1d"))),
        ("a >= now()", Comparison("a", ">=", FunctionCall("now"))),
        ("a IS empty", Comparison("a", "is", Empty())),
        ("a Is Not NULL", Comparison("a", "is not", Empty())),
        ("a = empty", Comparison("a", "=", Empty())),
        ("'two words' = x", Comparison("two words", "=", Value("x"))),
        ("78foo = x", Comparison("78foo", "=", Value("x"))),
        ('a = "and"', Comparison("a", "=", Value("and"))),
        ("a in (x)", Comparison("a", "in", Several((Value("x"),)))),
        ("a not in (x, EMPTY, f())", Comparison("a", "not in", Several((Value("x"), Empty(), FunctionCall("f"))))),
        ("a in ((x, (y)), z)", Comparison("a", "in", Several((Value("x"), Value("y"), Value("z"))))),
        ("a in f(x, 'y z', 3)", Comparison("a", "in", FunctionCall("f", ("x", "y z", "3")))),
    ],
)
def test_comparisons(jql, comparison):
    """Each operator takes a value, a list, a function or EMPTY, whatever it may mean."""
    assert parse(jql) == Query(comparison)


@pytest.mark.parametrize(
    ("jql", "query"),
    [
        ("", Query()),
        ("order by a", Query(None, (Sort("a"),))),
        ("a=1 ORDER BY b asc, 'c d' DESC,e", Query(A, (Sort("b"), Sort("c d", descending=True), Sort("e")))),
    ],
)
def test_order(jql, query):
    """A query can be nothing but an order, and nothing at all."""
    assert parse(jql) == query


# Recorded ones, and those of Jira Server's own functional tests, with the places that they have there.
MISTAKES = [
    ("project = PUB AND", wrong.FieldMissing()),
    ("project = PUB AND (status = Open", wrong.SymbolMissing(expected=")")),
    ("project = PUB status", wrong.ConjunctionExpected(got="status", line=1, character=15)),
    ("project = PUB AND status = = Open", wrong.OperandExpected(got="=", line=1, character=28)),
    ("project =", wrong.OperandMissing()),
    ("invalid query", wrong.OperatorExpected(got="query", line=1, character=9)),
    ("a", wrong.OperatorMissing()),
    ("a '=' b", wrong.OperatorExpected(got="'='", line=1, character=3)),
    ("a ( b", wrong.OperatorExpected(got="(", line=1, character=3)),
    ("a =b order", wrong.SymbolMissing(expected="by")),
    ("a =b order summary", wrong.SymbolExpected(expected="by", got="summary", line=1, character=12)),
    ("a =b order by", wrong.FieldMissing()),
    ("a =b order by a,", wrong.FieldMissing()),
    ("a =b order by asc", wrong.FieldExpected(got="asc", line=1, character=15)),
    ("a =b order by ajsks blah", wrong.DirectionExpected(got="blah", line=1, character=21)),
    ("order by a ASC d", wrong.SymbolExpected(expected=",", got="d", line=1, character=16)),
    ("order by a desc d", wrong.SymbolExpected(expected=",", got="d", line=1, character=17)),
    ('a =b order by "" desc', wrong.FieldNameEmpty(line=1, character=15)),
    ("'' = c", wrong.FieldNameEmpty(line=1, character=1)),
    ("summary ~ bad and \n\\  ~ cool", wrong.FieldNameEmpty(line=2, character=1)),
    ("a = ''()", wrong.FunctionNameEmpty(line=1, character=5)),
    ("a =a and j not is empty", wrong.SymbolExpected(expected="in", got="is", line=1, character=16)),
    ("a = func(", wrong.SymbolMissing(expected=")")),
    ("a = func(, and not (a = x)", wrong.SymbolExpected(expected=")", got=",", line=1, character=10)),
    ("b=func(bad", wrong.SymbolMissing(expected=")")),
    ("bas=func(bad,)", wrong.ArgumentEmpty(line=1, character=14)),
    ("bas=func(bad,", wrong.ArgumentMissing()),
    ("k = func(!", wrong.ArgumentExpected(got="!", line=1, character=10)),
    ("k = func(abc, jk!)", wrong.ArgumentEndExpected(got="!", line=1, character=17)),
    ("(a=b and c = d", wrong.SymbolMissing(expected=")")),
    ("b in ((12, (288)", wrong.SymbolMissing(expected=")")),
    ("abc IN ((foo) abc = a", wrong.SymbolExpected(expected=")", got="abc", line=1, character=15)),
    ("(a=b c=d)", wrong.SymbolExpected(expected=")", got="c", line=1, character=6)),
    ("a=!", wrong.OperandExpected(got="!", line=1, character=3)),
    ("a=b !c=d", wrong.ConjunctionExpected(got="!", line=1, character=5)),
    ("a=b)", wrong.ConjunctionExpected(got=")", line=1, character=4)),
    ("a=(a,", wrong.OperandMissing()),
    ("a=(a,(,bad))", wrong.OperandExpected(got=",", line=1, character=7)),
    ("a in ()", wrong.OperandExpected(got=")", line=1, character=7)),
    ("project = OR", wrong.OperandExpected(got="OR", line=1, character=11)),
    ("key = 1 OR CF = 2 and x = CF", wrong.SymbolExpected(expected="[", got="=", line=1, character=15)),
    ("cf[x] = 1", wrong.NumberExpected(got="x", line=1, character=4)),
    ("cf[1", wrong.SymbolMissing(expected="]")),
    ("id > 1 and x = CF", wrong.OperandExpected(got="CF", line=1, character=16)),
    (", a = b", wrong.FieldExpected(got=",", line=1, character=1)),
    ("[brenden] = a", wrong.FieldExpectedNotBracket(line=1, character=1)),
    ("a = brenden and [78] = q", wrong.FieldExpectedNotBracket(line=1, character=17)),
    ("project = SET", wrong.WordReserved(word="SET", line=1, character=11)),
    ("a was", wrong.OperandMissing()),
    ("a changed from", wrong.OperandMissing()),
    ("a changed x", wrong.ConjunctionExpected(got="x", line=1, character=11)),
    ("a is changed", wrong.OperandExpected(got="changed", line=1, character=6)),
    ("field = open", wrong.WordReserved(word="field", line=1, character=1)),
]


@pytest.mark.parametrize(("jql", "refusal"), MISTAKES, ids=[jql for jql, _ in MISTAKES])
def test_mistake_is_told_with_its_place(jql, refusal):
    """The first mistake is told as Jira tells it: what was expected, what is there, and where."""
    with pytest.raises(Refused) as caught:
        parse(jql)
    assert caught.value.refusals == (refusal,)


@pytest.mark.parametrize("word", sorted(RESERVED_WORDS))
def test_reserved_word_needs_quotation_marks(word):
    """A word that JQL keeps for itself is refused, with its place, and taken in quotation marks."""
    assert parse(f'summary ~ "{word}"') == Query(Comparison("summary", "~", Value(word)))
    with pytest.raises(Refused) as caught:
        parse(f"summary ~ {word}")
    assert caught.value.refusals == (wrong.WordReserved(word=word, line=1, character=11),)


@pytest.mark.parametrize("word", sorted(KEYWORDS - {"empty", "null"}))
def test_keyword_is_no_value(word):
    """A word that JQL is made of is no value without quotation marks."""
    assert parse(f"a = '{word}'") == Query(Comparison("a", "=", Value(word)))
    with pytest.raises(Refused) as caught:
        parse(f"a = {word}")
    assert caught.value.refusals == (wrong.OperandExpected(got=word, line=1, character=5),)


@pytest.mark.parametrize(
    ("jql", "what"),
    [
        ("comment.property[x].y = 1", "comment.property[...] in JQL"),
        ("(" * 51 + "a = 1", "JQL of more than 50 levels"),
        ("(a = 1) and " + "(" * 51 + "a = 1", "JQL of more than 50 levels"),
        ("not " * 51 + "a = 1", "JQL of more than 50 levels"),
    ],
)
def test_what_is_not_served_is_told_by_name(jql, what):
    """What Jira's JQL has and ours has not is never taken for something else."""
    with pytest.raises(Refused) as caught:
        parse(jql)
    assert caught.value.refusals == (JqlNotServed(what=what),)


@pytest.mark.parametrize(
    "jql",
    [
        "(" * 50 + "a = 1" + ")" * 50,
        " and ".join(["(not (a = 1))"] * 60),
        "(a = 1) and " + "(" * 50 + "a = 1" + ")" * 50,
    ],
)
def test_what_is_deep_enough_and_what_is_long(jql):
    """Fifty levels are read, and how many there were before does not count."""
    parse(jql)


@pytest.mark.parametrize(
    ("jql", "written"),
    [
        ("a=1 and b!=c or d is empty", '(("a" = 1) AND ("b" != "c")) OR ("d" is EMPTY)'),
        ("not a=1 order by b, c desc", 'NOT ("a" = 1) ORDER BY "b" ASC, "c" DESC'),
    ],
)
def test_how_a_query_is_written(jql, written):
    """A query as a text has its keywords in capitals and its names in quotation marks."""
    assert str(parse(jql)) == written


@pytest.mark.parametrize(
    "jql",
    [
        "a = 1",
        'a in ("x\\"y", EMPTY, f(1, "z\\\\"), -3)',
        "not (a = 1 or b is not empty) and c ~ 'tab\\t line\\n end\\r \\u0001'",
        "a in f() order by b, c desc",
        "order by a",
        "status WAS NOT IN (Open, EMPTY) BY admin and not a changed",
        "a changed from x to (y, z) after -1d during (1, now()) order by b",
        "",
    ],
)
def test_what_was_read_can_be_written_and_read_again(jql):
    """A query as a text says the same as the text that it was read from."""
    query = parse(jql)
    assert parse(str(query)) == query


def test_an_order_alone_is_parsed():
    """A query that is nothing but an order is right, and is parsed as that."""
    jira = FakeJira()
    reply = jira.client().post("/rest/api/3/jql/parse", json={"queries": ["ORDER BY key"]}, auth=jira.auth)
    assert [*reply.json["queries"][0]["structure"]] == ["orderBy"]
