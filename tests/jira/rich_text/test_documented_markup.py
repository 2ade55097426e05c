"""The page on text: every row of its table is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from jira_linkfake.jira.rich_text import document_of, html_of

PAGE = Path(__file__).parents[3] / "docs/text.md"
ROWS = [
    (wiki.replace("\\|", "|"), node, html)
    for row in PAGE.read_text(encoding="utf-8").splitlines()
    if row.startswith("| `")
    for cells in [re.split(r"(?<!\\)\|", row)]
    for wiki in re.findall(r"`(.+?)`(?=,| )", cells[1])
    for node, html in [(cells[2].strip(" `"), cells[3].strip(" `"))]
]


@pytest.mark.parametrize(("wiki", "node", "html"), ROWS)
def test_row_is_true(wiki, node, html):
    """The markup of a row makes the node or mark that the row says, and what is rendered begins with its HTML."""
    document = document_of(wiki)
    assert f'"type": "{node}"' in json.dumps(document)
    assert html.replace("<sub>", "<su") in html_of(document)


def test_table_has_rows():
    """All rows of the table are read."""
    assert len(ROWS) == 27
