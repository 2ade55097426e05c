"""mcp-atlassian's server in the process of the site, run by the Python of its own environment.

Its arguments are folders in which it finds what it does not have itself: jira_linkfake, what that needs, these tests.
It writes what a release leaves on the site.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.extend(sys.argv[1:])

from fastmcp import Client
from mcp_atlassian.servers import main_mcp

from jira_linkfake import FakeJira
from tests.clients.mcp_atlassian.release_client import McpAtlassian
from tests.clients.mcp_atlassian.server import settings_for
from tests.clients.release_story import PLANNED, prepare, release, seen


def main() -> None:
    """Make a release in process, and write what the client found fixed, and what it left."""
    with FakeJira() as jira, closing(asyncio.new_event_loop()) as loop:
        jira.add_issues(*PLANNED)
        alice = jira.add_user("alice")
        prepare(jira)
        os.environ.update(settings_for(jira.url, jira.auth))
        server = Client(main_mcp)

        def call(tool: str, arguments: dict[str, Any]) -> Any:
            return json.loads(loop.run_until_complete(server.call_tool(tool, arguments)).content[0].text)

        loop.run_until_complete(server.__aenter__())
        fixed = release(McpAtlassian(call, Path.cwd()), alice)
        loop.run_until_complete(server.__aexit__(None, None, None))
        sys.stdout.write(repr((fixed, seen(jira))))


main()
