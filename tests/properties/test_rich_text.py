"""Text of both versions: what was said is the same after it was converted there and back."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jira_linkfake.jira.rich_text import document_of, html_of, is_document, text_of, wiki_of
from jira_linkfake.jira.rich_text.reading_wiki import document_of as document_read
from jira_linkfake.jira.rich_text.writing_wiki import wiki_of as wiki_written
from tests.jira.rich_text.nodes import (
    BR,
    CODE,
    EM,
    RULE,
    SMILE,
    STRIKE,
    STRONG,
    SUB,
    SUP,
    UNDERLINE,
    WARNING,
    bullets,
    code,
    colour,
    doc,
    heading,
    item,
    link,
    mention,
    node,
    numbers,
    p,
    panel,
    quote,
    row,
    table,
    td,
    text,
    th,
)

SIGNS = "*_-+~^{}[]()|#!?@&;:/\\.,h1bq \ncode"
words = st.text(st.sampled_from("ab1é中 *_-+~^{}[]()|#!?@&;:/\\."), min_size=1, max_size=12)
plain = st.text(st.sampled_from("abcdefg é中123,. \n"), max_size=40)
markup = st.lists(
    st.sampled_from(
        [
            *"*_-+~^#|{}[]()!ab1 \n\n\\",
            "{code}",
            "{code:c}",
            "{quote}",
            "{panel}",
            "{noformat}",
            "{color:red}",
            "{color}",
            "{{",
            "}}",
            "{*}",
            "{_}",
            "h1. ",
            "bq. ",
            "----",
            "* ",
            "# ",
            "** ",
            "||",
            "\n\n",
            "\n* ",
            "\n|",
            "|\n",
            "\\\\",
            "[a|https://b]",
            "[~c]",
            "(!)",
            ":)",
            "https://d ",
            "&#92;",
            "{adf}",
            "[https://e|https://e|smart-link]",
        ]
    ),
    max_size=30,
).map("".join)

# Marks in their order, at most one of each kind.
_MARKS = [[EM], [STRIKE], [STRONG], [SUB, SUP], [UNDERLINE], [colour("#ff0000"), colour("#00b8d9")]]
_marks = st.tuples(*(st.sampled_from([None, None, *marks]) for marks in _MARKS))
_links = st.sampled_from([None, None, None, link("https://a.example/b?c=d"), link("mailto:e@f.example")])


def _trimmed(said):
    return said.strip() or "x"


_texts = st.builds(
    lambda said, marks, address: text(_trimmed(said), *filter(None, [*marks, address])), words, _marks, _links
)
_code = st.sampled_from(["x", "a *b*", "f(x)", "{x", "a}"]).map(lambda said: text(said, CODE))
_atoms = st.one_of(
    st.sampled_from([BR, mention("5:a"), node("inlineCard", url="https://a.example"), text("plain")]), _code, _texts
)


def _line(nodes, start=True):
    """Return inline nodes in normal form: no two texts with the same marks meet, as they would be one."""
    line = []
    for one in nodes:
        if line and line[-1]["type"] == one["type"] == "text" and line[-1].get("marks") == one.get("marks"):
            line[-1] = {**line[-1], "text": line[-1]["text"] + one["text"]}
        else:
            line.append(one)
    return line


_lines = st.lists(_atoms, min_size=1, max_size=6).map(_line)
# In a cell, two hard breaks in a row are not written.
_in_cells = _lines.map(
    lambda line: _line([one for at, one in enumerate(line) if one != BR or line[at - 1 : at] != [BR]])
)
_one_line = _lines.map(lambda line: _line([one for one in line if one != BR] or [text("x")]))
_emoji_lines = st.sampled_from([[SMILE, text(" "), WARNING], [text("a "), SMILE], [WARNING]])
_paragraphs = st.one_of(_lines, _emoji_lines, st.just([])).map(lambda line: p(*line))
_filled = st.one_of(_lines, _emoji_lines).map(lambda line: p(*line))
_lists = st.recursive(
    st.lists(_filled.map(item), min_size=1, max_size=3).flatmap(
        lambda items: st.sampled_from([bullets(*items), numbers(*items)])
    ),
    lambda inner: st.lists(st.builds(item, _filled, inner), min_size=1, max_size=2).flatmap(
        lambda items: st.sampled_from([bullets(*items), numbers(*items)])
    ),
    max_leaves=4,
)
_code_blocks = st.builds(
    lambda said, language: code(said, **({"language": language} if language else {})),
    st.text(st.sampled_from("ab *_{}|\n"), max_size=12),
    st.sampled_from([None, "java", "c++", "objective-c"]),
)
_simple = st.one_of(
    _paragraphs, _lists, _code_blocks, st.just(RULE), st.builds(heading, st.integers(1, 6), _one_line.map(tuple))
).map(lambda block: heading(block["attrs"]["level"], *block["content"][0]) if block["type"] == "heading" else block)
_cells = st.lists(
    st.builds(lambda make, line: make(*line), st.sampled_from([th, td]), st.one_of(_in_cells, st.just([]))),
    min_size=1,
    max_size=3,
)
_tables = st.lists(_cells.map(lambda cells: row(*cells)), min_size=1, max_size=3).map(lambda rows: table(*rows))
_bodies = st.lists(_simple, min_size=1, max_size=3)
_blocks = st.one_of(
    _simple,
    _tables,
    _bodies.map(lambda body: quote(*body)),
    st.builds(lambda kind, body: panel(kind, *body), st.sampled_from(["info", "note", "success"]), _bodies),
    st.just(node("blockCard", url="https://a.example")),
    st.just(node("extension", extensionKey="x")),
)
documents = st.lists(_blocks, min_size=1, max_size=4).map(lambda blocks: doc(*blocks))


@given(documents)
def test_document_comes_back_from_wiki_markup(document):
    """A document in the form that wiki markup is read into is the same after it was written and read."""
    assert document_of(wiki_of(document)) == document


@given(markup)
def test_wiki_markup_settles(wiki):
    """Wiki markup that was read and written once is not changed by it again."""
    once = wiki_of(document_of(wiki))
    assert wiki_of(document_of(once)) == once


@given(plain)
def test_plain_text_is_kept(said):
    """Text without marks is the same in both directions, with its spaces and empty lines."""
    assert wiki_of(document_of(said)) == said


@given(
    st.lists(
        st.text(st.sampled_from("abc " + SIGNS.replace("\n", "")), max_size=30).map(lambda said: said or "x"),
        min_size=1,
    )
)
def test_text_of_a_document_never_becomes_markup(lines):
    """Whatever signs a document's text has, it is only text after it was written and read."""
    assert text_of(document_of(wiki_of(doc(*(p(line) for line in lines))))) == "\n".join(lines)


