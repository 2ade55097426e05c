"""Resolutions: how issues can be done with, in their order, and which is the default one."""
