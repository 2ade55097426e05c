"""What refusals and events have in common."""

from jira_linkfake.site.refusals.issues import NotFound
from jira_linkfake.site.refusals.link_types import LinkTypeIdInvalid
from jira_linkfake.site.refusals.links import LinkIdInvalid, LinkUnknown


def test_plain_values_are_compared_by_what_they_hold():
    """Two of a kind that hold the same are equal, with one hash; two kinds never are."""
    one, same, other = LinkUnknown(id=1), LinkUnknown(id=1), LinkUnknown(id=2)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert len({one, same, other}) == 2
    assert LinkIdInvalid(value="x") != LinkTypeIdInvalid(value="x")


def test_plain_values_tell_what_they_hold():
    """Their representation is what would make them."""
    assert repr(NotFound(kind="priority", value="7")) == "NotFound(kind='priority', value='7')"
