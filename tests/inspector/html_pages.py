"""A page as a browser takes it apart: its elements, with their attributes and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br"}


@dataclass(slots=True)
class Element:
    """An element with its attributes and all text in it."""

    tag: str
    attributes: dict[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in one line."""
        return " ".join("".join(self.texts).split())


class Page(HTMLParser):
    """The elements of a page, in the order in which they begin."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Open an element; one that is void has no end."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        """Take note of an element that ends where it begins."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        """Close the innermost element of a name."""
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data):
        """Give a text to the elements that are open."""
        for element in self._open:
            element.texts.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag that have attributes with these values; `class_` names one of the classes."""
        wanted = attributes.pop("class_", None)
        return [
            one
            for one in self.elements
            if one.tag == tag
            and (wanted is None or wanted in one.attributes.get("class", "").split())
            and attributes.items() <= one.attributes.items()
        ]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """Return the texts of such elements."""
        return [one.text for one in self.all(tag, **attributes)]
