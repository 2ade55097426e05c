"""The JSON Schema of data takes what `dump` writes and what the pages show, and refuses what `load` refuses."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from jira_linkfake import FakeJira, UsageError, __main__
from tests.wire.schemas.states import STATES


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """The schema, as an editor uses it."""
    from jira_linkfake.data.json_schema import json_schema

    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


@pytest.mark.parametrize("state", STATES)
def test_what_is_dumped_is_valid(validator: Draft202012Validator, state: str) -> None:
    """What a site writes is what the schema says."""
    data = STATES[state]()[0].dump()
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    "time", ["2026-01-31", "2026-01-31 10:00", "2026-01-31T10:00:00.123+0200", "2026-01-31T10:00Z"]
)
def test_each_form_of_a_time_is_valid(validator: Draft202012Validator, time: str) -> None:
    """A time is written in each form that `load` takes, and no editor complains."""
    data = {"issues": [{"key": "A-1", "created": time}]}
    assert validator.is_valid(data)
    assert FakeJira().load(data).issues == ["A-1"]


@pytest.mark.parametrize(
    "data",
    [
        {"isues": []},
        {"issues": {}},
        {"issues": [1]},
        {"issues": [{"summary": "x"}]},
        {"issues": [{"key": "A-1", "sumary": "x"}]},
        {"issues": [{"key": "A-1", "labels": "x"}]},
        {"issues": [{"key": "A-1", "archived": "maybe"}]},
        {"issues": [{"key": "A-1", "id": "x"}]},
        {"issues": [{"key": "A-1", "type": None}]},
        {"issues": [{"key": "A-1", "created": "yesterday"}]},
        {"issues": [{"key": "A-1", "due": "2026-01-31T12:00:00Z"}]},
        {"issues": [{"key": "A-1", "original_estimate": -1}]},
        {"issues": [{"key": "A-1", "id": "9" * 20}]},
        {"permissions": [{"permission": "FLY"}]},
        {"statuses": [{"name": "x", "category": "Doing"}]},
        {"custom_fields": [{"name": "x", "id": "field"}]},
        {"links": [1]},
        {"last_ids": {"issue": "x"}},
    ],
    ids=str,
)
def test_what_is_refused_is_invalid(validator: Draft202012Validator, data: dict[str, object]) -> None:
    """What has a wrong attribute or a wrong value is wrong by the schema too."""
    assert not validator.is_valid(data)
    with pytest.raises(UsageError):
        FakeJira().load(data)


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m jira_linkfake schema` prints the schema, in which each attribute says what it means."""
    __main__.main(["schema"])
    printed = json.loads(capsys.readouterr().out)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    issue = printed["$defs"]["issues"]["anyOf"][1]
    assert issue["properties"]["key"] == {"type": "string", "description": "Its key: PROJ-1."}
    assert (issue["required"], issue["additionalProperties"]) == (["key"], False)
