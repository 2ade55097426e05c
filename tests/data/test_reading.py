"""What is in a file is read as its author meant it, and what cannot be read is told with where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from jira_linkfake import FakeJira, UsageError, load


@pytest.fixture(params=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with its parser in C, and without it."""
    if request.param == "in Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.usefixtures("parser")
def test_yaml_does_not_guess() -> None:
    """What YAML would take for a switch, a number, a date or nothing is a text where a text stands."""
    jira = load(b"""
        issues:
        - {key: A-1, summary: on, labels: [1.0, 2026-01-01, yes, 0x10, 1_000, 'null'], priority: ~, reporter: null}
        - key: A-2
          summary: 12:30
          fields: {customfield_1: {a: 5, b: "5", c: 1.50, d: yes, e: true, f: 2026-01-01, g: -1e3, h: ~, i: 1_000}}
    """)
    one, two = jira.issue("A-1"), jira.issue("A-2")
    assert (one.summary, one.priority, one.reporter) == ("on", None, None)
    assert one.labels == ["1.0", "2026-01-01", "yes", "0x10", "1_000", "null"]
    assert two.summary == "12:30"
    assert two.custom_fields["customfield_1"] == {
        "a": 5,
        "b": "5",
        "c": 1.5,
        "d": "yes",
        "e": True,
        "f": "2026-01-01",
        "g": -1000.0,
        "h": None,
        "i": "1_000",
    }


@pytest.mark.usefixtures("parser")
def test_yaml_has_anchors_and_merges() -> None:
    """A part of the data may stand for several, and be merged into others."""
    jira = load(b"issues:\n- &one {key: A-1, type: Bug, summary: x}\n- {<<: *one, key: A-2}")
    assert [(one.key, one.type.name) for one in jira.issues] == [("A-1", "Bug"), ("A-2", "Bug")]


WRONG = {
    "a.json": (b'{"issues": [}', r"a.json: it is no JSON: Expecting value, line 1 column 13$"),
    "twice.json": (b'{"issues": [], "issues": []}', r"twice.json: 'issues' is there twice in one object$"),
    "deep.json": (b"[" * 100_000, r"deep.json is nested too deeply$"),
    "bytes.json": (b"\xff", r"bytes.json is no text in UTF-8: invalid start byte at byte 0$"),
    "a.yaml": (b"issues: [", r"a.yaml: it is no YAML: while parsing a flow node"),
    "twice.yaml": (b"issues: []\nissues: []", r"twice.yaml: 'issues' is there twice, line 2$"),
    "tag.yaml": (b"!!python/object/apply:os.system ['true']", r"tag.yaml: it is no YAML: could not determine a constr"),
    "name.yaml": (b"? [a]\n: 1", r"name.yaml: a name is no text, line 1$"),
    "huge.json": (b'{"issues": [' + b"9" * 5000 + b"]}", r"huge.json: it has a number of 5000 digits$"),
    "nan.json": (b'{"issues": [NaN]}', r"nan.json: it is no JSON: NaN is no number there$"),
    "text.yaml": (b"just words", r"^the data: 'just words' will not do: it takes an object with users, groups,"),
    "empty.yaml": (b"", r"^the data: None will not do: it takes an object with users, groups,"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    """A file that is no JSON, no YAML or no text is refused with its name and the place."""
    content, message = WRONG[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError, match=message):
        FakeJira().load(tmp_path / name)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The nearest file of the folder is named, if there is one; a folder is no file."""
    (tmp_path / "issues.yaml").write_text("")
    with pytest.raises(UsageError, match=r"there is no file '.*isues.yaml': did you mean '.*issues.yaml'\?$"):
        FakeJira().load(tmp_path / "isues.yaml")
    with pytest.raises(UsageError, match=r"there is no file '.*nowhere/x.json'$"):
        FakeJira().load(str(tmp_path / "nowhere" / "x.json"))
    with pytest.raises(UsageError, match=r"the file '.*' cannot be read: Is a directory$"):
        FakeJira().load(tmp_path)


def test_several_files_name_what_others_have(tmp_path: Path) -> None:
    """Files are loaded as one: links of the first may be between issues of the second."""
    (tmp_path / "links.json").write_text('{"links": ["A-1 blocks A-2"]}')
    (tmp_path / "issues.yml").write_text("issues: [A-1, A-2]")
    assert load(tmp_path / "links.json", tmp_path / "issues.yml").sentences() == ["A-1 blocks A-2"]


def test_a_mistake_in_one_of_several_files_names_it(tmp_path: Path) -> None:
    """Where there are several files, a mistake says in which it is."""
    (tmp_path / "issues.yml").write_text("issues: [A-1, A-2]")
    for name, content in (("keys.yml", "link: []"), ("names.yml", "links: [A-1 blocks A-3]")):
        (tmp_path / name).write_text(content)
        with pytest.raises(UsageError, match=rf"^.*{name}: link"):
            FakeJira().load(tmp_path / "issues.yml", tmp_path / name)
