"""The OpenAPI document of the control API."""

from __future__ import annotations

import re
from typing import Any

import jira_linkfake
from jira_linkfake.inspector.routes import BELOW, ROUTES, YAML, Json, Route

_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}


def document(address: str) -> Json:
    """Return the document for the site at an address."""
    paths: dict[str, Json] = {}
    for route in ROUTES:
        paths.setdefault(BELOW + route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "The control API of jira_linkfake",
            "version": jira_linkfake.__version__,
            "description": "What a suite in any language does with a pretend Jira. No operation of Jira's is among it.",
        },
        "servers": [{"url": address}],
        "paths": paths,
        "components": {"schemas": {"Error": _ERROR}},
    }


def _operation(route: Route) -> Json:
    summary, _, more = route.text.partition("\n\n")
    operation: Json = {"operationId": route.view.__name__, "summary": summary.rstrip(".")}
    if more:
        operation["description"] = " ".join(more.split())
    parameters = [_parameter("path", name, {"type": "string"}) for name in re.findall(r"{(\w+)}", route.path)]
    parameters += [_parameter("query", name, schema) for name, schema in route.query.items()]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        content: Json = {"application/json": {"schema": route.body}}
        if route.yaml:
            content[YAML[0]] = {"schema": {"type": "string"}}
        operation["requestBody"] = {"required": route.needs_body, "content": content}
    operation["responses"] = {
        str(route.status): _response("What came of it", route.answer),
        "default": _response("Why nothing was done", {"$ref": "#/components/schemas/Error"}),
    }
    return operation


def _parameter(place: str, name: str, schema: Json) -> Json:
    return {"in": place, "name": name, "required": place == "path", "schema": schema}


def _response(text: str, schema: Any) -> Json:
    return {"description": text, "content": {"application/json": {"schema": schema}}}
