"""The graph of the links: as a tree of sentences, as Mermaid, and as a picture."""

import re
import xml.etree.ElementTree as ET

import pytest

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.testing.graph import tree_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def release():
    """A site with a release that is blocked in a circle, and two issues apart from it."""
    jira = FakeJira()
    for key, summary in {"REL-1": "Release", "APP-1": "Crash", "APP-2": "Crash again", "LIB-1": "Fix"}.items():
        jira.add_issue(key, summary=summary)
    jira.add_issues("WEB-1", "WEB-2", "WEB-3")
    jira.add_link("APP-1", "blocks", "REL-1")
    jira.add_link("APP-2", "duplicates", "APP-1")
    jira.add_link("APP-1", "is blocked by", "LIB-1")
    jira.add_link("REL-1", "blocks", "LIB-1")
    jira.add_link("WEB-1", "relates to", "WEB-2")
    return jira


def test_the_text_is_a_tree_of_sentences(release):
    """Below each issue stands what it reads towards the others; each link once, each issue described once."""
    assert release.graph().text == (
        "REL-1 (Task, To Do): Release\n"
        "  is blocked by APP-1 (Task, To Do): Crash\n"
        "    is duplicated by APP-2 (Task, To Do): Crash again\n"
        "    is blocked by LIB-1\n"
        "  blocks LIB-1 (Task, To Do): Fix\n"
        "WEB-1 (Task, To Do): Summary of WEB-1\n"
        "  relates to WEB-2 (Task, To Do): Summary of WEB-2"
    )
    assert str(release.graph("WEB-3")) == "WEB-3 (Task, To Do): Summary of WEB-3"
    assert str(FakeJira().graph()) == "(no links)"


def test_it_goes_around_issues_to_a_depth(release):
    """Links are followed in either direction, so many steps from the nearest of the issues that are named."""
    keys = [" ".join(issue.key for issue in release.graph("APP-2", depth=depth).issues) for depth in (0, 1, 2, None)]
    assert keys == ["APP-2", "APP-2 APP-1", "APP-2 APP-1 REL-1 LIB-1", "APP-2 APP-1 REL-1 LIB-1"]
    assert [str(link) for link in release.graph("APP-2", depth=1).links] == ["APP-2 duplicates APP-1"]
    assert [issue.key for issue in release.graph("APP-2", "WEB-2", depth=1).issues] == [
        *("APP-2", "WEB-2", "APP-1", "WEB-1")
    ]


def test_links_between_the_farthest_issues_are_there(release):
    """A link between two issues that are both as far away as may be is a part of the graph."""
    assert "REL-1 blocks LIB-1" in [str(link) for link in release.graph("APP-1", depth=1).links]


def test_it_has_the_types_that_are_named(release):
    """Other types are neither shown nor followed, and issues without a link of these are none of the whole graph."""
    assert release.graph(types=["Duplicate"]).text == (
        "APP-1 (Task, To Do): Crash\n  is duplicated by APP-2 (Task, To Do): Crash again"
    )
    assert [one.key for one in release.graph("REL-1", types=["Blocks"]).issues] == ["REL-1", "APP-1", "LIB-1"]


def test_a_large_graph_is_cut_and_says_so(release):
    """Of more issues than it may have, the nearest are kept; text, Mermaid and picture say what is not there."""
    graph = release.graph("APP-2", most=3)
    assert [one.key for one in graph.issues] == ["APP-2", "APP-1", "REL-1"]
    assert (graph.issues_left_out, graph.links_left_out) == (1, 2)
    assert graph.text.splitlines()[-1] == "(1 more issue and 2 more links left out)"
    assert graph.mermaid.splitlines()[-1] == "  %% (1 more issue and 2 more links left out)"
    assert "(1 more issue and 2 more links left out)" in graph.svg


