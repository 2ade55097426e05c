"""Steps about people: users, groups, permissions and preferences."""

from __future__ import annotations

from jira_linkfake.verify.steps.declaring import MUCH, delete, get, post, put

USERS = (
    get("users: oneself", "getCurrentUser", "myself", alike=True),
    get("users: oneself without credentials", "NotSignedIn", "myself", caller="nobody"),
    get("users: oneself with wrong credentials", "WrongCredentials", "myself", caller="wrong"),
    get("users: oneself as another", "getCurrentUser", "myself", caller="second", alike=True),
    get("users: one", "getUser", "user?accountId={me}", alike=True),
    get("users: an unknown one", "UserUnknown", "user?accountId=nobody-at-all"),
    get("users: one by their name", "UserNotByAccount", "user?key=admin"),
    get("users: searched", "findUsers", "user/search", query={"query": "{my_name}"}, alike=True),
    get("users: searched by a name", "SearchByName", "user/search?username=admin"),
    get("users: searched by nothing", "SearchUnnamed", "user/search"),
    get(
        "users: searched by too much", "SearchAmbiguous", "user/assignable/search?project={project}&query=a&accountId=x"
    ),
    get("users: several", "bulkGetUsers", "user/bulk?accountId={me}", alike=True),
    get("users: several without accounts", "AccountMissing", "user/bulk"),
    get("users: groups of one", "getUserGroups", "user/groups?accountId={me}", alike=True),
    get("users: all", "getAllUsers", "users/search?maxResults=2", alike=True),
    get("users: all, as by default", "getAllUsersDefault", "users?maxResults=2", alike=True),
    get("users: who may be assigned", "findAssignableUsers", "user/assignable/search?project={project}", alike=True),
    get(
        "users: who may be assigned in several projects",
        "findBulkAssignableUsers",
        "user/assignable/multiProjectSearch?projectKeys={project}",
        alike=True,
    ),
    get("users: who may be assigned nowhere", "PlaceMissing", "user/assignable/search"),
    get(
        "users: who may browse",
        "findUsersWithBrowsePermission",
        "user/viewissue/search?projectKey={project}&query={my_name}",
        alike=True,
    ),
    get(
        "users: who hold permissions",
        "findUsersWithAllPermissions",
        "user/permission/search?permissions=BROWSE_PROJECTS&projectKey={project}&query={my_name}",
        needs="project admin",
        alike=True,
    ),
    get(
        "users: who hold an unknown permission",
        "PermissionUnknown",
        "user/permission/search?permissions=NONSENSE&projectKey={project}",
        needs="project admin",
    ),
    get("users: picked", "findUsersForPicker", "user/picker", query={"query": "{my_name}"}, alike=True),
    get(
        "users: picked with two exclusions",
        "ExcludedTwice",
        "user/picker?query=a&exclude=a&excludeAccountIds=x",
    ),
    get("users: picked with groups", "findUsersAndGroups", "groupuserpicker?query=a", alike=True),
    get("users: picked with groups by nothing", "QueryMissing", "groupuserpicker"),
    get(
        "users: who hold permissions, asked without Administer projects",
        "PermissionsOfUsers",
        "user/permission/search?permissions=BROWSE_PROJECTS&projectKey={project}",
        needs="second lacks ADMINISTER_PROJECTS, second lacks ADMINISTER",
        caller="second",
    ),
    get(
        "users: all, asked without Browse users and groups",
        "UserBrowsingNeeded",
        "users",
        needs="second lacks USER_PICKER",
        caller="second",
    ),
)

GROUPS = (
    get("groups: one", "getGroup", "group?groupname={my_group}", alike=True),
    get("groups: several", "bulkGetGroups", "group/bulk?maxResults=2", alike=True),
    get("groups: members of one", "getUsersFromGroup", "group/member?groupname={my_group}&maxResults=2", alike=True),
    get("groups: picked", "findGroups", "groups/picker?maxResults=2", alike=True),
    get("groups: none named", "GroupUnnamed", "group/member"),
    get("groups: an unknown one", "GroupUnknown", "group/member?groupname=no-such-group-of-verify"),
)

PERMISSIONS = (
    get("permissions: one's own", "getMyPermissions", "mypermissions?permissions=LINK_ISSUES&projectKey={project}"),
    get("permissions: one's own, unnamed", "PermissionsUnnamed", "mypermissions"),
    get("permissions: an unknown one", "PermissionUnknown", "mypermissions?permissions=NONSENSE"),
    get(
        "permissions: in an unknown project",
        "ContextUnseen",
        "mypermissions?permissions=LINK_ISSUES&projectKey=NOPEZZQ",
    ),
    get(
        "permissions: in a comment",
        "PermissionsOfComment",
        "mypermissions?permissions=LINK_ISSUES&commentId={comment_id}",
        needs="comment",
    ),
    get("permissions: all that there are", "getAllPermissions", "permissions", needs="admin", alike=True),
    post(
        "permissions: checked",
        "getBulkPermissions",
        "permissions/check",
        {"projectPermissions": [{"permissions": ["LINK_ISSUES"], "projects": ["{project_number}"]}]},
        alike=True,
    ),
    post(
        "permissions: none checked",
        "ProjectPermissionsUnnamed",
        "permissions/check",
        {"projectPermissions": [{"projects": ["{project_number}"]}]},
    ),
    post(
        "permissions: of somebody unknown",
        "AccountUnknown",
        "permissions/check",
        {"accountId": "nobody-at-all", "globalPermissions": ["ADMINISTER"]},
        needs="admin",
    ),
    post(
        "permissions: of another",
        "PermissionsOfOthers",
        "permissions/check",
        {"accountId": "{me}", "globalPermissions": ["ADMINISTER"]},
        needs="second lacks ADMINISTER",
        caller="second",
    ),
)

PREFERENCES = (
    get("preferences: one", "getPreference", "mypreferences?key=jira-linkfake-verify", needs="preference"),
    get("preferences: an unknown one", "PreferenceUnknown", "mypreferences?key=no-such-preference-of-verify"),
    put(
        "preferences: set",
        "setPreference",
        "mypreferences?key=jira-linkfake-verify",
        b"up",
        headers={"Content-Type": "text/plain"},
        needs="preference",
    ),
    put("preferences: set with a long key", "PreferenceInvalid", f"mypreferences?key={MUCH}", "up"),
    delete("preferences: removed", "removePreference", "mypreferences?key=jira-linkfake-verify", needs="preference"),
    get("preferences: the locale", "getLocale", "mypreferences/locale"),
    put(
        "preferences: the locale set to what it is",
        "setLocale",
        "mypreferences/locale",
        {"locale": "{locale}"},
        needs="locale",
    ),
    put("preferences: an unknown locale", "LocaleUnknown", "mypreferences/locale", {"locale": "xx_XX"}),
)

STEPS = (*USERS, *GROUPS, *PERMISSIONS, *PREFERENCES)
