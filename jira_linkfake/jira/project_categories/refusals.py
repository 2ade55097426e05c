"""What can go wrong about categories of projects, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class CategoryNameInvalid(Refusal):
    """A category's name is empty or too long."""

    truth = "the name of the category has {0.length} characters, and it takes 1 to {0.most}"
    answer = Answer(
        condition="the name of a category of projects that is empty or too long",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The name must have 1 to {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class CategoryDescriptionTooLong(Refusal):
    """A category's description is too long."""

    truth = "the description of the category has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="the description of a category of projects that is too long",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("description", "The description must not be longer than {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class CategoryNameTaken(Refusal):
    """Another category has the name."""

    truth = "the category {0.taken_by.id} is named {0.taken_by.name!r} already"
    answer = Answer(
        condition="the name of a category of projects that is taken",
        status=409,
        status_by=evidence.REFERENCE,
        errors=(("name", "The project category name '{0.taken_by.name}' is in use."),),
        words_by=NO_TEXT,
    )

    taken_by: ProjectCategory


class CategoryUnknown(Refusal):
    """A project was to have a category that there is none of."""

    truth = "there is no category of projects {0.value!r} for the project"
    answer = Answer(
        condition="a project of a category that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("categoryId", "The project category with id '{0.value}' does not exist."),),
        words_by=NO_TEXT,
    )

    value: str
