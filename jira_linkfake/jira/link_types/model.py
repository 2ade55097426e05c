"""Types of links, and those of a fresh site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkType:
    """A type of issue link; `outward` is the phrase of the source ("blocks"), `inward` that of the other end."""

    id: str
    name: str
    inward: str
    outward: str

    @property
    def is_symmetric(self) -> bool:
        """Whether both ends read the same phrase, so that a link says the same in either direction."""
        return self.inward == self.outward


# The four types of a fresh Cloud site with their ids, as read from one in 2026.
FRESH_LINK_TYPES = (
    LinkType(id="10000", name="Blocks", inward="is blocked by", outward="blocks"),
    LinkType(id="10001", name="Cloners", inward="is cloned by", outward="clones"),
    LinkType(id="10002", name="Duplicate", inward="is duplicated by", outward="duplicates"),
    LinkType(id="10003", name="Relates", inward="relates to", outward="relates to"),
)
