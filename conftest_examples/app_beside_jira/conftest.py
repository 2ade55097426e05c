"""An app beside Jira: a blueprint with a state of its own, on the site of each test."""

import pytest
from flask import Blueprint, request

import runs


@pytest.fixture
def kept_runs(jira_linkfake):
    """The runs that the app keeps in this test."""
    kept = []
    api = Blueprint("tests", __name__, url_prefix="/rest/tests/1.0")

    @api.post("/runs")
    def keep():
        kept.append(request.get_json())
        return {"id": len(kept)}, 201

    jira_linkfake.app.register_blueprint(api)
    return kept


@pytest.fixture
def client(jira_linkfake, kept_runs):
    jira_linkfake.add_issues("TEST-1", "PROJ-1")
    return runs.Runs(jira_linkfake.url, jira_linkfake.auth)
