"""Preferences of users, the language among them."""
