"""Components of projects: which part of a project an issue is about, and who gets it."""
