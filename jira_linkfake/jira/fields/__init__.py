"""The fields of issues: what they are called, what they hold, and how requests change them."""
