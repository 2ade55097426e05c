"""Webhooks: what Jira would have sent, and handing it to who is registered for it."""
