"""Attachments: files that are kept with an issue."""
