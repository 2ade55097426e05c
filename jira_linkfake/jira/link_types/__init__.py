"""Types of links."""
