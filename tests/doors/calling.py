"""One call of `requests` and what comes of it, here or, as a script, in a process of its own."""

from __future__ import annotations

import json
import sys
from typing import Any

import requests


def call(method: str, url: str, auth: tuple[str, str], timeout: float | None = 5, **kwargs: Any) -> dict[str, Any]:
    """Return the reply's status, headers and text, or the type of what was raised, and of what has led to it."""
    try:
        with requests.Session() as session:
            session.trust_env = False
            reply = session.request(method, url, auth=tuple(auth), timeout=timeout, **kwargs)
    except requests.RequestException as error:
        cause = error.args[0]
        reason = getattr(cause, "reason", None) or cause.args[-1]
        return {"raised": type(error).__name__, "over": type(reason).__name__}
    return {"status": reply.status_code, "headers": dict(reply.headers), "text": reply.text}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(call(**json.loads(line))) + "\n")
        sys.stdout.flush()
