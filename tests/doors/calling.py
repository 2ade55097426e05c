"""One call of `requests` and what comes of it, here or, as a script, in a process of its own."""

from __future__ import annotations

import json
import sys
from typing import Any

import requests


def call(method: str, url: str, auth: tuple[str, str], timeout: float | None = 5, **kwargs: Any) -> dict[str, Any]:
    """Return the reply's status and headers, or what was raised: its type, its cause's, and whether it says so."""
    try:
        with requests.Session() as session:
            session.trust_env = False
            reply = session.request(method, url, auth=tuple(auth), timeout=timeout, **kwargs)
    except requests.RequestException as error:
        return {"raised": type(error).__name__, "over": type(error.args[0]).__name__}
    return {"status": reply.status_code, "headers": dict(reply.headers), "text": reply.text}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(call(**json.loads(line))) + "\n")
        sys.stdout.flush()
