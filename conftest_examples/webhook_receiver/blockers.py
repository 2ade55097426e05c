"""The code under test: a service that Jira tells of new links, and that hands the blockers of duplicates on."""

import hashlib
import hmac
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from jira import JIRA


def hand_on(jira: JIRA, payload: dict) -> None:
    """Let what blocks a duplicate block the original too."""
    link = payload["issueLink"]
    if link["issueLinkType"]["name"] != "Duplicate":
        return
    duplicate, original = (jira.issue(str(link[end])) for end in ("sourceIssueId", "destinationIssueId"))
    for other in duplicate.fields.issuelinks:
        if other.type.name == "Blocks" and hasattr(other, "inwardIssue"):
            jira.create_issue_link("Blocks", other.inwardIssue.key, original.key)


class Service(ThreadingHTTPServer):
    """The service on a port of its own; it takes only what Jira has signed with the secret."""

    def __init__(self, jira: JIRA, secret: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.jira = jira
        self.secret = secret

    @property
    def url(self) -> str:
        """Where webhooks go."""
        return f"http://127.0.0.1:{self.server_port}/jira"


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        signature = hmac.new(self.server.secret.encode(), body, hashlib.sha256).hexdigest()
        if hmac.compare_digest(self.headers.get("X-Hub-Signature", ""), f"sha256={signature}"):
            hand_on(self.server.jira, json.loads(body))
            self.send_response(204)
        else:
            self.send_response(401)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Write nothing on the terminal."""
