"""How we know what Jira answers; every answer names its evidence."""

from __future__ import annotations

from typing import Literal, NamedTuple

Grade = Literal["documented", "observed", "chosen"]


class Evidence(NamedTuple):
    """`documented` by the reference, `observed` on real sites (`source` says where), or `chosen` by us (why)."""

    grade: Grade
    source: str

    def __str__(self) -> str:
        return f"{self.grade}: {self.source}"


OPENAPI = "Atlassian's OpenAPI of August 2026 (build 5177f967)"
"""What statuses, schemas and examples were compared with: `rest/operations.tsv`, and the schemas of the tests."""

REFERENCE = Evidence("documented", f"reference of Jira Cloud's REST API; {OPENAPI}")
WEBHOOKS_PAGE = Evidence("documented", "Jira Cloud's page on webhooks; the keys are those that clients read")
RECORDED = Evidence("observed", "public Cloud site, v3, anonymous caller, October 2026 (Alknoma/minutehand)")
RECORDED_NAME = Evidence("observed", f"by name: {RECORDED.source}; by id: functional tests of Jira Server 6")
LIVE_SUITE = Evidence("observed", "live suite of MrRefactoring/jira.js on Cloud, v3, August 2026")
LIVE_PERMISSION = Evidence("observed", "Cloud, v3, August 2026; Server 8.20; pycontribs/jira issue 1296")
LIVE_CONTRACT = Evidence("observed", "round trip on a Cloud site, v3, September 2026")
MEASURED_ERRORS = Evidence("observed", "errors measured on Cloud sites, September 2026 (brekkylab/backlot)")
SERVER_SUITE = Evidence("observed", "functional tests of Jira Server 6; Cloud's words are not known")
SERVER_CLIENT = Evidence("observed", "tests of atlassian/jira-rest-java-client; Cloud's words are not known")
SERVER_CAPTURE = Evidence("observed", "captures of Jira Server and Data Center, 2015 to 2026")
TERRAFORM = Evidence("observed", "fourplusone/terraform-provider-jira issue 90")
CLIENT_CAPTURE = Evidence("observed", "captures of a command-line client on a Cloud site, v3 (open-cli-collective)")
PYCONTRIBS_LINK = Evidence("observed", "pycontribs/jira issue 157, Server, 2015; its place under errors is chosen")
SERVER_TESTS = Evidence("observed", "tests of Jira Server 6 below its REST API; Cloud's words are not known")

REPORTED_JQL = Evidence(
    "observed",
    "answers of Cloud sites, 2017 to 2024, in canonical/gh-jira-sync-bot issue 45, GothenburgBitFactory/bugwarrior"
    " issue 1003, solidify/jira-azuredevops-migrator issue 61, ahungry/org-jira issue 298, hygieia/hygieia issue 1376",
)

REMOVED_SEARCH = Evidence(
    "observed",
    f"{RECORDED.source}; versions 2 and latest as captured in onyx-dot-app/onyx issue 5235, and in"
    " pycontribs/jira issue 2367, lesstif/php-jira-rest-client issue 552, apache/devlake issue 8647",
)

BEARER_AT_SITE = Evidence(
    "observed",
    "answers of Cloud sites in teemtee/tmt issue 4879, fourplusone/terraform-provider-jira issue 97,"
    " lesstif/php-jira-rest-client issue 528, erishforG/git-parsec issue 367",
)
GATEWAY_RECORDED = Evidence("observed", "Atlassian's gateway, anonymous caller, October 2026 (Alknoma/minutehand)")
TENANT_INFO = Evidence("observed", "tenant_info of Cloud sites (pycontribs/jira issue 2368)")
MEASURED_METHODS = Evidence("observed", "measured on Cloud sites, 2026 (brekkylab/backlot issues 255 and 311)")

SESSION_REPORT = Evidence("observed", "pycontribs/jira issue 959, Cloud, with a good API token")

STRICT_ACCOUNTS = Evidence(
    "observed",
    "answers of Cloud sites in danshumaker/jira-cli issue 10, nyyManni/ejira issue 37 and jira-cmd issue 147 (2026)",
)
STRICT_SEARCH = Evidence("observed", "answer of a Cloud site in pycontribs/jira issue 2350, 2025")

MEASURED_JQL = Evidence("observed", "measured on a Data Center site (jira.slac.stanford.edu), September 2026")

PROJECT_REPORTS = Evidence(
    "observed", "bodies in reports about making projects on Cloud sites (tenable/integration-jira-cloud issue 137)"
)

VERSION_REFUSED = Evidence("observed", "a Cloud site, 2026 (notes of a forecasting tool that writes to versions)")

PART_REPORTS = Evidence(
    "observed",
    "of versions: alisaifee/jira-cli issue 64, jenkinsci/jira-steps-plugin issue 3;"
    " of components: magicdude4eva/graylog-jira-alarmcallback issue 8",
)
NOT_A_LIST = Evidence("observed", "of components: gioboa/jira-plugin issue 53, AtlassianPS/JiraPS issue 34")

ATTACHMENT_GONE = Evidence("observed", "a Cloud site, 2026 (notes about attachments that were lost)")
NO_ATTACHING = Evidence("observed", "answers in clients' tests and notes of Cloud and Server sites, 2018 to 2024")
XSRF_OF_FILES = Evidence(
    "observed", "Cloud, as clients that upload say in their code; Server answered 404 (jira-connector issue 161)"
)

LINKS_IN_FIELDS = Evidence("observed", "andygrunwald/go-jira issue 210; notes on a Cloud site, 2026")
LOGGED_OUT = Evidence("observed", "headers of a Cloud site, April 2026 (MrRefactoring/jira.js issue 418)")
LOGIN_PAGE = Evidence(
    "observed",
    "atlassian/gajira-login issue 59, Cloud, February 2025; as HTML by brekkylab/backlot, 2026",
)
CAPTCHA_CAPTURE = Evidence("observed", "a capture of Jira Server in a public tutorial, 2022")
MAIL_REPORTS = Evidence(
    "observed", "as clients that send mail say in their code (jira-connector: where nobody who is named gets mail)"
)
UNKNOWN_WATCHER = Evidence("observed", "answer of a Cloud site in pycontribs/jira issue 1123, 2021")
WORKLOG_REPORTS = Evidence("observed", "answers of Cloud sites in programs that log work, 2021 to 2026")
XSRF_REPORTS = Evidence("observed", "Cloud, 2026 (stablyai/orca pull request 5957, MrRefactoring/jira.js issue 100)")
RATE_LIMITING = Evidence("documented", "Atlassian's pages about rate limiting, 2026")


def chosen(why: str) -> Evidence:
    """Return the evidence of what nobody has documented or seen."""
    return Evidence("chosen", why)