def test_many_links_between_few_issues_are_cut():
    """A graph has at most five times as many links as it may have issues."""
    jira = FakeJira()
    jira.add_issues("A-1", "A-2")
    for number in range(12):
        jira.add_link_type(f"T{number}", inward=f"is t{number} by", outward=f"t{number}")
        jira.add_link("A-1", f"t{number}", "A-2")
    graph = jira.graph(most=2)
    assert (len(graph.links), graph.links_left_out) == (10, 2)
    assert graph.text.endswith("(2 more links left out)")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"depth": -1}, "depth=-1 will not do: it takes a whole number, 0 or more"),
        ({"depth": True}, "depth=True will not do: it takes a whole number or None"),
        ({"most": 0}, "most=0 will not do: it takes a whole number, 1 or more"),
        ({"most": None}, "most=None will not do: it takes a whole number"),
        ({"types": "Blocks"}, "'Blocks' is one: it takes several, in a list"),
        ({"types": ["Block"]}, "there is no link type 'Block' on the site: did you mean 'Blocks'?"),
    ],
)
def test_a_mistake_names_what_is_right(release, wrong, sentence):
    """A wrong value is a `UsageError` that says what it takes."""
    with pytest.raises(UsageError, match=re.escape(sentence)):
        release.graph(**wrong)
    with pytest.raises(UsageError, match="there is no issue 'APP-12' on the site: did you mean 'APP-2'"):
        release.graph("APP-12")


def test_mermaid_shows_direction_and_type(release):
    """Arrows lead from the source with its phrase; a link that says the same in both directions has no head."""
    assert release.graph("WEB-1").mermaid == (
        'flowchart LR\n  n1["WEB-1: Summary of WEB-1"]\n  n2["WEB-2: Summary of WEB-2"]\n  n1 ---|"relates to"| n2'
    )
    assert release.graph("APP-2", depth=1).mermaid.endswith('  n1 -->|"duplicates"| n2')


HOSTILE = '"]; click n1 "javascript:alert(1)" %% <img src=x onerror=alert(1)>\n\x1b[31m\u202e#amp; end ```'


def test_a_hostile_summary_is_a_text_in_mermaid():
    """What means something to Mermaid, Markdown or HTML stands in a label by its number, and is one line."""
    jira = FakeJira()
    jira.add_issue("A-1", summary=HOSTILE)
    label = jira.graph("A-1").mermaid.removeprefix('flowchart LR\n  n1["').removesuffix('"]')
    assert set(re.sub(r"#\d+;", "", label)) <= set("A-1: click n1 javascript:alert(1) img srcx onerror=alert(1)...")
    assert "\n" not in label
    assert label.startswith("A-1: #34;#93;#59; click n1 #34;javascript:alert(1)#34; #37;#37; #60;img src=x")


