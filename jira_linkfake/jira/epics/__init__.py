"""Epics as boards have them: their looks, and which issues belong to them."""
