"""What Jira Cloud's JQL has and the fake does not serve, so that it is answered by name and never with everything.

The names are those of Atlassian's pages about JQL fields and functions, with Jira Software's and Jira Service
Management's, all in lower case.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", " ").split(","))


REAL_FIELDS = _names("""
affectedversion, approvals, approver, attachments, category, change gating type, change-gating-type, component,
creator, customer request type, development, due, duedate, environment, epic link, epic name, epic status, filter,
fixversion, flagged, goals, hierarchylevel, issue.property, lastviewed, level, organization, organizations,
originalestimate, parent link, parentepic, parentproject, projecttype, rank, remainingestimate, request, request
channel type, request language, request-channel-type, request-last-activity-time, resolution, resolutiondate,
resolved, savedfilter, searchrequest, security, sentiment, sprint, start date, statuscategorychangeddate, story point
estimate, story points, target end, target start, team, textfields, time to first response, time to resolution,
timeestimate, timeoriginalestimate, timespent, voter, votes, watcher, watchers, workratio, worklogauthor,
worklogcomment, worklogdate
""")
"""Fields of Jira that are not served."""


REAL_FUNCTIONS = _names("""
approved, approver, breached, cascadeoption, choiceoption, closedsprints, completed, componentsleadbyuser,
currentlogin, customerdetail, earliestunreleasedversion, elapsed, entitlementdetail, entitlementproduct, everbreached,
futuresprints, issuehistory, issueswithremotelinksbyglobalid, lastlogin, latestreleasedversion, membersof, myapproval,
mypending, opensprints, organizationdetail, organizationmembers, parentepic, paused, pending, pendingapprovalby,
pendingby, portfoliochildissuesof, projectsleadbyuser, projectswhereuserhaspermission, projectswhereuserhasrole,
releasedversions, remaining, running, standardissuetypes, subtaskissuetypes, unreleasedversions, updatedby,
votedissues, watchedissues, withincalendarhours
""")
"""Functions of Jira that are not served."""
