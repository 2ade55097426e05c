"""Atlassian documents."""

import pytest

from jira_linkfake.jira.rich_text import document_of, is_document, text_of


def _doc(*content):
    return {"type": "doc", "version": 1, "content": list(content)}


def _paragraph(*content):
    return {"type": "paragraph", "content": list(content)}


def _text(text, **more):
    return {"type": "text", "text": text, **more}


def _nested(depth):
    node = _text("deep")
    for _ in range(depth):
        node = {"type": "blockquote", "content": [node]}
    return _doc(node)


@pytest.mark.parametrize(
    "document",
    [
        _doc(),
        _doc(_paragraph()),
        _doc(_paragraph(_text("Said", marks=[{"type": "strong"}]))),
        _doc({"type": "rule"}),
        _doc({"type": "mediaSingle", "attrs": {"layout": "center"}, "content": [{"type": "media", "attrs": {}}]}),
        {**_doc(_paragraph()), "more": "is let pass"},
        _nested(50),
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
        [_doc()],
        {"type": "doc", "version": 1},
        {"type": "doc", "version": 1, "content": None},
        {"type": "doc", "version": 1, "content": {}},
        {"type": "doc", "version": 2, "content": []},
        {"type": "doc", "version": "1", "content": []},
        {"type": "doc", "content": []},
        {"type": "paragraph", "version": 1, "content": []},
        _doc("Said"),
        _doc({"content": []}),
        _doc({"type": 1}),
        _doc({"type": "paragraph", "content": None}),
        _doc({"type": "paragraph", "content": "Said"}),
        _doc(_paragraph({"type": "text"})),
        _doc(_paragraph(_text(None))),
        _doc(_paragraph(_text("Said", content=5))),
        _doc(_paragraph(_text("Said", content=[1]))),
        _doc({"type": "emoji", "attrs": "smile"}),
        _doc({"type": "mention", "attrs": ["alice"]}),
    ],
)
def test_value_that_is_no_document(value):
    """Whatever else a client sends is no document: another type or version, or nodes of the wrong shape."""
    assert not is_document(value)


@pytest.mark.parametrize(
    ("nodes", "text"),
    [
        ([], ""),
        ([_paragraph()], ""),
        ([_paragraph(_text("Said "), _text("so"))], "Said so"),
        ([_paragraph(_text("One")), _paragraph(_text("Two"))], "One\nTwo"),
        ([_paragraph(_text("One"), {"type": "hardBreak"}, _text("Two"))], "One\nTwo"),
        ([{"type": "bulletList", "content": [{"type": "listItem", "content": [_paragraph(_text("Item"))]}]}], "Item"),
        ([_paragraph({"type": "mention", "attrs": {"id": "1", "text": "@alice"}})], "@alice"),
        ([_paragraph({"type": "inlineCard", "attrs": {"url": "https://example.com"}})], "https://example.com"),
        ([{"type": "rule"}], "[rule]"),
        ([{"type": "media", "attrs": None}], "[media]"),
        ([{"type": "mention", "attrs": {"text": 7}}], "7"),
    ],
)
def test_document_has_a_text(nodes, text):
    """A document's text has a line a paragraph; a node that says something without text is told by what it is."""
    assert is_document(_doc(*nodes))
    assert text_of(_doc(*nodes)) == text


@pytest.mark.parametrize("text", ["", "Said", "One\nTwo", "One\n\nThree", " \ud800"])
def test_text_becomes_a_document(text):
    """The document of a text has a paragraph a line, and reads the same."""
    document = document_of(text)
    assert is_document(document)
    assert text_of(document) == text
    assert [node["type"] for node in document["content"]] == ["paragraph"] * (text.count("\n") + 1)
