"""Node.js, and what npm installs for it: jira.js as the tests call it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.clients.outside import missing, one_at_a_time

SOURCE = Path(__file__).parent / "jira_js"
# jira.js asks for Node.js 22 and runs on 20, which is what many machines still have.
LOWEST_NODE = 20
# What sites send, as JiraPS captured it on powershell.atlassian.net, and Atlassian's description leaves out.
UNDESCRIBED_ON_SITES = {"isLooped"}
# What Atlassian's example of an answer has, and its description calls deprecated or leaves out: so does jira.js.
DEPRECATED = {
    "project": r"(POST|PUT) /rest/api/3/version(/\d+)?",
    "name": r"(POST|PUT) /rest/api/3/project/\w+/role/\d+",
}
NPM_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--engine-strict=false")
# Where there is no registry, npm is to say so soon.
NOT_LONG = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--loglevel=error")


def path_of(program: str) -> str:
    """Return where a program of Node.js is; without it the tests of jira.js are skipped."""
    return shutil.which(program) or missing("jira.js", f"{program} is not installed")


def node_of_age() -> str:
    """Return where Node.js is; without one that is new enough the tests of jira.js are skipped."""
    node = path_of("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(re.findall(r"\d+", version)[0]) < LOWEST_NODE:
        missing("jira.js", f"Node.js is {version}, and {LOWEST_NODE} is the lowest that will do")
    return node


def install(folder: Path) -> Path:
    """Install jira.js into a folder below this one, where it is not there yet, and return that folder.

    Where npm fails, as without a registry, the tests of jira.js are skipped with the first line that it says.
    """
    npm = path_of("npm")
    target = folder / hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()[:16]
    with one_at_a_time(folder):
        shutil.copytree(SOURCE, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
        # npm writes this file when all the others are there.
        if not (target / "node_modules/.package-lock.json").exists():
            result = subprocess.run([npm, *NPM_CI, *NOT_LONG], cwd=target, capture_output=True, text=True, check=False)
            if result.returncode:
                missing("jira.js", f"npm could not install it ({result.stderr.partition(chr(10))[0]})")
    return target


class JiraJsError(Exception):
    """What a method of jira.js threw: its text, the error's name, and the status and body of Jira's answer."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error["text"])
        self.name = error["name"]
        self.status = error.get("status")
        self.body = error.get("body")
        self.report = error.get("report")


class Node:
    """A process of Node.js that calls jira.js."""

    def __init__(self, node: str, folder: Path) -> None:
        command = [node, "calls.js"]
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "AUDIT_SCHEMAS": "true"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def call(self, **call: Any) -> Any:
        """Make one call and return its value; raises `JiraJsError` for what it threw.

        An answer that holds what Atlassian does not describe fails the test.
        """
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(call), file=self._process.stdin, flush=True)
        outcome = json.loads(self._process.stdout.readline())
        if "error" in outcome:
            raise JiraJsError(outcome["error"])
        assert [one for one in outcome["undescribed"] if not _known_to_be(one)] == []
        return outcome.get("value")

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _known_to_be(undescribed: dict[str, Any]) -> bool:
    """Say whether it is known why jira.js does not know the keys that it tells of."""
    deprecated = {key for key, endpoint in DEPRECATED.items() if re.fullmatch(endpoint, undescribed["endpoint"])}
    return (UNDESCRIBED_ON_SITES | deprecated).issuperset(undescribed.get("keys", "?"))


class JiraJs:
    """jira.js as a client of one site, which a user has signed in to."""

    def __init__(self, node: Node, url: str, email: str, token: str) -> None:
        self._node = node
        self._site = {"host": url, "auth": {"type": "basic", "email": email, "apiToken": token}}

    def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method by its name in jira.js, such as "issues.getIssue"; raises `JiraJsError` for what it threw."""
        return self._node.call(site=self._site, method=method, parameters=parameters)

    def names(self) -> list[str]:
        """Return the names of all methods, such as "issues.getIssue"."""
        return list(self._node.call(site=self._site))

    def status_of(self, method: str) -> int | None:
        """Call a method with whatever it asks for, and return the status of what it threw; None where it did not."""
        try:
            self._node.call(site=self._site, method=method)
        except JiraJsError as error:
            return error.status
        return None