def _texts(svg):
    return [(one.get("class"), one.text) for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_a_hostile_summary_is_a_text_in_the_picture():
    """The picture is well-formed whatever is in a summary, and has nothing that runs."""
    jira = FakeJira()
    jira.add_issue("A-1", summary="</title><script>alert(1)</script>")
    jira.add_issue("A-2", summary="\ud83d\x00 & \u202e")
    jira.add_link_type("<b>", inward="<i>", outward="' onload='")
    jira.add_link("A-1", "' onload='", "A-2")
    svg = jira.graph().svg
    assert "<script" not in svg
    assert ("summary", "\\ud83d\\x00 & \\u202e") in _texts(svg)
    assert ("summary", "</title><script>alert(1)<…") in _texts(svg)
    tags = {one.tag.removeprefix(SVG) for one in ET.fromstring(svg).iter()}
    assert tags == {"svg", "style", "rect", "g", "title", "path", "text"}


def _boxes(svg):
    """Return where the boxes are, by key."""
    root = ET.fromstring(svg)
    parts = [
        (part, *map(float, re.findall(r"[\d.]+", part.get("transform")))) for part in root if part.get("transform")
    ]
    return {
        text.text: (x + float(box.get("x")), y + float(box.get("y")), float(box.get("width")), float(box.get("height")))
        for part, x, y in parts
        for one in part.iter(f"{SVG}g")
        if one.get("class") == "issue"
        for box, text in [(one.find(f"{SVG}rect"), one.find(f"{SVG}text"))]
    }


def test_links_lead_to_the_right(release):
    """A source stands left of its destination wherever no circle forbids it, and no box covers another one."""
    places = _boxes(release.graph().svg)
    assert places["APP-2"][0] < places["APP-1"][0] < places["REL-1"][0] < places["LIB-1"][0]
    assert places["WEB-1"][0] < places["WEB-2"][0]
    boxes = sorted(places.values())
    for number, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[number + 1 :]:
            apart = x + width <= other_x or other_x + other_width <= x
            assert apart or y + height <= other_y or other_y + other_height <= y


def test_heads_are_at_destinations(release):
    """A head points at the box of the destination: to the right, and to the left on the way back in a circle."""
    svg = release.graph().svg
    heads = re.findall(r"<title>([^<]+)</title><path [^>]+/>(?:<path class=\"head\" d=\"M\S+ \S+l(-?)8)?", svg)
    assert dict(heads) | {"LIB-1 blocks APP-1": ""} == dict(heads)
    assert {sentence for sentence, back in heads if back} == {
        *("APP-1 blocks REL-1", "APP-2 duplicates APP-1", "REL-1 blocks LIB-1")
    }


def test_ways_that_meet_again_are_no_circle():
    """Where two ways lead to one issue, it stands behind both."""
    jira = FakeJira()
    jira.add_issues("A-1", "A-2", "A-3", "A-4")
    for issue, other in (("A-1", "A-2"), ("A-2", "A-3"), ("A-1", "A-4"), ("A-4", "A-2")):
        jira.add_link(issue, "blocks", other)
    places = _boxes(jira.graph().svg)
    assert places["A-1"][0] < places["A-4"][0] < places["A-2"][0] < places["A-3"][0]


def test_the_same_graph_is_always_drawn_alike(release):
    """Two pictures of a graph are the same to the byte."""
    assert release.graph().svg == release.graph().svg


def test_a_circle_of_which_nothing_leads_in_is_drawn():
    """Two issues that block one another have a head each."""
    jira = FakeJira()
    jira.add_issues("A-1", "A-2")
    jira.add_link("A-1", "blocks", "A-2")
    jira.add_link("A-2", "blocks", "A-1")
    assert jira.graph().svg.count('class="head"') == 2


def test_parts_that_would_be_too_wide_stand_below_one_another():
    """Pairs of issues fill lines, as words do."""
    jira = FakeJira()
    for number in range(1, 11, 2):
        jira.add_issues(f"A-{number}", f"A-{number + 1}")
        jira.add_link(f"A-{number}", "blocks", f"A-{number + 1}")
    places = _boxes(jira.graph().svg)
    assert places["A-1"][1] == places["A-3"][1] < places["A-9"][1]


def test_a_fan_has_its_phrase_where_there_is_room():
    """Of a hundred links from one box not each has its phrase, and of an empty graph there is a picture too."""
    jira = FakeJira()
    jira.add_issues(*(f"A-{number}" for number in range(1, 102)))
    for number in range(2, 102):
        jira.add_link("A-1", "blocks", f"A-{number}")
    svg = jira.graph().svg
    assert svg.count('class="head"') == 100
    assert 30 <= svg.count('class="phrase"') <= 60
    assert "0 issues and 0 links" in FakeJira().graph().svg


def test_the_report_has_the_graph_where_it_is_small(release):
    """Links that hang together are shown as a tree too, but for so few or so many that a list says it better."""
    assert "The links as a graph:\n  APP-1\n    blocks REL-1\n      blocks LIB-1\n" in release.report()
    assert "as a graph" not in FakeJira().report()
    for number in range(4, 12):
        release.add_issue(f"WEB-{number}")
        release.add_link("WEB-1", "blocks", f"WEB-{number}")
    assert "as a graph" not in release.report()


def test_pairs_are_no_graph_in_the_report():
    """Links of which no two share an issue are shown as sentences alone."""
    jira = FakeJira()
    for number in (1, 3, 5):
        jira.add_issues(f"A-{number}", f"A-{number + 1}")
        jira.add_link(f"A-{number}", "blocks", f"A-{number + 1}")
    assert "as a graph" not in jira.report()
    assert tree_of([], []) == []
