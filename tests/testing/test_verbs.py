"""What every verb does with what it does not take."""

from __future__ import annotations

import inspect
from contextlib import AbstractContextManager
from typing import Any

import pytest

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.testing.verbs import Verbs

WRONG = (None, 5, b"bytes", [object()])
TAKEN = {
    "key": "NEW-1",
    "issue": "APP-1",
    "other": "LIB-1",
    "phrase": "blocks",
    "project": "APP",
    "user": "admin",
    "bearer": "APP-1",
    "permission": "LINK_ISSUES",
    "holders": "admin",
    "status": "Done",
    "to": "Done",
    "jql": "project = APP",
    "url": "https://example.com",
    "time_spent": "1h",
    "method": "GET",
    "path": "issueLink",
    "event": "issuelink_created",
    "sentences": ("APP-1 blocks LIB-1",),
    "link_type": "Blocks",
    "board": "Board",
    "function": print,
    "json": {},
}
"""What a verb takes besides the one value that is wrong, by the names of its parameters."""
VERBS: dict[str, list[inspect.Parameter]] = {
    name: [*inspect.signature(verb).parameters.values()][1:]
    for name in dir(FakeJira)
    if not name.startswith("_") and inspect.isfunction(verb := inspect.getattr_static(FakeJira, name))
}


def _call(jira: FakeJira, name: str, wrong: str, value: object, before: object) -> None:
    """Call a verb with one value of another kind, and all others as it takes them."""
    args: list[object] = []
    named: dict[str, object] = {}
    for one in VERBS[name]:
        given = value if one.name == wrong else before if one.name == "before" else TAKEN.get(one.name, "x")
        if one.kind in (one.POSITIONAL_OR_KEYWORD, one.VAR_POSITIONAL) and (
            one.name == wrong or one.default is one.empty
        ):
            args.append(given)
        elif one.kind == one.KEYWORD_ONLY and (one.name == wrong or one.default is one.empty):
            named[one.name] = given
    result = getattr(jira, name)(*args, **named)
    if isinstance(result, AbstractContextManager):
        with result:
            pass


@pytest.mark.parametrize("name", [name for name, parameters in VERBS.items() if parameters])
def test_a_value_of_another_kind_is_told_and_changes_nothing(jira: FakeJira, name: str) -> None:
    """Whatever kind of value a verb is handed, it takes it or says what is wrong: nothing else is raised."""
    jira.add_board("Board", project="APP")
    before = jira.snapshot()
    for wrong in VERBS[name]:
        for value in WRONG:
            try:
                _call(jira, name, wrong.name, value, before)
            except (UsageError, AssertionError):
                assert jira.difference(before) == []
            jira.restore(before)


MISTAKES: dict[str, tuple[Any, str]] = {
    "text": (lambda jira: jira.add_issue("NEW-1", summary=5), "summary=5 will not do: it takes a text or None"),
    "truth": (lambda jira: jira.set_issue("APP-1", archived="no"), "archived='no' will not do: it takes True or False"),
    "number": (
        lambda jira: jira.add_issue_type("Chore", hierarchy_level=True),
        "hierarchy_level=True will not do: it takes a whole number",
    ),
    "date": (
        lambda jira: jira.add_version("1", project="APP", release_date=5),
        "release_date=5 will not do: it takes a text or a date or None",
    ),
    "dict": (
        lambda jira: jira.add_issue("NEW-1", fields=["labels"]),
        "fields=['labels'] will not do: it takes a dict or None",
    ),
    "empty name": (lambda jira: jira.add_user(" "), "name=' ' will not do: it takes a text that says something"),
    "text of a comment": (
        lambda jira: jira.assert_commented("APP-1", None),
        "text=None will not do: it takes a text, or a pattern as re.compile makes it",
    ),
    "snapshot": (
        lambda jira: jira.restore("before"),
        "'before' is no snapshot: it takes what snapshot() returned before",
    ),
    "mistyped keyword": (
        lambda jira: jira.add_issue("NEW-1", assigne="admin"),
        "add_issue takes no 'assigne': did you mean 'assignee'?",
    ),
    "keyword that another verb has": (
        lambda jira: jira.add_comment("APP-1", "x", by="admin"),
        "add_comment takes no 'by': did you mean 'author'?",
    ),
    "mistyped field": (
        lambda jira: jira.set_issue("APP-1", fields={"labls": ["x"]}),
        "fields has names such as 'customfield_10010', not 'labls': did you mean 'labels'?",
    ),
    "several for one": (
        lambda jira: jira.add_comment("APP-1", "x", visible_to=["devs"]),
        "['devs'] is several: it takes one at a time, by name or as a value",
    ),
    "nothing given": (
        lambda jira: jira.assert_linked("APP-1 blocks LIB-1"),
        "assert_linked takes issue, phrase, other: not given is phrase, other",
    ),
    "by place": (
        lambda jira: jira.add_role("Testers", "APP"),
        "add_role takes name, and by name project, members: that is too much",
    ),
    "nothing": (lambda jira: jira.assert_no_links("APP-1"), "assert_no_links takes nothing: that is too much"),
}


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_what_the_verb_takes(jira: FakeJira, mistake: Any, sentence: str) -> None:
    """What is wrong with the values of a verb is said in one sentence."""
    with pytest.raises(UsageError) as caught:
        mistake(jira)
    assert str(caught.value) == sentence


def test_what_a_user_derives_is_not_looked_at() -> None:
    """A method of a user's own class takes what it likes."""

    class Mine(FakeJira):
        def add_both(self, key: int) -> object:
            return key

    assert Mine().add_both("key") == "key"  # type: ignore[arg-type]
    assert issubclass(Mine, Verbs)
