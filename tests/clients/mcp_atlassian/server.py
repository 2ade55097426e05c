"""mcp-atlassian's own server, spoken to through its standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from jira_linkfake import ServedSite

# The server's settings: no look for a newer one, and all its tools. Compiling its modules takes seconds each time. An
# attachment is fetched from where Jira redirects to, if that host can be looked up, or is allowed.
SETTINGS = {
    "FASTMCP_CHECK_FOR_UPDATES": "off",
    "FASTMCP_SHOW_SERVER_BANNER": "false",
    "MCP_ALLOWED_URL_DOMAINS": "atlassian.net",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": "",
    "TOOLSETS": "all",
}
CLIENT = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}}


def settings_for(url: str, credentials: tuple[str, str]) -> dict[str, str]:
    """Return the variables that tell the server of a site and who signs in to it."""
    return {**SETTINGS, "JIRA_URL": url, "JIRA_USERNAME": credentials[0], "JIRA_API_TOKEN": credentials[1]}


class McpServer:
    """A process of the server for a site. It takes a Jira for Cloud by its address, so the port is its proxy.

    It writes its log to the folder that it works in, and what it attaches is below that folder.
    """

    def __init__(self, programs: Path, site: ServedSite, folder: Path) -> None:
        settings = settings_for(site.jira.url.replace("https:", "http:"), site.jira.auth)
        with (folder / "log").open("wb") as errors:
            self._process = subprocess.Popen(
                [programs / "mcp-atlassian"],
                cwd=folder,
                env={**os.environ, **settings, "http_proxy": site.url, "no_proxy": ""},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
            )
        self._asked = 0
        self._ask("initialize", CLIENT)
        self._send({"method": "notifications/initialized"})

    def call(self, tool: str, arguments: dict[str, Any]) -> Any:
        """Call a tool and return what it says, as JSON; raises ValueError with the words of one that fails."""
        result = self._ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        text = "".join(part.get("text", "") for part in result["content"])
        if result.get("isError"):
            raise ValueError(text)
        return json.loads(text)

    def tools(self) -> list[str]:
        """Return the names of the server's tools."""
        return [tool["name"] for tool in self._ask("tools/list", {})["result"]["tools"]]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        assert self._process.stdout
        for line in self._process.stdout:
            answer = json.loads(line)
            if answer.get("id") == self._asked:
                return answer
        raise ValueError("the server has ended")

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        print(json.dumps({"jsonrpc": "2.0", **message}), file=self._process.stdin, flush=True)
