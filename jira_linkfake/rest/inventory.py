"""The operations of Jira that we know of, by Jira's own ids: the routes, whether they are served or answer 501.

A path under `/rest/api/{version}` that is not here is one that Jira does not have.
"""

from __future__ import annotations

from typing import NamedTuple


class Operation(NamedTuple):
    """One operation: its method, its path below `/rest/api/{version}/`, and Jira's id for it."""

    method: str
    path: str
    id: str


_OPERATIONS = """
POST   issueLink                                    linkIssues
GET    issueLink/{linkId}                           getIssueLink
DELETE issueLink/{linkId}                           deleteIssueLink
GET    issueLinkType                                getIssueLinkTypes
POST   issueLinkType                                createIssueLinkType
GET    issueLinkType/{issueLinkTypeId}              getIssueLinkType
PUT    issueLinkType/{issueLinkTypeId}              updateIssueLinkType
DELETE issueLinkType/{issueLinkTypeId}              deleteIssueLinkType
POST   issue                                        createIssue
POST   issue/bulk                                   createIssues
POST   issue/bulkfetch                              bulkFetchIssues
GET    issue/createmeta                             getCreateIssueMeta
GET    issue/createmeta/{projectIdOrKey}/issuetypes getCreateIssueMetaIssueTypes
GET    issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId} getCreateIssueMetaIssueTypeId
GET    issue/limit/report                           getIssueLimitReport
GET    issue/picker                                 getIssuePickerResource
GET    issue/{issueIdOrKey}                         getIssue
PUT    issue/{issueIdOrKey}                         editIssue
DELETE issue/{issueIdOrKey}                         deleteIssue
PUT    issue/{issueIdOrKey}/assignee                assignIssue
POST   issue/{issueIdOrKey}/attachments             addAttachment
GET    issue/{issueIdOrKey}/changelog               getChangeLogs
POST   issue/{issueIdOrKey}/changelog/list          getChangeLogsByIds
GET    issue/{issueIdOrKey}/comment                 getComments
POST   issue/{issueIdOrKey}/comment                 addComment
GET    issue/{issueIdOrKey}/comment/{id}            getComment
PUT    issue/{issueIdOrKey}/comment/{id}            updateComment
DELETE issue/{issueIdOrKey}/comment/{id}            deleteComment
GET    issue/{issueIdOrKey}/editmeta                getEditIssueMeta
POST   issue/{issueIdOrKey}/notify                  notify
GET    issue/{issueIdOrKey}/properties              getIssuePropertyKeys
GET    issue/{issueIdOrKey}/properties/{propertyKey} getIssueProperty
PUT    issue/{issueIdOrKey}/properties/{propertyKey} setIssueProperty
DELETE issue/{issueIdOrKey}/properties/{propertyKey} deleteIssueProperty
GET    issue/{issueIdOrKey}/remotelink              getRemoteIssueLinks
POST   issue/{issueIdOrKey}/remotelink              createOrUpdateRemoteIssueLink
DELETE issue/{issueIdOrKey}/remotelink              deleteRemoteIssueLinkByGlobalId
GET    issue/{issueIdOrKey}/remotelink/{linkId}     getRemoteIssueLinkById
PUT    issue/{issueIdOrKey}/remotelink/{linkId}     updateRemoteIssueLink
DELETE issue/{issueIdOrKey}/remotelink/{linkId}     deleteRemoteIssueLinkById
GET    issue/{issueIdOrKey}/transitions             getTransitions
POST   issue/{issueIdOrKey}/transitions             doTransition
GET    issue/{issueIdOrKey}/votes                   getVotes
POST   issue/{issueIdOrKey}/votes                   addVote
DELETE issue/{issueIdOrKey}/votes                   removeVote
GET    issue/{issueIdOrKey}/watchers                getIssueWatchers
POST   issue/{issueIdOrKey}/watchers                addWatcher
DELETE issue/{issueIdOrKey}/watchers                removeWatcher
GET    issue/{issueIdOrKey}/worklog                 getIssueWorklog
POST   issue/{issueIdOrKey}/worklog                 addWorklog
POST   changelog/bulkfetch                          getBulkChangelogs
POST   comment/list                                 getCommentsByIds
GET    search                                       searchForIssuesUsingJql
POST   search                                       searchForIssuesUsingJqlPost
GET    search/jql                                   searchAndReconsileIssuesUsingJql
POST   search/jql                                   searchAndReconsileIssuesUsingJqlPost
POST   search/approximate-count                     countIssues
GET    jql/autocompletedata                         getAutoComplete
POST   jql/match                                    matchIssues
POST   jql/parse                                    parseJqlQueries
GET    serverInfo                                   getServerInfo
GET    configuration                                getConfiguration
GET    myself                                       getCurrentUser
GET    mypermissions                                getMyPermissions
GET    permissions                                  getAllPermissions
POST   permissions/check                            getBulkPermissions
GET    permissionscheme                             getAllPermissionSchemes
GET    user                                         getUser
GET    user/search                                  findUsers
GET    user/assignable/search                       findAssignableUsers
GET    user/groups                                  getUserGroups
GET    users/search                                 getAllUsers
GET    group                                        getGroup
GET    group/member                                 getUsersFromGroup
GET    groups/picker                                findGroups
GET    role                                         getAllProjectRoles
GET    role/{id}                                    getProjectRoleById
GET    project                                      getAllProjects
POST   project                                      createProject
GET    project/search                               searchProjects
GET    project/{projectIdOrKey}                     getProject
PUT    project/{projectIdOrKey}                     updateProject
DELETE project/{projectIdOrKey}                     deleteProject
GET    project/{projectIdOrKey}/statuses            getAllStatuses
GET    project/{projectIdOrKey}/role                getProjectRoles
GET    project/{projectIdOrKey}/role/{id}           getProjectRole
GET    project/{projectIdOrKey}/components          getProjectComponents
GET    project/{projectIdOrKey}/versions            getProjectVersions
GET    project/{projectKeyOrId}/securitylevel       getSecurityLevelsForProject
GET    securitylevel/{id}                           getIssueSecurityLevel
GET    issuesecurityschemes                         getIssueSecuritySchemes
GET    field                                        getFields
GET    issuetype                                    getIssueAllTypes
GET    issuetype/{id}                               getIssueType
GET    priority                                     getPriorities
GET    priority/{id}                                getPriority
GET    resolution                                   getResolutions
GET    resolution/{id}                              getResolution
GET    status                                       getStatuses
GET    status/{idOrName}                            getStatus
GET    statuscategory                               getStatusCategories
GET    statuscategory/{idOrKey}                     getStatusCategory
GET    label                                        getAllLabels
GET    filter/{id}                                  getFilter
GET    dashboard                                    getAllDashboards
GET    webhook                                      getDynamicWebhooksForApp
POST   webhook                                      registerDynamicWebhooks
DELETE webhook                                      deleteWebhookById
GET    events                                       getEvents
GET    attachment/{id}                              getAttachment
GET    attachment/meta                              getAttachmentMeta
GET    component/{id}                               getComponent
GET    version/{id}                                 getVersion
GET    version/{id}/relatedwork                     getRelatedWork
PUT    issue/archive                                archiveIssues
POST   issue/archive                                archiveIssuesAsync
PUT    issue/unarchive                              unarchiveIssues
PUT    issues/archive/export                        exportArchivedIssues
GET    bulk/issues/fields                           getBulkEditableFields
POST   bulk/issues/fields                           submitBulkEdit
POST   bulk/issues/move                             submitBulkMove
POST   bulk/issues/delete                           submitBulkDelete
GET    bulk/issues/transition                       getAvailableTransitions
POST   bulk/issues/transition                       submitBulkTransition
GET    bulk/queue/{taskId}                          getBulkOperationProgress
GET    issue/{issueIdOrKey}/worklog/{id}            getWorklog
PUT    issue/{issueIdOrKey}/worklog/{id}            updateWorklog
DELETE issue/{issueIdOrKey}/worklog/{id}            deleteWorklog
POST   version                                      createVersion
PUT    version/{id}                                 updateVersion
DELETE version/{id}                                 deleteVersion
POST   version/{id}/move                            moveVersion
GET    version/{id}/relatedIssueCounts              getVersionRelatedIssues
GET    version/{id}/unresolvedIssueCount            getVersionUnresolvedIssues
POST   component                                    createComponent
PUT    component/{id}                               updateComponent
DELETE component/{id}                               deleteComponent
GET    project/{projectIdOrKey}/version             getProjectVersionsPaginated
GET    project/{projectIdOrKey}/component           getProjectComponentsPaginated
POST   project/{projectIdOrKey}/role/{id}           addActorUsers
PUT    project/{projectIdOrKey}/role/{id}           setActors
DELETE project/{projectIdOrKey}/role/{id}           deleteActor
POST   project/{projectIdOrKey}/archive             archiveProject
POST   project/{projectIdOrKey}/restore             restore
POST   role                                         createProjectRole
POST   filter                                       createFilter
GET    filter/my                                    getMyFilters
GET    filter/search                                getFiltersPaginated
PUT    filter/{id}                                  updateFilter
DELETE filter/{id}                                  deleteFilter
DELETE attachment/{id}                              removeAttachment
POST   user                                         createUser
DELETE user                                         removeUser
GET    user/bulk                                    bulkGetUsers
GET    user/picker                                  findUsersForPicker
POST   group                                        createGroup
DELETE group                                        removeGroup
POST   group/user                                   addUserToGroup
DELETE group/user                                   removeUserFromGroup
POST   field                                        createCustomField
GET    field/search                                 getFieldsPaginated
"""

OPERATIONS = tuple(Operation(*line.split()) for line in _OPERATIONS.split("\n") if line)

# Whole families of Jira's other addresses: what is below them is Jira's, and none of it is served.
FAMILIES = {
    "/rest/agile/": "Jira Software's REST API",
    "/rest/greenhopper/": "Jira Software's old REST API",
    "/rest/servicedeskapi/": "Jira Service Management's REST API",
    "/rest/auth/": "session authentication",
    "/rest/webhooks/": "webhooks",
    "/rest/internal/": "Jira's internal REST API",
    "/browse/": "Jira's pages",
    "/secure/": "Jira's pages",
}
