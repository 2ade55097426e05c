"""What can go wrong about filters, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.filters.model import Filter
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, Seen, UnseenRefusal

_GONE = "The selected filter is not available to you, perhaps it has been deleted or had its permissions changed."


class FilterUnseen(UnseenRefusal):
    """There is no such filter, or it is shared with others alone."""

    truth = "{0.who} sees no filter {0.value!r}: {0.why}"
    answer = Answer(
        condition="a filter that does not exist or is not seen",
        status=400,
        status_by=evidence.REFERENCE,
        message=_GONE,
        words_by=evidence.SERVER_SUITE,
        seen=Seen(404, evidence.LIVE_SUITE),
        lack="sight",
    )

    value: str


class SharedFilterUnseen(UnseenRefusal):
    """There is no such filter, or none that is seen, where the reference has 404 for it."""

    truth = "{0.who} sees no filter {0.value!r}: {0.why}"
    answer = Answer(
        condition="sharing or giving away a filter that does not exist or is not seen, or the columns that it has not",
        status=404,
        status_by=evidence.REFERENCE,
        message=_GONE,
        words_by=evidence.SERVER_SUITE,
        lack="sight",
    )

    value: str


class ShareUnseen(Refusal):
    """A filter is not shared in this way."""

    truth = "the filter {0.filter.name!r} has no share permission {0.value!r}"
    answer = Answer(
        condition="a share permission that a filter does not have",
        status=404,
        status_by=evidence.REFERENCE,
        message="The share permission with the id '{0.value}' does not exist.",
        words_by=NO_TEXT,
    )

    value: str
    filter: Filter


class NoColumns(Refusal):
    """Nobody said which columns a list of the filter's issues has."""

    truth = "the filter {0.filter.name!r} has no columns of its own"
    answer = Answer(
        condition="the columns of a filter that has none of its own",
        status=404,
        status_by=evidence.REFERENCE,
        message="No columns are configured for the filter.",
        words_by=NO_TEXT,
    )

    filter: Filter


class ColumnUnfit(Refusal):
    """A column was to be a field that there is not, or none that a list can show."""

    truth = "{0.value!r} is no field that a list of issues can show"
    answer = Answer(
        condition="a column that is no navigable field",
        status=400,
        status_by=evidence.REFERENCE,
        message="The field '{0.value}' cannot be a column.",
        words_by=NO_TEXT,
    )

    value: str


class FilterNameMissing(Refusal):
    """A filter was to have no name."""

    truth = "the filter has no name"
    answer = Answer(
        condition="a filter without a name",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("filterName", "You must specify a name to save this filter as."),),
        words_by=chosen("the words of Jira Server"),
    )


class FilterNameTooLong(Refusal):
    """A filter was to have a name that is longer than Jira keeps."""

    truth = "the filter's name has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a filter's name of more than 255 characters",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("filterName", "The entered filter name is too long, it must be less than {0.most} chars."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class FilterNameTaken(Refusal):
    """The owner has another filter of the name."""

    truth = "{0.taken_by.owner} has the filter {0.taken_by.name!r} already"
    answer = Answer(
        condition="a filter's name that another one of its owner has",
        status=400,
        status_by=evidence.LIVE_SUITE,
        errors=(("filterName", "Filter with same name already exists."),),
        words_by=evidence.SERVER_SUITE,
    )

    taken_by: Filter


class FilterNotEditable(CallerRefusal):
    """The caller sees the filter, and may not change it."""

    truth = "{0.who} neither owns the filter {0.filter.name!r} nor may edit it"
    answer = Answer(
        condition="changing a filter, or sharing it, without owning it or being among its editors",
        status=400,
        status_by=chosen("the reference says who may, and has no other status"),
        message="You do not have permission to edit this filter.",
        words_by=NO_TEXT,
    )

    filter: Filter


class FilterUndeletable(CallerRefusal):
    """The caller may not delete the filter."""

    truth = "{0.who} neither owns the filter {0.filter.name!r} nor holds Administer Jira"
    answer = Answer(
        condition="deleting a filter without owning it and without Administer Jira",
        status=401,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete this filter.",
        words_by=NO_TEXT,
    )

    filter: Filter


class FilterNotOwned(CallerRefusal):
    """The caller may not give the filter away or set its columns."""

    truth = "{0.who} does not own the filter {0.filter.name!r}"
    answer = Answer(
        condition="the owner or the columns of a filter changed without owning it; an administrator may give it away",
        status=403,
        status_by=evidence.REFERENCE,
        message="You must be the owner of the filter.",
        words_by=NO_TEXT,
    )

    filter: Filter


class ShareNotOwned(CallerRefusal):
    """The caller may not take away what a filter is shared with."""

    truth = "{0.who} does not own the filter {0.filter.name!r}"
    answer = Answer(
        condition="a share permission taken from a filter that the caller does not own",
        status=404,
        status_by=evidence.REFERENCE,
        message="You must be the owner of the filter.",
        words_by=NO_TEXT,
    )

    filter: Filter


class NewOwnerUnknown(Refusal):
    """A filter was to be given to nobody."""

    truth = "no user has the account {0.account_id!r}"
    answer = Answer(
        condition="a filter's new owner who does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The user '{0.account_id}' does not exist.",
        words_by=NO_TEXT,
    )

    account_id: str


class NoSharePermission(CallerRefusal):
    """The caller may not share filters."""

    truth = "{0.who} does not hold Share dashboards and filters"
    answer = Answer(
        condition="sharing a filter without Share dashboards and filters",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to share. All shares are invalid.",
        words_by=chosen("the words of Jira Server"),
    )


class ShareInvalid(Refusal):
    """A filter was to be shared with what there is not, or what its kind does not take."""

    truth = "the share permission of the type {0.type!r} is wrong: {0.why}"
    answer = Answer(
        condition="a share permission that does not name what its type takes, or what there is not or is not seen",
        status=400,
        status_by=evidence.REFERENCE,
        message="The share permission of the type '{0.type}' is invalid.",
        words_by=NO_TEXT,
    )

    type: str
    why: str


class FilterQueryInvalid(Refusal):
    """A search for filters names what cannot be searched for together, or what there is not."""

    truth = "the search for filters is wrong: {0.why}"
    answer = Answer(
        condition="a search for filters with an unknown order or expand, two names of one thing, or more than 200 ids",
        status=400,
        status_by=evidence.REFERENCE,
        message="The search for filters is invalid.",
        words_by=NO_TEXT,
    )

    why: str
