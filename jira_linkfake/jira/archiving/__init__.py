"""Archiving: issues that stay to be read, and change no more until they are brought back."""