@given(st.one_of(markup, st.text(st.sampled_from(SIGNS))))
def test_any_markup_makes_a_document(wiki):
    """Whatever is read is a sound document, and has words and HTML."""
    document = document_of(wiki)
    assert is_document(document)
    assert isinstance(html_of(document), str)
    assert isinstance(text_of(document), str)


@given(st.text(st.sampled_from("abh1. ,;:-?!'=/<>%$@()_*#&\\\"bq\u00e9"), max_size=12))
def test_plain_words_take_a_short_way_to_the_same_end(said):
    """What is converted without the modules that know markup is what they would make of it."""
    assert document_of(said) == document_read(said)
    assert wiki_of(doc(p(said))) == wiki_written(doc(p(said)))


HOSTILE = [
    *"*_-+~^{}[]()|#!?@&;:/\\ \n",
    "{code}",
    "{code:a}",
    "{quote}",
    "{quote}{panel}",
    "{panel}",
    "{adf}{",
    "{noformat}",
    "[[",
    "[a|",
    "[~",
    "[a|http://b]",
    "{{",
    "{{a ",
    "{{ a",
    "{{a}}",
    "{*}",
    "{-}a",
    "{color:red}",
    "{color}",
    "*a ",
    "*a* ",
    "_a *b",
    "*a _b ~c ",
    "* a\n",
    "** a\n# b\n",
    "|a",
    "||a|\n",
    "|a\n",
    "\\\\",
    "\\\\x",
    "\\\\ ",
    "h1. ",
    "bq. ",
    "----\n",
    "http://",
    "http://a ",
    "&#92;",
    "(!)",
    "(*",
    "{color:red}\n*",
    "a\n\n",
    "\\*",
]


@pytest.mark.parametrize("sign", HOSTILE)
def test_hostile_text_takes_time_in_proportion(sign):
    """Four times as much of any sign takes nothing like sixteen times as long, and nothing raises."""

    def seconds(characters):
        start = process_time()
        html_of(document_of(wiki_of(document_of(sign * (characters // len(sign))))))
        return process_time() - start

    # CPU time, and that of one of three attempts: what grows with the square takes sixteen times as long.
    assert any(seconds(8_000) < 10 * seconds(2_000) + 0.1 for _ in range(3))
