"""A certificate of one's own for 127.0.0.1, for clients that speak nothing but HTTPS."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

from jira_linkfake.errors import UsageError

_NAMES = ("127.0.0.1", "localhost", "::1")


class Certificate:
    """A certificate for loopback and a host; `path` is the file with that of the authority that has issued it.

    Raises `UsageError` where trustme, which makes it, is not installed.
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        try:
            import trustme
        except ImportError:
            raise UsageError(
                "https=True needs trustme, which makes the certificate: pip install jira_linkfake[https]"
            ) from None
        authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*dict.fromkeys((*_NAMES, host))).configure_cert(self.context)
        with tempfile.NamedTemporaryFile(prefix="jira_linkfake_", suffix=".pem", delete=False) as file:
            file.write(authority.cert_pem.bytes())
        self.path = file.name

    def remove(self) -> None:
        """Remove the file."""
        Path(self.path).unlink(missing_ok=True)
