"""What an Atlassian document is, and the words that it says."""

from __future__ import annotations

import pytest

from jira_linkfake.jira.rich_text import html_of, is_document, text_of, wiki_of, wrong_with
from tests.jira.rich_text.nodes import (
    BR,
    RULE,
    SMILE,
    STRONG,
    WARNING,
    bullets,
    code,
    doc,
    heading,
    item,
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


def _nested(kind, levels):
    inner = text("deep")
    for _ in range(levels):
        inner = {"type": kind, "content": [inner]}
    return doc(inner)


@pytest.mark.parametrize(
    "document",
    [
        doc(),
        doc(p()),
        doc(p(text("Said", STRONG))),
        doc(RULE),
        doc(node("mediaSingle", node("media", id="1"), layout="center")),
        {**doc(p()), "more": "is let pass"},
        doc(p({**text("Said"), "marks": "of any form"})),
        _nested("blockquote", 99),
    ],
)
def test_document_is_known(document):
    """An Atlassian document is an object of type doc, version 1, with nodes that have a type and nodes in turn."""
    assert is_document(document)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "Said",
        1,
        [],
        {},
        [doc()],
        {"type": "doc", "version": 1},
        {"type": "doc", "version": 1, "content": None},
        {"type": "doc", "version": 1, "content": {}},
        {"type": "doc", "version": 2, "content": []},
        {"type": "doc", "version": "1", "content": []},
        {"type": "doc", "content": []},
        {"type": "paragraph", "version": 1, "content": []},
        {**doc(), "attrs": "of the document"},
        {"type": "doc", "version": 1, "content": ["Said"]},
        doc({"content": []}),
        doc({"type": 1}),
        doc({"type": "paragraph", "content": None}),
        doc({"type": "paragraph", "content": "Said"}),
        doc(p({"type": "text"})),
        doc(p(text(None))),
        doc(p({**text("Said"), "content": 5})),
        doc(p({**text("Said"), "content": [1]})),
        doc({"type": "emoji", "attrs": "smile"}),
        doc({"type": "mention", "attrs": ["alice"]}),
        _nested("blockquote", 100),
        _nested("blockquote", 100_000),
    ],
)
def test_value_that_is_no_document(value):
    """Whatever else a client sends is no document: another type or version, or nodes of the wrong shape or too deep."""
    assert not is_document(value)


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (None, "is nothing, not an object"),
        ({1}, "is a set, not an object"),
        ({"type": "paragraph"}, 'has "paragraph" as its type, not "doc"'),
        ({"type": "doc", "version": [1]}, "has a list as its version, not 1"),
        ({"type": "doc", "version": 1}, "has no content"),
        ({"type": "doc", "version": 1, "content": None}, "has a doc whose content is nothing, not a list"),
        (
            doc(p(), {"type": "paragraph", "content": {}}),
            "has a paragraph whose content is an object, not a list at content[1]",
        ),
        (
            doc(bullets(item(p(text("a"), True)))),
            "has a boolean in place of a node at content[0].content[0].content[0].content[1]",
        ),
        (doc(p(), {"text": "a"}), "has a node without a type at content[1]"),
        (doc(p({"type": "text", "value": "a"})), "has a text node without a text at content[0].content[0]"),
        (doc({"type": "emoji", "attrs": ":)"}), "has a emoji whose attrs are a text, not an object at content[0]"),
        (_nested("blockquote", 100), "has more than 100 levels of nodes"),
    ],
)
def test_what_is_wrong_with_a_document_is_told(value, wrong):
    """What keeps a value from being a document is named, with its place."""
    assert wrong_with(value) == wrong


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], ""),
        ([p()], ""),
        ([p("Said "), p()], "Said \n"),
        ([p("One"), p("Two")], "One\nTwo"),
        ([p("One", BR, "Two")], "One\nTwo"),
        ([bullets(item("crash"), item("save", numbers(item("all"))))], "crash\nsave\nall"),
        ([table(row(th("a"), th("b")), row(td("c"), td()))], "a\nb\nc\n"),
        ([heading(1, "Top"), quote(p("said"), p("so")), panel("info", p("note"))], "Top\nsaid\nso\nnote"),
        ([code("x = 1\ny", language="python"), code("")], "x = 1\ny\n"),
        ([node("taskList", node("taskItem", text("a")), node("taskItem", text("b")))], "a\nb"),
        ([node("expand", p("a"), title="More"), node("expand", p("b"), title=7)], "More\na\nb"),
        ([p("Hi ", mention("1", "@alice"), mention("2"))], "Hi @alice@2"),
        ([p(SMILE, " ", WARNING)], "\U0001f642 :warning:"),
        ([p(node("inlineCard", url="https://example.com"))], "https://example.com"),
        ([p(node("date"), node("mediaInline"), node("placeholder"))], "[date][mediaInline]"),
        ([node("blockCard", url="https://example.com")], "https://example.com"),
        ([RULE], "[rule]"),
        ([node("extension", key="toc")], "[extension]"),
        ([{"type": "media", "attrs": None}], "[media]"),
        ([node("media", alt="a.png")], "a.png"),
        ([node("mediaSingle", node("media", id="1"))], "[media]"),
        ([{"type": "mention", "attrs": {"text": 7}}], "7"),
        ([quote(text("bare"), p("block"), text("bare"))], "bare\nblock\nbare"),
    ],
)
def test_document_has_a_text(content, said):
    """The words of a document stand apart: a line for each paragraph, item, cell and heading."""
    assert is_document(doc(*content))
    assert text_of(doc(*content)) == said


@pytest.mark.parametrize("content", [[], [p()], [p(" "), p(BR)], [bullets(item(p()))], [node("expand", p(), title="")]])
def test_document_that_says_nothing(content):
    """Spaces and line breaks say nothing, wherever they stand."""
    assert not text_of(doc(*content)).strip()


@pytest.mark.parametrize("content", [[p("a")], [RULE], [p(SMILE)], [node("media")], [bullets(item(p(mention("1"))))]])
def test_document_that_says_something(content):
    """A word says something, and so does what is seen without one: a rule, a picture, a mention."""
    assert text_of(doc(*content)).strip()


KINDS = ["blockquote", "panel", "bulletList", "listItem", "tableCell", "table", "expand", "heading", "taskList", "new"]


@pytest.mark.parametrize("kind", KINDS)
def test_deepest_document_is_converted(kind):
    """A document of as many levels as are let pass is written, rendered and read through, also deep in a call."""
    document = _nested(kind, 99)

    def called(levels):
        if levels:
            return called(levels - 1)
        return text_of(document), "deep" in wiki_of(document), "deep" in html_of(document)

    assert called(400) == ("deep", True, True)
