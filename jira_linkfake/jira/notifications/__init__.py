"""Mail about issues that a request sends, which nobody gets: it is kept for the test."""
