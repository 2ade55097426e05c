"""Rich text as a site keeps it: in the version that it came in, and converted for the other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jira_linkfake.jira.rich_text import document_of, in_version, rendered, wiki_of, words
from jira_linkfake.jira.rich_text.reading_wiki import document_of as document_read
from jira_linkfake.jira.rich_text.writing_wiki import wiki_of as wiki_written
from tests.jira.rich_text.nodes import CODE, STRONG, bullets, doc, item, mention, p, text

DOCUMENT = doc(p(text("Said", STRONG)))

ONE_CONVERSION = """
import json, sys
from jira_linkfake.jira.rich_text import in_version, is_document, words
text, document = json.loads(sys.argv[1])
assert document is None or is_document(document)
for version in (2, 3):
    in_version(version, text, document)
words(text, document)
print(json.dumps([name.rpartition(".")[2] for name in sys.modules if name.startswith("jira_linkfake.jira.rich_text.")]))
"""


def test_text_is_the_same_in_its_own_version():
    """What came as wiki markup is that in version 2, and what came as a document is that very document in 3."""
    assert in_version(2, "*Said*\r\n", None) == "*Said*\r\n"
    assert in_version(3, "Said", DOCUMENT) is DOCUMENT


def test_text_is_converted_for_the_other_version():
    """Version 3 reads wiki markup as a document, with the names that are known, and 2 a document as wiki markup."""
    assert in_version(3, "*Said*", None) == {"version": 1, "type": "doc", "content": [p(text("Said", STRONG))]}
    known = in_version(3, "[~accountid:1]", None, {"1": "alice"}.get)
    assert known["content"] == [p(mention("1", "@alice"))]
    assert in_version(2, "Said", DOCUMENT) == "*Said*"


def test_text_is_rendered_whatever_it_came_as():
    """Wiki markup and documents make the same HTML; nothing makes none."""
    assert rendered("*Said*", None) == rendered("Said", DOCUMENT) == "<p><b>Said</b></p>"
    assert rendered("", None) == ""


def test_words_are_those_without_markup():
    """Search looks into words: neither the signs and names of wiki markup nor the types of nodes are among them."""
    assert words("h1. _Crash_ on\n* {{save}}\n** all\n{code:python}x{code}", None) == "Crash on\nsave\nall\nx"
    assert words("crash\nsave", doc(bullets(item("crash"), item("save")))) == "crash\nsave"


PLAIN = ["Said", "Crash on save, A-1: why?", "x = 1; 50% < 3/4", 'It\'s "so".', "\xdcberlauf \u4e2d", "Note:", "a"]
MARKED = [
    "h1. a",
    "bq. a",
    "- a",
    "a -b-",
    " a",
    "a ",
    "a_b",
    "*a*",
    ":)",
    "a :) b",
    "(y)",
    "a\n\nb",
    "https://a",
    "a\\b",
    "",
]


@pytest.mark.parametrize("said", [*PLAIN, *MARKED])
def test_plain_words_are_converted_as_all_text_is(said):
    """The short way of plain words leads where the long one does, in both directions."""
    assert document_of(said) == document_read(said)
    document = doc(p(said))
    assert wiki_of(document) == wiki_written(document)
    assert wiki_of(doc(p(said), p("b"))) == wiki_written(doc(p(said), p("b")))


@pytest.mark.parametrize(
    "content", [[], [p()], [p(text("a", CODE))], [p("a", "b")], [p("a"), bullets(item("b"))], [p(mention("1"))]]
)
def test_other_documents_are_written_as_all_are(content):
    """A document that is more than paragraphs of plain words, or less, is written the long way."""
    assert wiki_of(doc(*content)) == wiki_written(doc(*content))


@pytest.mark.parametrize(
    ("kept", "loaded"),
    [
        (["Crash on save, A-1: why?", None], set()),
        (["Said", doc(p("Said"), p("So"))], {"document", "symbols"}),
        (["*Said*", None], {"document", "symbols", "reading_wiki", "reading_inline"}),
    ],
)
def test_plain_words_load_nothing(kept, loaded):
    """What knows markup is loaded when some text has it, and what writes it when one is written."""
    command = [sys.executable, "-c", ONE_CONVERSION, json.dumps(kept)]
    run = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[3])
    assert set(json.loads(run.stdout)) == loaded
