"""Data: what a site is filled from, and written to.

It uses the site and the verbs of a test; nothing below it knows of it, and it is loaded when somebody asks for it.
"""
